package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which section each line belongs to.
public final class Sections {
    private static final int MOST_WORDS = 6;
    private static final Map<String, Section> HEADINGS = headings();
    private static final Pattern NUMBERING = Pattern.compile("^[\\s•*#>|\\-_=~]*(?:[0-9IVX]{1,4}[.)]\\s+)?");
    private static final Pattern ENDING = Pattern.compile("[\\s:.\\-_=~*|]+$");
    private static final Pattern SENTENCE = Pattern.compile("[.;,!?]\\s+\\p{L}.*");

    private final Section[] byLine;
    private final boolean[] heading;

    Sections(Flow flow) {
        byLine = new Section[flow.lines()];
        heading = new boolean[flow.lines()];
        var section = Section.HEAD;
        for (int i = 0; i < byLine.length; i++) {
            var line = flow.line(i);
            var whole = named(line);
            if (whole != null) section = whole;
            heading[i] = whole != null;
            var inline = whole == null ? inline(line) : null;
            byLine[i] = inline == null ? section : inline;
        }
    }

    /// Whether a line, taken alone, is a heading as CVs have them.
    public static boolean isHeading(String line) {
        return named(line) != null;
    }

    /// Whether a heading begins what somebody has studied; any other heading ends it.
    public static boolean isStudy(String heading) {
        return named(heading) == Section.EDUCATION;
    }

    Section of(int line) {
        return byLine[line];
    }

    boolean isHeading(int line) {
        return heading[line];
    }

    boolean has(Section section) {
        return List.of(byLine).contains(section);
    }

    /// A line that is a heading and nothing else.
    private static @Nullable Section named(String line) {
        var text = ENDING.matcher(NUMBERING.matcher(line).replaceFirst("")).replaceFirst("");
        if (text.isEmpty() || text.length() > 70 || words(text) > MOST_WORDS + 2) return null;
        return lookUp(text);
    }

    /// "Certifications: PMP, CSM": this line alone.
    private static @Nullable Section inline(String line) {
        var text = NUMBERING.matcher(line).replaceFirst("");
        int colon = text.indexOf(':');
        int tab = text.indexOf('\t');
        int end = tab > 0 && (colon < 0 || tab < colon) ? tab : colon;
        if (end < 3 || end > 45) return null;
        var section = lookUp(text.substring(0, end));
        return section == Section.EXPERIENCE || section == Section.PROJECTS ? null : section;
    }

    private static @Nullable Section lookUp(String text) {
        if (SENTENCE.matcher(text).find() && words(text) > MOST_WORDS) return null;
        var plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[&/,+|\\-\\t()\\[\\]:]", " ")
                .replaceAll("(?U)\\b(?:and|und|et|y|e|of|the|my|de|des|der|die|la|le|les|in|zu|zur|en)\\b", " ")
                .strip()
                .replaceAll("\\s+", " ");
        return HEADINGS.get(plain);
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    private static Map<String, Section> headings() {
        var all = new HashMap<String, Section>();
        var section = Section.OTHER;
        for (var line : ListedWords.lines("cv-headings.txt")) {
            if (line.startsWith("[")) section = Section.valueOf(line.substring(1, line.length() - 1));
            else for (var each : new ArrayList<>(List.of(line.split(";")))) all.put(each.strip(), section);
        }
        return Map.copyOf(all);
    }
}
