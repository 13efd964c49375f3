package chargehand.bench.assets;

import chargehand.files.history.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A line with what it means.
///
/// @param product empty if it must not be matched
/// @param cycle empty if nobody says
/// @param eol the date as ISO 8601; empty if there is none, or nobody says
public record AssetTruth(String line, String product, String cycle, String eol) {
    /// The file has no column of lines.
    public static final class NoTruth extends Exception {
        NoTruth() {
            super("The first line must name the columns: line,product,cycle,eol.");
        }
    }

    public static List<AssetTruth> read(Path file) throws IOException, NoTruth {
        try (var reader = Files.newBufferedReader(file)) {
            var records = new Records(reader);
            var head = records.next();
            if (head == null) throw new NoTruth();
            var names = head.stream()
                    .map(each -> each.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            int line = column(names, "line", "asset", "text", "input", "raw");
            if (line < 0) throw new NoTruth();
            var truths = new ArrayList<AssetTruth>();
            for (var row = records.next(); row != null; row = records.next())
                truths.add(new AssetTruth(
                        cell(row, line),
                        cell(row, column(names, "product", "product_id", "slug")),
                        cell(row, column(names, "cycle", "release", "version")),
                        date(cell(row, column(names, "eol", "end", "eol_date", "end_of_life", "date")))));
            return truths;
        }
    }

    private static int column(List<String> names, String... any) {
        for (var each : any) if (names.contains(each)) return names.indexOf(each);
        return -1;
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }

    private static String date(String cell) {
        return cell.matches("\\d{4}-\\d{2}-\\d{2}") ? cell : "";
    }
}
