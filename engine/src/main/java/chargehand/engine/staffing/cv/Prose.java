package chargehand.engine.staffing.cv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Jobs that are told in sentences: "Since 2015 I have led projects as a senior project manager for ...".
final class Prose {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int FEWEST_WORDS = 7;
    private static final int REACH = 260;

    private static final Pattern AS = Pattern.compile(
            "(?<![\\p{L}])(?:as|als|en\\s+tant\\s+que?|comme|como|come|jako|som|in\\s+qualit[aà]\\s+di|(?:role|position|post|rolle|position|fonction|poste|puesto|cargo|ruolo|functie|rol)\\s+(?:of|als|des|der|de|di|van))\\s+"
                    + "(?:(?:an?|the|eine?[rnm]?|une?|un[ao]?|uma?|den?|der|its|their|our)\\s+)?"
                    + "(?<title>[^,.;()\\n]{3,70}?)(?=\\s+(?:at|for|with|bei|beim|f[uü]r|chez|pour|en|in|im|na|no|em|voor|bij|presso|per|dla|para|w|where|wo|and|und|et|y|auf|on|of|der|des|het)(?![\\p{L}])|[,.;()]|$)",
            I);
    private static final Pattern TELLS = Pattern.compile(
            "(?<![\\p{L}])(?:(?-i:I(?:'ve|'m)?)|ich|je|j'\\p{L}+|ik|yo|eu|io|me|my|work(?:ed|ing)?|employed|served|joined|leite\\p{L}*|arbeit\\p{L}+|travaill\\p{L}+|trabaj\\p{L}+|trabalh\\p{L}+|lavor\\p{L}+|werk(?:te|zaam)?|pracuj\\p{L}+|pracowa\\p{L}+|dirijo|dirig\\p{L}+|arbetar)(?![\\p{L}])",
            I);
    private static final Pattern STUDIES = Pattern.compile(
            "(?<![\\p{L}])(?:stud(?:y|ied|ying|ierte|iere|ied|eerde|iowa\\p{L}+|i[eé]\\p{L}*|iat[oa]|ei)|[eé]tudi\\p{L}+|estudi\\p{L}+|graduat\\p{L}+|degree|abitur|certified|zertifiziert|member|mitglied)(?![\\p{L}])",
            I);
    private static final Pattern END = Pattern.compile("(?<=\\p{Ll}{2}|\\d{4}|[)%])[.!?](?=\\s|$)|;");

    private final Flow flow;
    private final Sections sections;

    Prose(Flow flow, Sections sections) {
        this.flow = flow;
        this.sections = sections;
    }

    /// What a sentence calls the job in which somebody was in a period; null if it tells of none.
    @Nullable
    String title(Period period) {
        var section = sections.of(flow.lineAt(period.start()));
        if (section == Section.EDUCATION || section == Section.CERTIFICATES) return null;
        if (isTitleBeside(period)) return null;
        var sentence = sentence(period);
        if (sentence.split("\\s+").length < FEWEST_WORDS
                || !TELLS.matcher(sentence).find()) return null;
        if (STUDIES.matcher(sentence).find()) return null;
        var as = AS.matcher(sentence);
        while (as.find()) if (names(as.group("title"))) return as.group("title");
        return Titles.isTitleBesideDates(sentence)
                        || !FieldWords.ofTitle(sentence).isEmpty()
                ? sentence
                : null;
    }

    /// A job and its dates, and nothing that tells.
    private boolean isTitleBeside(Period period) {
        int line = flow.lineAt(period.start());
        var text = flow.line(line);
        int from = period.start() - flow.start(line);
        int to = Math.min(text.length(), period.end() - flow.start(line));
        var rest = text.substring(0, from) + " " + text.substring(to);
        return rest.length() < 60 && !TELLS.matcher(rest).find() && Titles.isTitleBesideDates(rest);
    }

    private static boolean names(String title) {
        return Titles.isTitleBesideDates(title) || !FieldWords.ofTitle(title).isEmpty();
    }

    /// Over line breaks, but neither over an empty line nor into a list.
    private String sentence(Period period) {
        int first = flow.lineAt(period.start());
        int last = flow.lineAt(period.end() - 1);
        if (isItem(first)) return flow.line(first).substring(1);
        while (first > 0 && goesOn(first - 1)) first--;
        while (last + 1 < flow.lines() && goesOn(last)) last++;
        int from = Math.max(flow.start(first), period.start() - REACH);
        int to = Math.min(flow.end(last), period.end() + REACH);
        var before = flow.folded().substring(from, period.start());
        var after = flow.folded().substring(period.end(), to);
        var ends = END.matcher(before);
        int begin = 0;
        while (ends.find()) begin = ends.end();
        var end = END.matcher(after);
        return (before.substring(begin) + " " + (end.find() ? after.substring(0, end.start()) : after))
                .replace('\n', ' ')
                .strip();
    }

    private boolean isItem(int line) {
        return !flow.isBlank(line) && "•*-".indexOf(flow.line(line).charAt(0)) >= 0;
    }

    /// Whether a line is a part of running text that the next one continues.
    private boolean goesOn(int line) {
        if (line + 1 >= flow.lines() || sections.isHeading(line) || sections.isHeading(line + 1)) return false;
        if (flow.isBlank(line + 1) || isItem(line + 1)) return false;
        var text = flow.line(line);
        return text.length() > 45 && text.indexOf('\t') < 0 && !text.endsWith(".");
    }
}
