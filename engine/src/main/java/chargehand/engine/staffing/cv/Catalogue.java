package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The certificates that are recognised: those of managing projects, and those of the fields.
public final class Catalogue {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}]+)?(?:[+#]+(?![\\p{L}\\p{N}]))?");
    private static final Catalogue ALL = new Catalogue();

    private final List<CatalogueEntry> entries = new ArrayList<>();
    private final Map<String, List<Alias>> byFirstWord = new HashMap<>();
    private final Map<CatalogueEntry, List<String>> sure = new HashMap<>();
    private final Map<CatalogueEntry, List<String>> other = new HashMap<>();

    private Catalogue() {
        read("management-certificates.txt");
        read("field-certificates.txt");
        for (var aliases : byFirstWord.values())
            aliases.sort(
                    Comparator.comparingInt((Alias each) -> each.words().size()).reversed());
    }

    public static Catalogue all() {
        return ALL;
    }

    public List<CatalogueEntry> entries() {
        return List.copyOf(entries);
    }

    /// Which certificate somebody means by a name or an abbreviation, in any case.
    public Optional<CatalogueEntry> named(String name) {
        var words = words(name.toLowerCase(Locale.ROOT));
        return entries.stream()
                .filter(each -> words(each.name().toLowerCase(Locale.ROOT)).equals(words))
                .findFirst()
                .or(() -> byFirstWord.getOrDefault(words.isEmpty() ? "" : words.getFirst(), List.of()).stream()
                        .filter(each -> each.words().equals(words))
                        .map(Alias::entry)
                        .findFirst());
    }

    /// What may begin with a word, the longest first.
    List<Alias> beginningWith(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    /// Words that say which of several is meant.
    List<String> signsFor(CatalogueEntry entry) {
        return sure.getOrDefault(entry, List.of());
    }

    /// Words that say that something else is meant.
    List<String> signsAgainst(CatalogueEntry entry) {
        return other.getOrDefault(entry, List.of());
    }

    private void read(String file) {
        var group = "";
        for (var line : ListedWords.lines(file)) {
            if (line.startsWith("[")) group = line.substring(1, line.length() - 1);
            else add(line.split("\\s*\\|\\s*", 5), group);
        }
    }

    private void add(String[] cells, String group) {
        if (cells.length != 5)
            throw new IllegalStateException("A certificate (%s) has five cells.".formatted(cells[0]));
        var aliases = Arrays.stream(cells[4].split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        var names = aliases.stream()
                .filter(each -> "+-".indexOf(each.charAt(0)) < 0)
                .toList();
        var entry = new CatalogueEntry(cells[0], cells[1], group, validity(cells[2]), cells[3], names);
        entries.add(entry);
        sure.put(entry, signs(aliases, '+'));
        other.put(entry, signs(aliases, '-'));
        for (var name : names) add(alias(entry, name));
    }

    private static List<String> signs(List<String> aliases, char sign) {
        return aliases.stream()
                .filter(each -> each.charAt(0) == sign)
                .map(each -> each.substring(1))
                .toList();
    }

    private void add(Alias alias) {
        byFirstWord
                .computeIfAbsent(alias.words().getFirst(), _ -> new ArrayList<>())
                .add(alias);
    }

    private static CatalogueEntry.Validity validity(String cell) {
        return switch (cell) {
            case "-" -> new CatalogueEntry.Validity.NoEnd();
            case "?" -> new CatalogueEntry.Validity.NotEstablished();
            default -> new CatalogueEntry.Validity.Months(Integer.parseInt(cell));
        };
    }

    private static Alias alias(CatalogueEntry entry, String name) {
        var kind = switch (name.charAt(0)) {
            case '?' -> Alias.Kind.SHARED;
            case '!' -> Alias.Kind.AMONG_CERTIFICATES;
            case '~' -> Alias.Kind.NEEDS_CERTIFIED;
            default -> Alias.Kind.CERTAIN;
        };
        boolean signed = "=?!~".indexOf(name.charAt(0)) >= 0;
        var text = signed ? name.substring(1) : name;
        boolean letters = signed && name.charAt(0) != '~';
        return new Alias(entry, kind, words(text.toLowerCase(Locale.ROOT)), letters ? text : "");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(each -> each.group()).toList();
    }
}
