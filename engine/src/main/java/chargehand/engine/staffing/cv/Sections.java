package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which section each line belongs to.
public final class Sections {
    private static final int MOST_WORDS = 6;
    private static final Map<String, Section> HEADINGS = headings();
    private static final Pattern NUMBERING = Pattern.compile("^[\\s•*#>|\\-_=~]*(?:[0-9IVX]{1,4}[.)]\\s+)?");
    private static final Pattern ENDING = Pattern.compile("[\\s:.\\-_=~*|]+$");
    /// "10/2005 - 04/2010 Studium Maschinenbau": a line of studies among the work.
    private static final Pattern STUDIED = Pattern.compile(
            "^[^\\p{L}]{0,24}(?:(?:hochschul|universitäts|fern|duales\\s+)?studium|degree\\s+course|[eé]tudes|estudios|studie\\s+(?:informat|bedrijf)|studia)\\s+(?=\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENTENCE = Pattern.compile("[.;,!?]\\s+\\p{L}.*");

    /// What says nothing of what a section is about.
    private static final Pattern ADJECTIVES = Pattern.compile(
            "(?U)\\b(?:professional|relevant|selected|key|additional|other|further|main|recent|current|previous|personal|career|formal|it|detailed|berufliche[rn]?|weitere|sonstige|ausgew[aä]hlte|wichtigste|relevante|principales?|autres?|professionnelles?|profesional(?:es)?|laboral(?:es)?|otr[oa]s|profissional|profissionais|outr[oa]s|professional[ei]|altr[ei]|relevante|overige|zawodowe|dodatkowe|inne|summary|overview|details?|section|obtained|achieved|held)\\b");
    private static final Pattern PARTS =
            Pattern.compile("\\s*(?:[/|,&+\\t·•]|\\s-\\s|\\b(?:and|und|et|y|e|en|ed|i)\\b)\\s*");
    private static final Set<String> COLUMNS = Set.of(
            "year",
            "years",
            "date",
            "dates",
            "body",
            "issuer",
            "issued by",
            "issued",
            "provider",
            "institution",
            "institute",
            "valid until",
            "level",
            "name",
            "title",
            "no",
            "status",
            "grade",
            "result",
            "organization",
            "organisation",
            "authority",
            "number",
            "jahr",
            "datum",
            "aussteller",
            "institut",
            "gültig bis",
            "stand",
            "année",
            "organisme",
            "année obtention",
            "año",
            "entidad",
            "anno",
            "ente",
            "ano",
            "entidade",
            "jaar",
            "instantie",
            "rok",
            "instytucja",
            "period",
            "zeitraum",
            "période",
            "degree",
            "employer",
            "company",
            "role",
            "position",
            "arbeitgeber",
            "firma");

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
            var inline = whole == null ? STUDIED.matcher(line).find() ? Section.EDUCATION : inline(line) : null;
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
        var section = HEADINGS.get(plain(text));
        if (section == null)
            section = HEADINGS.get(
                    ADJECTIVES.matcher(plain(text)).replaceAll(" ").strip().replaceAll("\\s+", " "));
        return section == null ? ofParts(text) : section;
    }

    /// "Certificates / Year / Body", "Education, Languages & Interests": the first part says what it is about, if each
    /// is
    /// a heading, or one of a table's columns.
    private static @Nullable Section ofParts(String text) {
        var parts = PARTS.split(text);
        if (parts.length < 2) return null;
        Section first = null;
        for (var part : parts) {
            var plain = plain(part);
            var section = HEADINGS.get(plain);
            if (section == null && !COLUMNS.contains(plain)) return null;
            if (first == null) first = section;
        }
        return first;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("isation", "ization")
                .replaceAll("[&/,+|\\-\\t()\\[\\]:·•]", " ")
                .replaceAll(
                        "(?U)\\b(?:and|und|et|y|e|ed|en|i|of|the|my|de|des|der|die|la|le|les|in|zu|zur|do|da|dos|del|van|w|z|meine|mes|mis)\\b",
                        " ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    private static Map<String, Section> headings() {
        var all = new HashMap<String, Section>();
        var section = Section.OTHER;
        for (var line : ListedWords.lines("cv-headings.txt")) {
            if (line.startsWith("[")) section = Section.valueOf(line.substring(1, line.length() - 1));
            else for (var each : new ArrayList<>(List.of(line.split(";")))) all.put(plain(each), section);
        }
        return Map.copyOf(all);
    }
}
