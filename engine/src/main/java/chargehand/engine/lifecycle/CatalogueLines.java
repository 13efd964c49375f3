package chargehand.engine.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads our own catalogue; the file itself says how it is written.
final class CatalogueLines {
    private final Map<String, Product> products = new LinkedHashMap<>();
    private String[] head = {};
    private List<String> names = List.of();
    private List<String> cpes = List.of();
    private List<String> purls = List.of();
    private List<Cycle> cycles = new ArrayList<>();

    private CatalogueLines() {}

    static Map<String, Product> read() {
        var lines = new CatalogueLines();
        for (var line : LifecycleWords.lines("products.txt")) lines.add(line.strip());
        lines.finish();
        return lines.products;
    }

    private void add(String line) {
        if (line.startsWith("[")) {
            finish();
            head = line.split("] | \\| ");
        } else if (line.startsWith("names ")) names = list(line.substring(6));
        else if (line.startsWith("cpe ")) cpes = list(line.substring(4));
        else if (line.startsWith("purl ")) purls = list(line.substring(5));
        else cycles.add(cycle(line.split(" \\| ")));
    }

    private void finish() {
        if (head.length > 0) {
            var id = head[0].substring(1);
            var product = new Product(id, head[1], head[2], names, cpes, purls, cycles);
            if (products.put(id, product) != null)
                throw new IllegalStateException("The product %s is there twice.".formatted(id));
        }
        cpes = List.of();
        purls = List.of();
        cycles = new ArrayList<>();
    }

    private Cycle cycle(String[] cells) {
        var called = cells[0].split(" = ");
        var others = called.length < 2 ? List.<String>of() : list(called[1]);
        return new Cycle(called[0], others, date(cells[1]), cells.length < 3 ? null : date(cells[2]), false, head[3]);
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.equals("-") ? null : LocalDate.parse(cell);
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split(";")).map(String::strip).toList();
    }
}
