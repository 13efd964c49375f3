package chargehand.bench.psplib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The best that is known of each instance, from a table with `;` between its columns (the summary files of
/// solutionsupdate.ugent.be have it).
public record BestKnown(Map<String, Known> byInstance) {
    /// @param criticalPath the length of the longest chain, in periods
    public record Known(int lowerBound, int makespan, int criticalPath) {}

    public static BestKnown read(Path file) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        int head = 0;
        while (head < lines.size() && !lines.get(head).startsWith("ID;")) head++;
        if (head == lines.size()) throw new IOException("%s has no line of headings (ID;…).".formatted(file));
        var columns = List.of(lines.get(head).split(";"));
        var known = new HashMap<String, Known>();
        for (var line : lines.subList(head + 1, lines.size())) {
            var cells = line.split(";");
            var name = Arrays.stream(cells)
                    .filter(each -> each.matches(".*\\.(sm|rcp)"))
                    .findFirst();
            if (name.isEmpty()) continue;
            known.put(
                    name.get().replaceFirst("\\.\\w+$", ""),
                    new Known(
                            number(cells, columns.indexOf("LB value")),
                            number(cells, columns.indexOf("UB value")),
                            number(cells, columns.indexOf("CPM"))));
        }
        return new BestKnown(known);
    }

    private static int number(String[] cells, int column) {
        return Integer.parseInt(cells[column].strip());
    }
}
