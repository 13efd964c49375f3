package chargehand.engine.staffing.cv;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a degree is in, by the words after it, before it or below it.
final class DegreeField {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Map<String, String> SAID_BY_NAME = Map.ofEntries(
            Map.entry("MBA", "Business Administration"),
            Map.entry("EMBA", "Business Administration"),
            Map.entry("BBA", "Business Administration"),
            Map.entry("BSBA", "Business Administration"),
            Map.entry("MCA", "Computer Applications"),
            Map.entry("BCA", "Computer Applications"),
            Map.entry("BSCS", "Computer Science"),
            Map.entry("MSCS", "Computer Science"),
            Map.entry("BSEE", "Electrical Engineering"),
            Map.entry("MSEE", "Electrical Engineering"),
            Map.entry("BSME", "Mechanical Engineering"),
            Map.entry("MSME", "Mechanical Engineering"),
            Map.entry("BSIT", "Information Technology"),
            Map.entry("MSIT", "Information Technology"),
            Map.entry("MSIS", "Information Systems"),
            Map.entry("BTECH", "Technology"),
            Map.entry("MTECH", "Technology"),
            Map.entry("BENG", "Engineering"),
            Map.entry("MENG", "Engineering"),
            Map.entry("BE", "Engineering"),
            Map.entry("ME", "Engineering"),
            Map.entry("BCOM", "Commerce"),
            Map.entry("MCOM", "Commerce"));

    /// What says of which faculty, not in which field.
    private static final Pattern FACULTY = Pattern.compile(
            "^[\\s.,:)\\-'(]*(?:of\\s+|in\\s+)?(?:applied\\s+)?(?:sciences?|arts?|technology|engineering|philosophy|laws?|letters|fine\\s+arts|occupational\\s+studies|degree)\\b(?=\\s*(?:degree|in\\b|\\(|[,:;\\-|\\t/]|\\d{4}|$|with\\b|honou?rs))(?:\\s+degree)?(?:\\s*\\([^)]{1,12}\\))?",
            I);
    private static final Pattern OPENING = Pattern.compile(
            "^[\\s.,:;)\\-'(|\\t/]*(?:(?:degree|hons?\\.?|honou?rs|major(?:ing|ed)?|concentration|emphasis|specialization|specialisation|with|a|an|the|in|of|en|der|des|de)\\b[\\s,:;.)(\\-]*)*",
            I);
    private static final Pattern CLOSING = Pattern.compile(
            "\\s*(?:[,;|(\\t•)]|\\s-\\s|\\s/\\s|-\\s|:\\s|\\bfrom\\b|\\bat\\b|\\bwith\\b|\\bunder\\b|\\bminor|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?[\\s,']+\\d|\\d{2}[/.]\\d|\\d{4}|\\bgpa\\b|\\beqf\\b|\\blevel\\b|\\buniversit|\\bcollege|\\binstitut|\\bschool\\s+of|\\bgraduat|\\bpassed|\\bcompleted|\\ban\\s+der\\b|\\bà\\s|\\. ).*$",
            I);
    private static final Pattern KNOWN = Pattern.compile(
            "(?:comput|informat|software|engineer|elektr|business|management|administration|technolog|science|mathemat|physics|econom|account|financ|market|electr|mechan|network|security|cyber|communication|psycholog|history|english|design|statist|biolog|chem|politic|liberal|arts|nursing|law|criminal|education|commerce|ingenieur|wirtschaft|mathématiques|gestion)",
            I);

    /// The words before are a place's name then.
    /// The words of a field, as far as they go: "Information Technology" of what stands before a school's name.
    private static final Pattern COMMON = Pattern.compile(
            "^(?:[\\p{L}]+ (?:and |& )?){0,3}(?:sciences?|technology|engineering|administration|management|systems|security|assurance|studies|mathematics|physics|economics|applications|networking|networks|electronics|accounting|finance|psychology|marketing|communications?|development|design|arts|education|informatics|statistics)(?=\\s)",
            I);

    private static final Pattern OF_PLACE = Pattern.compile("^\\s*(?:universit|college|institut)", I);

    private final Flow flow;
    private final Sections sections;

    DegreeField(Flow flow, Sections sections) {
        this.flow = flow;
        this.sections = sections;
    }

    @Nullable
    String of(DegreeNames.Named named, int line, int end) {
        var text = flow.line(line);
        var inName = inName(named.text());
        var after = after(named, text.substring(named.end(), end));
        if (after != null) return inName == null || after.length() > 2 ? after : inName;
        if (inName != null) return inName;
        var before = before(text.substring(0, named.start()));
        return before != null ? before : below(line);
    }

    private static @Nullable String after(DegreeNames.Named named, String text) {
        boolean ofSomething = named.text().matches("(?i).*(?:\\bof|\\bin|d')\\s*$");
        var rest = FACULTY.matcher((ofSomething ? " " : "") + text).replaceFirst("");
        rest = OPENING.matcher(rest).replaceFirst("");
        var field = CLOSING.matcher(rest).replaceFirst("").strip();
        var common = COMMON.matcher(rest);
        if (common.find() && field.length() > common.end()) return common.group();
        boolean ofPlace = OF_PLACE.matcher(rest.substring(rest.startsWith(field) ? field.length() : 0))
                .find();
        if (ofPlace || field.isEmpty() || field.length() > 70 || !field.matches(".*\\p{L}{2}.*"))
            return faculty(named, text);
        if (!Character.isLetter(field.charAt(0)) || Institution.isOne(field)) return faculty(named, text);
        return field;
    }

    /// "Bachelor of Engineering" with nothing more says at least that.
    private static @Nullable String faculty(DegreeNames.Named named, String text) {
        var word = Pattern.compile("^\\s*(engineering|technology|business administration|computer science)\\b", I)
                .matcher(text);
        return named.text().matches("(?i).*\\b(?:of|in)\\s*$") && word.find() ? word.group(1) : null;
    }

    private static @Nullable String inName(String name) {
        var letters = name.replaceAll("[^\\p{L}]", "").toUpperCase(java.util.Locale.ROOT);
        if (SAID_BY_NAME.containsKey(letters)) return SAID_BY_NAME.get(letters);
        var german =
                Pattern.compile("(?i)^dipl(?:om|\\.)[\\s\\-.]*(\\p{L}{3,})").matcher(name);
        return german.find() && german.group(1).length() > 4 ? german.group(1) : null;
    }

    private static @Nullable String before(String text) {
        var cells = text.split("[,;|\\t(:]|\\s-\\s");
        for (int i = cells.length - 1; i >= 0 && i >= cells.length - 2; i--) {
            var cell = cells[i].replaceAll("^.*\\d{4}", "")
                    .replaceAll("^\\s*(?:Studium|Studiengang|Studies|Major)(?: der| des)?\\s+", "")
                    .strip();
            if (KNOWN.matcher(cell).find() && cell.length() < 60 && !Institution.isOne(cell)) return cell;
        }
        return null;
    }

    private @Nullable String below(int line) {
        for (int i = line + 1; i <= line + 2 && i < flow.lines(); i++) {
            var text = flow.line(i);
            if (sections.isHeading(i) || !DegreeNames.in(text).isEmpty()) return null;
            for (var cell : text.split("[,;|\\t]|\\s-\\s|:\\s")) {
                var field = cell.replaceAll("^(?i:major|field|concentration)\\s*", "")
                        .strip();
                if (field.length() < 50 && KNOWN.matcher(field).find() && !Institution.isOne(field)) return field;
            }
        }
        return null;
    }
}
