package chargehand.engine.staffing.cv;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Words around a certificate's name, of several languages: `cv-claims.txt`.
final class ClaimWords {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, String> WORDS = words();

    static final Pattern NOT_YET_BEFORE = anywhere("NOT_YET_BEFORE");
    static final Pattern COURSE_BEFORE = anywhere("COURSE_BEFORE");
    /// One's own, said aloud.
    static final Pattern OWN = Pattern.compile(
            "(?:\\bcertified|\\bcertifications?\\b|\\bcertificates?\\b|\\bcertificated|\\bcerts?\\b|\\bobtained|\\bearned|\\bachiev\\w+|\\bpassed|\\bholds?\\b|\\bholder|\\bhold(?:ing)?\\s|\\bcredentials?|\\battained|\\bacquired|\\breceived|\\bawarded|\\blicensed|\\baccredited|\\bzertifizier\\w+|\\bzertifikat\\w*|\\bcertifi[eé]e?(?![\\p{L}])|\\bcertificat\\b|\\bobtention|\\bbestanden|\\bcompleted\\s+(?:my\\s+)?(?:the\\s+)?$"
                    + "|\\bcertificad[oa]\\b|\\bcertificaci[oó]n(?:es)?\\b|\\bcertificat[oa]\\b|\\bcertificazion[ei]\\b|\\bcertifica[cç](?:[aã]o|[oõ]es)\\b|\\bgecertificeerd|\\bcertificaat|\\bcertificering|\\bcertyfik\\p{L}+|\\bbesitze\\b|\\berworben|\\bobtenu|\\bhaalde|\\bbehaalde|\\btitulaire|\\bbehaald|\\bobtenid[oa]|\\bpossiedo|\\bconseguit[oa]|\\bpossuo\\b)",
            I);

    /// An examination, or that it is still so, before what is said of the certificate.
    private static final String EXAM =
            "^[\\s,)\\-:/(.]*(?:(?:certification|certificate|certified|certificat|zertifizierung|zertifikat|certificering|certificaci[oó]n|certificazione|certifica[cç][aã]o|certyfikat|exams?|examination|credential|pr[uü]fung|examen|esame|exame|egzamin)[\\s,\\-:(/]*)*"
                    + "(?:(?:is|are|ist|derzeit|aktuell|zurzeit|currently|now|presently|actuellement|actualmente|attualmente|momenteel|obecnie|still|noch)\\s+)*";
    private static final Pattern NOT_YET_AFTER =
            Pattern.compile(EXAM + "(?:" + bounded("NOT_YET") + "|" + bounded("NOT_YET_AFTER") + ")", I);
    static final Pattern COURSE_AFTER = Pattern.compile(EXAM + bounded("COURSE_AFTER"), I);
    static final Pattern COURSE_BEHIND = anywhere("COURSE_AFTER");
    private static final Pattern NOT_YET = anywhere("NOT_YET");
    private static final Pattern OVER = anywhere("LAPSED");
    private static final Pattern PASSED = anywhere("PASSED");
    private static final Pattern NEGATION = Pattern.compile(
            "(?<![\\p{L}])(?:not|never|nicht|nie|ohne|without|no|non|sans|sin|sem|senza|niet|zonder|bez|non-)\\s+(?:yet\\s+|mit\\s+|an?\\s+)?$",
            I);
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "^(?:\\s+(?:advanced|foundation|practitioner|professional|expert|associate|intermediate|level\\s+\\w))?"
                    + "\\s*\\([^)]*\\b(?:associate\\s+of|written(?!\\s+and\\b)|theory|applied|escrit[oa]|scritt[oa]|schriftlich\\w*|[eé]crit|schriftelijk\\w*)\\b[^)]*\\)",
            I);
    private static final Pattern FIRST_PART = Pattern.compile("^[\\s\\-]*(?:\\([^)]*\\)|[^,;)]*)");
    private static final Pattern SECOND_PART = Pattern.compile(
            "^[^,;)]*[,;)][\\s(\\-]*(?=(?:exam|pr[uü]fung|examen|esame|exame|egzamin|valid|g[uü]ltig|expir|abgel)\\p{L}*)[^,;)]*",
            I);
    private static final Pattern WHOLE =
            Pattern.compile(EXAM + "(?:" + bounded("NOT_YET") + "|" + bounded("LAPSED") + ")[^.;•]{0,30}$", I);

    private static final Pattern STATUS_LABEL =
            Pattern.compile("^\\W*(?:status|stand|[eé]tat|estado|stato|stan|result|ergebnis)\\s*[:\\-]\\s*", I);
    /// "Our director is a".
    private static final Pattern OF_ANOTHER =
            Pattern.compile("(?<![\\p{L}])(?:is|was|ist|war|est|jest)\\s+(?:(?:an?|eine?|une?)\\s+)?$", I);
    private static final Pattern HELD = anywhere("HELD");
    private static final Pattern NEUTRAL = Pattern.compile(bounded("NEUTRAL"), I);
    private static final Pattern SMALL_WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}.@/])\\p{Ll}[\\p{L}\\-]{3,}(?![\\p{L}]*[.@/\\d]\\w)");
    private static final Pattern NOT = Pattern.compile(
            "(?<![\\p{L}])(?:not|never|against|nicht|nie|kein\\p{L}*|pas|jamais|nunca|mai|nooit|nigdy)(?![\\p{L}])", I);

    private ClaimWords() {}

    /// @param rest what follows a name
    static boolean saysNotYet(String rest) {
        if (IN_BRACKETS.matcher(rest).find()) return true;
        var found = NOT_YET_AFTER.matcher(rest);
        if (found.find()) return !isTakenBack(rest.substring(found.end()));
        return says(NOT_YET, part(FIRST_PART, rest)) || says(NOT_YET, part(SECOND_PART, rest));
    }

    static boolean saysOver(String rest) {
        return says(OVER, part(FIRST_PART, rest))
                || says(OVER, part(SECOND_PART, rest))
                || WHOLE.matcher(rest).find();
    }

    static boolean saysPassed(String text) {
        var found = PASSED.matcher(text);
        while (found.find())
            if (!NEGATION.matcher(text.substring(0, found.start())).find()) return true;
        return false;
    }

    /// A line or a cell that says so of what stands beside it: "in progress", "Status: planned".
    static boolean isStatus(String text) {
        return text.length() < 60
                && WHOLE.matcher(STATUS_LABEL.matcher(text).replaceFirst("")).find();
    }

    /// Whether words stand around a name that may say anything, and none says that it is held.
    ///
    /// @param anyCase words with a capital as well; else these are names of issuers and the like
    static boolean isDoubtful(String lead, String rest, boolean anyCase) {
        boolean unknown = OF_ANOTHER.matcher(lead).find() || hasUnknown(lead, anyCase) || hasUnknown(rest, anyCase);
        if (!unknown) return false;
        boolean held = saysPassed(lead) || saysPassed(rest) || saysHeld(lead) || saysHeld(part(FIRST_PART, rest));
        return !held || NOT.matcher(lead + " " + rest).find();
    }

    private static boolean saysHeld(String text) {
        return HELD.matcher(text).find();
    }

    private static boolean hasUnknown(String text, boolean anyCase) {
        var words = SMALL_WORD.matcher(anyCase ? text.toLowerCase(Locale.ROOT) : text);
        while (words.find()) if (!NEUTRAL.matcher(words.group()).matches()) return true;
        return false;
    }

    private static boolean isTakenBack(String after) {
        return Pattern.compile("^\\s*(?:and\\s+)?(?:exam\\s+)?(?:passed|certified)", I)
                .matcher(after)
                .find();
    }

    private static boolean says(Pattern words, String part) {
        var found = words.matcher(part);
        if (!found.find() || part.length() > 80) return false;
        var before = part.substring(0, found.start());
        return !saysPassed(before) && !NEGATION.matcher(before).find();
    }

    private static String part(Pattern pattern, String rest) {
        var found = pattern.matcher(rest);
        return found.find() ? found.group() : "";
    }

    private static Pattern anywhere(String kind) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + bounded(kind), I);
    }

    private static String bounded(String kind) {
        return "(?:" + Objects.requireNonNull(WORDS.get(kind), kind) + ")(?![\\p{L}\\p{N}])";
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        var kind = "";
        for (var line : ListedWords.lines("cv-claims.txt")) {
            if (line.startsWith("[")) kind = line.substring(1, line.length() - 1);
            else words.merge(kind, line.replaceAll("\\s*;\\s*", "|"), (one, other) -> one + "|" + other);
        }
        return words;
    }
}
