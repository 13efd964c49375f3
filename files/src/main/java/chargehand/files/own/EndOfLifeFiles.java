package chargehand.files.own;

import chargehand.engine.lifecycle.Cycle;
import chargehand.engine.lifecycle.Product;
import chargehand.files.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads end-of-life dates in endoflife.date's formats: the whole data as one list, one product's cycles as its first
/// API gives them, and what its API v1 gives.
public final class EndOfLifeFiles {
    private static final Set<String> PLAIN = Set.of("and", "for", "the", "of", "by");

    private EndOfLifeFiles() {}

    /// All JSON files of a folder, or one file.
    ///
    /// @throws UnreadableFile naming what is wrong and where
    /// @throws IOException if a file can't be read
    public static List<Product> read(Path path) throws UnreadableFile, IOException {
        if (!Files.isDirectory(path)) return read(Files.readAllBytes(path), nameOf(path));
        var products = new ArrayList<Product>();
        try (var files = Files.list(path)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) products.addAll(read(Files.readAllBytes(file), nameOf(file)));
        }
        return products;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    }

    /// @param name of the file without its ending: the product, if the file does not say
    public static List<Product> read(byte[] bytes, String name) throws UnreadableFile {
        var root = JsonTree.parse(FileText.of(bytes));
        if (root.isObject() && root.has("result")) {
            var result = root.need("result");
            return result.isObject() ? List.of(product(result, name)) : result.list(each -> product(each, name));
        }
        if (root.isObject()) return List.of(product(root, name));
        boolean ofOneProduct =
                !root.items().isEmpty() && root.items().getFirst().has("cycle");
        return ofOneProduct
                ? List.of(product(name, name, "other", List.of(), List.of(), List.of(), root.items()))
                : root.list(each -> product(each, name));
    }

    private static Product product(Json json, String file) throws UnreadableFile {
        var id = json.has("permalink")
                ? json.need("permalink").text().replaceFirst("^/", "")
                : json.or("name", Json::text, file);
        var title = json.or("title", Json::text, json.or("label", Json::text, id));
        var names = new LinkedHashSet<String>();
        for (var each : json.list("alternate_urls", Json::text)) names.add(each.replace("/", ""));
        names.addAll(json.list("aliases", Json::text));
        var cpes = new ArrayList<String>();
        var purls = new ArrayList<String>();
        for (var each : json.has("identifiers") ? json.need("identifiers").items() : List.<Json>of())
            identifier(each, cpes, purls);
        var kind = json.or("category", Json::text, "other");
        return product(
                id,
                title,
                kind,
                List.copyOf(names),
                cpes,
                purls,
                json.need("releases").items());
    }

    private static Product product(
            String id,
            String title,
            String kind,
            List<String> others,
            List<String> cpes,
            List<String> purls,
            List<Json> releases)
            throws UnreadableFile {
        var names = new LinkedHashSet<String>();
        names.add("?" + title);
        names.add("?" + id.replace('-', ' '));
        for (var other : others) if (other.length() > 2) names.add("?" + other);
        var cycles = new ArrayList<Cycle>();
        for (var release : releases) cycles.add(cycle(release, "https://endoflife.date/" + id));
        return new Product(id, title, kind, List.copyOf(names), cpes, purls, cycles);
    }

    private static void identifier(Json json, List<String> cpes, List<String> purls) throws UnreadableFile {
        for (var field : json.fields().entrySet()) {
            if (!field.getValue().isText()) continue;
            var text = field.getValue().text();
            if (text.startsWith("cpe:")) {
                var parts = text.replace("cpe:2.3:", "cpe:/").split(":");
                if (parts.length >= 4) cpes.add(parts[2] + ":" + parts[3]);
            } else if (text.startsWith("pkg:")) purls.add(text.substring(4).replaceFirst("[@?].*", ""));
        }
    }

    private static Cycle cycle(Json json, String source) throws UnreadableFile {
        var name = first(json, "releaseCycle", "cycle", "name");
        if (name == null) throw json.refusal("missing-key", "a release has no name", "Add \"cycle\".");
        var others = new ArrayList<String>();
        var code = json.optional("codename", Json::text);
        if (code != null && PLAIN.stream().noneMatch(code.toLowerCase(Locale.ROOT)::equals)) {
            others.add(code);
            if (code.contains(" ")) others.add(code.substring(0, code.indexOf(' ')));
        }
        var end = first(json, "eol", "eolFrom", "isEol");
        var paid = first(json, "eoes", "eoesFrom", "extendedSupport");
        return new Cycle(name.id(), others, date(end), date(paid), isTrue(end), source);
    }

    private static @Nullable Json first(Json json, String... keys) throws UnreadableFile {
        for (var key : keys) if (json.has(key)) return json.get(key);
        return null;
    }

    private static boolean isTrue(@Nullable Json json) throws UnreadableFile {
        return json != null && !json.isText() && json.flag();
    }

    private static @Nullable LocalDate date(@Nullable Json json) throws UnreadableFile {
        if (json == null || !json.isText()) return null;
        try {
            return LocalDate.parse(json.text());
        } catch (DateTimeParseException unreadable) {
            throw json.refusal(
                    "bad-value", "\"%s\" is no date".formatted(Quoted.shortened(json.text())), "Write 2027-01-31.");
        }
    }
}
