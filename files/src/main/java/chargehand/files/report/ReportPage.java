package chargehand.files.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One page about something, in words that are ready to be read.
///
/// @param language of the words, as `en`
/// @param about one line below the title
/// @param facts what stands largest; three at most are drawn side by side
/// @param sections in order; one without lines is left out
/// @param foot from where and when all this is
public record ReportPage(
        String language,
        String title,
        String about,
        @Nullable Status status,
        List<Fact> facts,
        List<Section> sections,
        String foot) {
    public ReportPage {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    public enum Colour {
        GOOD("2f6b3c"),
        RISK("805100"),
        LATE("97114f");

        private final String hex;

        Colour(String hex) {
            this.hex = hex;
        }

        String hex() {
            return hex;
        }
    }

    /// @param colour null where none is wanted: the word says it
    public record Status(String word, @Nullable Colour colour) {}

    /// @param key by which a template names it
    /// @param note below it, or empty
    public record Fact(String key, String name, String value, String note) {}

    /// @param key by which a template names it
    public record Section(String key, String title, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// What a template may name, each with its lines: `{{likely}}`, `{{moved}}`, and `{{moved.title}}`.
    Map<String, List<String>> values() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("title", List.of(title));
        all.put("about", List.of(about));
        all.put("status", status == null ? List.of() : List.of(status.word()));
        for (var each : facts) {
            all.put(each.key(), List.of(each.value()));
            all.put(each.key() + ".title", List.of(each.name()));
            all.put(each.key() + ".note", List.of(each.note()));
        }
        for (var each : sections) {
            all.put(each.key(), each.lines());
            all.put(each.key() + ".title", List.of(each.title()));
        }
        all.put("foot", List.of(foot));
        return all;
    }

    /// All names, in order.
    public List<String> names() {
        return List.copyOf(new TreeSet<>(values().keySet()));
    }
}
