package chargehand.engine.staffing.cv;

import java.util.List;
import java.util.regex.Pattern;

/// What stands around the name of a certificate. In it other certificates' names are a sign each, so that the words of
/// one say nothing of the other.
final class Surroundings {
    private static final int REACH = 160;
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final char NAME = '§';

    /// A line that says what its value is, as forms do.
    private static final Pattern LABEL = Pattern.compile("\\p{Ll}[\\p{L} ]{1,24}:\\s.*", Pattern.DOTALL);
    private static final Pattern SHORT_FORM =
            Pattern.compile("^\\s*\\((?:§|(?=[^)]*\\p{Lu})[\\p{Lu}\\d\\- ]{2,12})\\)");
    private static final String AND = "(?<![\\p{L}])(?:and|und|sowie|et|y|e|ed|en|oraz|i|plus|och)(?![\\p{L}])";
    private static final Pattern SEPARATOR = Pattern.compile("[,;/&+|(]|\\s-\\s|" + AND, I);
    /// "CISSP or CISM preferred" says the same of both.
    private static final Pattern ALTERNATIVES = Pattern.compile("^(?:[\\s,/]*(?:or|oder|ou|of|lub)\\s+§)+", I);
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|[\\d.'\\s]+");
    /// Until when it holds, and not when it comes.
    private static final Pattern HOLDS_UNTIL = Pattern.compile(
            "valid|current|active|\\bexp\\b|expir|renew|until|through|g[uü]ltig|bis\\b|valable|jusqu|v[aá]lid|vigente|hasta|valid[oa]|scad|fino|v[aá]lid[oa]|at[eé]\\b|geldig|\\btot\\b|wa[zż]n\\p{L}+|\\bdo\\b|giltig",
            I);
    private static final Pattern UNTIL = Pattern.compile(
            "(?:expir\\p{L}*|exp\\.?|valid(?:\\s+(?:until|through|thru|till|to))?|g[uü]ltig\\s+bis|valable\\s+jusqu\\p{L}*|v[aá]lid[oa]\\s+(?:hasta|at[eé]|fino)|vigente\\s+hasta|geldig\\s+tot|wa[zż]n\\p{L}+\\s+do|scad\\p{L}*)"
                    + "\\W{0,4}(?:[^\\d\\n;]{0,20}|\\d{1,2}[./]\\d{0,2}[./]?)(20\\d\\d)",
            I);
    private static final Pattern SAYS_WHEN = Pattern.compile(
            "^\\W*(?:issued|expire[sd]|valid|credential|status|ausgestellt|g[uü]ltig|d[eé]livr|expedici|emitid|rilasciat|v[aá]lid|scad|uitgegeven|wydan)",
            I);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    private final Flow flow;
    private final Sections sections;
    private final int thisYear;
    private final String masked;

    Surroundings(Flow flow, Sections sections, List<Mention> mentions, int thisYear) {
        this.flow = flow;
        this.sections = sections;
        this.thisYear = thisYear;
        var text = new StringBuilder(flow.folded());
        for (var each : mentions)
            if (each.alias().kind() != Alias.Kind.NEEDS_CERTIFIED)
                for (int i = each.start(); i < each.end(); i++) if (text.charAt(i) != '\n') text.setCharAt(i, NAME);
        masked = text.toString();
    }

    /// The words of the same clause before the name.
    String before(Mention mention) {
        return before(flow.folded(), mention);
    }

    /// The words of the same clause after it.
    String after(Mention mention) {
        return after(flow.folded(), mention);
    }

    /// The words before that are said of this name: not those that follow an earlier one.
    String lead(Mention mention) {
        var text = withoutHeading(single(before(masked, mention)));
        int name = text.lastIndexOf(NAME);
        while (name >= 0) {
            var between = ASIDE.matcher(text.substring(name + 1)).replaceAll(" ");
            var separators = SEPARATOR.matcher(between);
            int last = -1;
            while (separators.find()) last = separators.end();
            if (last < 0) return between.isBlank() ? text.substring(0, name) : between;
            if (!between.substring(last).isBlank()) return between.substring(last);
            text = text.substring(0, name);
            name = text.lastIndexOf(NAME);
        }
        return text;
    }

    /// The words after that are said of this name: not those that lead to the next.
    String rest(Mention mention) {
        var text = SHORT_FORM.matcher(single(after(masked, mention))).replaceFirst("");
        text = ALTERNATIVES.matcher(text).replaceFirst("");
        int name = text.indexOf(NAME);
        if (name < 0) return text;
        int cut = name;
        var separators = SEPARATOR.matcher(text.substring(0, name));
        while (separators.find()) cut = separators.start();
        return text.substring(0, cut);
    }

    /// Whether a cell beside, a line beneath, a line above a list, or a date says that it is not held: not yet or no
    /// longer.
    boolean isSaidBeside(Mention mention) {
        return isSaidInItsRow(mention) || isSaidBeneath(mention) || isSaidAbove(mention) || isOfAnotherTime(mention);
    }

    private boolean isSaidInItsRow(Mention mention) {
        var row = single(line(mention.line()));
        if (row.indexOf(NAME) != row.lastIndexOf(NAME)) return false;
        for (var cell : row.split("[\\t|]")) if (cell.indexOf(NAME) < 0 && ClaimWords.isStatus(cell)) return true;
        return false;
    }

    private boolean isSaidBeneath(Mention mention) {
        for (int i = lastLine(mention) + 1, step = 1; isBeneath(i, mention) && step <= 4; i++, step++) {
            var line = flow.line(i);
            if (step == 1 && ClaimWords.isStatus(line) && !line.endsWith(":")) return true;
            if (SAYS_WHEN.matcher(line).find() && (isOver(line) || ClaimWords.saysOver(line))) return true;
        }
        return false;
    }

    private boolean isBeneath(int line, Mention mention) {
        return line < flow.lines()
                && !flow.isBlank(line)
                && !sections.isHeading(line)
                && sections.of(line) == sections.of(mention.line())
                && line(line).indexOf(NAME) < 0;
    }

    /// "In progress:" above a list, until the next such line.
    private boolean isSaidAbove(Mention mention) {
        for (int i = mention.line() - 1; i >= 0 && !sections.isHeading(i); i--) {
            var line = flow.line(i);
            if (line(i).indexOf(NAME) >= 0) continue;
            boolean label = line.endsWith(":");
            if (ClaimWords.isStatus(line)) return label || i == 0 || line(i - 1).indexOf(NAME) < 0;
            if (label && line.length() < 50) return false;
        }
        return false;
    }

    /// A year to come is when it will be had, unless it says until when it holds; one in which it has run out.
    private boolean isOfAnotherTime(Mention mention) {
        var rest = rest(mention);
        if (isOver(rest)) return true;
        var row = single(line(mention.line()));
        boolean alone = row.indexOf(NAME) == row.lastIndexOf(NAME);
        var said = alone ? row : rest;
        return !HOLDS_UNTIL.matcher(said).find() && !isTold(mention) && isAllToCome(said);
    }

    private boolean isTold(Mention mention) {
        return sections.of(mention.line()).isWork();
    }

    private boolean isAllToCome(String text) {
        var years = YEAR.matcher(text);
        boolean toCome = false;
        while (years.find()) {
            if (Integer.parseInt(years.group(1)) <= thisYear) return false;
            toCome = true;
        }
        return toCome;
    }

    private boolean isOver(String text) {
        var until = UNTIL.matcher(text);
        return until.find() && Integer.parseInt(until.group(1)) < thisYear;
    }

    private String line(int line) {
        return masked.substring(flow.start(line), flow.end(line));
    }

    private int lastLine(Mention mention) {
        return flow.lineAt(mention.end() - 1);
    }

    /// A sign for each name.
    private static String single(String text) {
        return text.replaceAll("§+", "§");
    }

    /// "Courses and certificates: " before a list says nothing of what is in it.
    private static String withoutHeading(String before) {
        int colon = before.indexOf(':');
        return colon > 0 && Sections.isHeading(before.substring(0, colon)) ? before.substring(colon + 1) : before;
    }

    private String before(String whole, Mention mention) {
        int from = Math.max(flow.start(Math.max(0, mention.line() - 1)), mention.start() - REACH);
        var text = whole.substring(from, mention.start());
        int cut = -1;
        boolean prose = !sections.of(mention.line()).listsCertificates();
        for (int i = text.length() - 1; i >= 0 && cut < 0; i--)
            if (isBorder(text, i) && !(prose && isWrapped(text, i))) cut = i;
        return text.substring(cut + 1).replace('\n', ' ');
    }

    private String after(String whole, Mention mention) {
        int to = Math.min(whole.length(), mention.end() + REACH);
        var text = whole.substring(mention.end(), to);
        int cut = text.length();
        for (int i = 0; i < text.length() && i < cut; i++) if (isBorder(text, i)) cut = i;
        return text.substring(0, cut).replace('\n', ' ');
    }

    /// A full stop with a capital after it, a semicolon, a bullet, a cell's border, or a line break that ends a line
    /// which is not a sentence that goes on.
    private static boolean isBorder(String text, int at) {
        char c = text.charAt(at);
        if (c == ';' || c == '•' || c == '\t' || c == '|') return true;
        if (c == '.')
            return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1)) && !isAbbreviation(text, at);
        if (c != '\n') return false;
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') next++;
        return next >= text.length()
                || !Character.isLowerCase(text.charAt(next))
                || LABEL.matcher(text).region(next, text.length()).lookingAt();
    }

    /// A long line without an end, as in prose: what follows belongs to it even if it begins with a capital.
    private static boolean isWrapped(String text, int at) {
        if (text.charAt(at) != '\n') return false;
        var line = text.substring(text.lastIndexOf('\n', at - 1) + 1, at).strip();
        return line.length() > 45
                && Character.isLetterOrDigit(line.charAt(line.length() - 1))
                && line.indexOf('\t') < 0;
    }

    private static boolean isAbbreviation(String text, int dot) {
        return dot >= 2
                && Character.isUpperCase(text.charAt(dot - 1))
                && !Character.isLetterOrDigit(text.charAt(dot - 2));
    }
}
