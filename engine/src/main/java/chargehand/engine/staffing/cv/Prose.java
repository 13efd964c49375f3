package chargehand.engine.staffing.cv;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Jobs that are told in sentences: "Since 2015 I have led projects as a senior project manager for ...".
final class Prose {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int FEWEST_WORDS = 4;
    private static final int REACH = 260;
    private static final int SHORTEST_PART = 12;

    private static final String ARTICLE =
            "(?:(?:an?|the|eine?[rnm]?|une?|un[ao]?|uma?|den?|der|het|its|their|our)\\s+)?";
    private static final Pattern AS = Pattern.compile(
            "(?<![\\p{L}])(?:as|als|en\\s+tant\\s+qu(?:e\\s|')|comme|como|come|jako|som|in\\s+qualit[aà]\\s+di|(?:role|position|post|rolle|position|fonction|poste|puesto|cargo|ruolo|functie|rol)\\s+(?:of|als|des|der|de|di|van))\\s*(?<=[\\s'])"
                    + ARTICLE + "(?<title>[^,.;()]{3,90})",
            I);
    /// "I was", "bin ich", "devenu": what follows is what somebody was.
    private static final Pattern WAS = Pattern.compile(
            "(?<![\\p{L}])(?:was|been|am|bec[ao]me|made\\s+me|promoted\\s+to|a\\s+ser|war|bin|wurde|[eé]tais|suis|[eé]t[eé]|devenue?|fui|soy|era|sido|ben|werd|sono|stat[oa]|ero|sou|tornei-me|by[lł][ae]m|jestem|zosta[lł][ae]m)\\s+(?:(?:ich|ik|je|then|dann|daarna|also|the)\\s+)?"
                    + ARTICLE + "(?<title>[^,.;()]{3,90})",
            I);
    /// Where the name of a job ends and its place begins.
    private static final Pattern PLACE = Pattern.compile(
            "\\s+(?:at|for|with|bei|beim|f[uü]r|chez|pour|im|em|na|no|voor|bij|presso|per|dla|para|w|where|wo|auf|on|in|within|from|von|dans|tot|until|bis|hasta|jusqu\\p{L}*|und\\s+blieb|and\\s+stayed)(?![\\p{L}]).*",
            I | Pattern.DOTALL);
    private static final Pattern AND =
            Pattern.compile("(?<=\\p{L})\\s+(?:and|und|et|y|e|en|i)\\s+(?=\\p{L})|\\s*/\\s*", I);
    private static final Pattern OPEN_END = Pattern.compile(
            "(?:,|(?<![\\p{L}])(?:in|the|an?|of|at|to|as|and|with|from|until|I|für|bei|der|die|das|am|im|von|bis|ich|als|und|de|la|el|en|et|y|à|du|chez|como|comme|je|van|het|een|op|met|ik|tot|di|e|il|da|do|em))$");
    private static final Pattern BREAK = Pattern.compile("(?U)[,;]|\\s(?:and|und|et|y|e|en)\\s");
    /// Another sentence begins after the "and".
    private static final Pattern TOLD_ANEW = Pattern.compile(
            "(?<![\\p{L}])(?:(?-i:I)|ich|ik|je|j'\\p{L}+|was|war|before|daarvoor|davor|vorher|avant|antes|prima|later|then|dann)(?![\\p{L}])",
            I);
    private static final Pattern CHUNKS = Pattern.compile(
            "[,;:()]|(?<![\\p{L}])(?:at|for|with|bei|beim|f[uü]r|chez|pour|voor|bij|presso|where|wo|o[uù]|donde|waar|dove|responsib\\p{L}+|verantwort\\p{L}+)(?![\\p{L}])",
            I);
    private static final Pattern TELLS = Pattern.compile(
            "(?<![\\p{L}])(?:(?-i:I(?:'ve|'m)?)|ich|je|j'\\p{L}+|ik|yo|eu|io|me|my|s?he|(?:has|have|had)\\s+been|hij|zij|elle|ella|ela|work(?:ed|ing)?|employed|served|joined|leite\\p{L}*|arbeit\\p{L}+|travaill\\p{L}+|trabaj\\p{L}+|trabalh\\p{L}+|lavor\\p{L}+|werk(?:te|zaam)?|pracuj\\p{L}+|pracowa\\p{L}+|dirijo|dirig\\p{L}+|arbetar|fui|soy|estuve|ejerc\\p{L}+|desempe[ñn]\\p{L}+|era|empec\\p{L}+|comenc\\p{L}+|entr[eé]|ingres\\p{L}+|incorpor\\p{L}+|sou|atu\\p{L}+|comec\\p{L}+|sono|ero|gestisco|by[lł][ae]m|jestem|zacz\\p{L}+)(?![\\p{L}])",
            I);
    private static final Pattern STUDIES = Pattern.compile(
            "(?<![\\p{L}])(?:stud(?:y|ied|ying|ierte|iere|ied|eerde|iowa\\p{L}+|i[eé]\\p{L}*|iat[oa]|ei)|[eé]tudi\\p{L}+|estudi\\p{L}+|graduat\\p{L}+|degree|abitur|certified|zertifiziert|member|mitglied)(?![\\p{L}])",
            I);
    private static final Pattern SENTENCES =
            Pattern.compile("(?<=\\p{Ll}{2}|\\p{Ll}\\p{Lu}|\\d{4}|[)%])[.!?]\\s+\\p{Lu}");
    private static final Pattern END = Pattern.compile(
            "(?<=\\p{Ll}{2}|\\p{Ll}\\p{Lu}|\\d{4}|[)%]|\\b(?:AG|SE|KG|BV|NV|SA|IT|TI|ICT|UK|USA|EU))[.!?](?=\\s|$)|;");

    /// "After graduating I joined": the studies are over.
    private static final Pattern AFTER_STUDIES = Pattern.compile(
            "(?<![\\p{L}])(?:after|having|nach|apr[eè]s|tras|despu[eé]s\\s+de|al\\s+terminar|na|dopo|depois\\s+de|po)\\s+[^,.;]{0,60}$",
            I);

    private final Flow flow;
    private final Sections sections;
    private final List<Period> periods;

    Prose(Flow flow, Sections sections, List<Period> periods) {
        this.flow = flow;
        this.sections = sections;
        this.periods = periods;
    }

    /// What a sentence calls the job in which somebody was in a period; null if it tells of none.
    @Nullable
    String title(Period period) {
        var section = sections.of(flow.lineAt(period.start()));
        if (section == Section.EDUCATION || section == Section.CERTIFICATES) return null;
        if (isTitleBeside(period)) return null;
        var sentence = sentence(period);
        if (sentence.split("\\s+").length < FEWEST_WORDS || !tells(sentence)) return null;
        if (isAboutStudies(sentence)) return null;
        var clause = clause(period);
        var named = named(AS, clause);
        if (named == null) named = named(WAS, clause);
        if (named == null) named = chunk(clause);
        if (named != null) return named;
        if (!clause.equals(sentence) && !names(clause)) return null;
        return names(clause) ? clause : null;
    }

    private static boolean tells(String sentence) {
        return TELLS.matcher(sentence).find() || Told.BEGAN.matcher(sentence).find();
    }

    private static boolean isAboutStudies(String sentence) {
        var studies = STUDIES.matcher(sentence);
        return studies.find()
                && !AFTER_STUDIES
                        .matcher(sentence.substring(0, studies.start()))
                        .find();
    }

    /// What the words after "as" or "I was" call a job, without its place.
    private static @Nullable String named(Pattern pattern, String clause) {
        var found = pattern.matcher(clause);
        while (found.find()) {
            var title = ofJobs(PLACE.matcher(found.group("title")).replaceFirst(""));
            if (names(title)) return title;
        }
        return null;
    }

    /// "Systems and network engineer", "developer and scrum master"; but not "developer and stayed there for long".
    private static String ofJobs(String words) {
        var parts = AND.split(words);
        var title = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            boolean complete = Titles.isTitleBesideDates(title.toString());
            boolean more = Titles.isTitleBesideDates(parts[i])
                    && parts[i].split("\\s+").length <= 4
                    && !TOLD_ANEW.matcher(parts[i]).find();
            if (complete && !more) break;
            title.append(" / ").append(parts[i]);
        }
        return title.toString();
    }

    /// The part of a clause that names a job, and a field.
    private static @Nullable String chunk(String clause) {
        for (var each : CHUNKS.split(clause))
            if (Titles.isTitleBesideDates(each) && !FieldWords.ofTitle(each).isEmpty()) return each.strip();
        return null;
    }

    /// One of several periods of a line that tells of them in sentences.
    boolean isTold(Period period) {
        int line = flow.lineAt(period.start());
        boolean alone = periods.stream()
                        .filter(each -> flow.lineAt(each.start()) == line)
                        .count()
                < 2;
        return !alone
                && tells(flow.line(line))
                && SENTENCES.matcher(flow.line(line)).find();
    }

    /// A job and its dates, and nothing that tells.
    private boolean isTitleBeside(Period period) {
        int line = flow.lineAt(period.start());
        var text = flow.line(line);
        int from = period.start() - flow.start(line);
        int to = Math.min(text.length(), period.end() - flow.start(line));
        var rest = text.substring(0, from) + " " + text.substring(to);
        if (isSmall(line) || goesOn(line) && isSmall(line + 1)) return false;
        return rest.length() < 60 && !TELLS.matcher(rest).find() && Titles.isTitleBesideDates(rest);
    }

    private static boolean names(String title) {
        return Titles.isTitleBesideDates(title) || !FieldWords.ofTitle(title).isEmpty();
    }

    /// A sentence, without those of its clauses that tell of another time.
    private String clause(Period period) {
        var before = beside(period, true);
        var after = beside(period, false);
        int left = period.start() - before.length();
        int right = period.end() + after.length();
        for (var each : periods) {
            if (each.end() <= period.start() && each.end() > left)
                before = lastPart(flow.folded().substring(each.end(), period.start()));
            else if (each.start() >= period.end() && each.start() < right) {
                after = firstParts(flow.folded().substring(period.end(), each.start()));
                break;
            }
        }
        return (before + " " + after).replace('\n', ' ').strip();
    }

    /// After the last comma or "and"; what is only a word there, as "from", goes with the part before it.
    private static String lastPart(String words) {
        var parts = BREAK.split(words, -1);
        var last = parts[parts.length - 1];
        return parts.length > 2 && last.length() < SHORTEST_PART ? parts[parts.length - 2] + ", " + last : last;
    }

    private static String firstParts(String words) {
        int end = Math.max(words.lastIndexOf(','), words.lastIndexOf(';'));
        return end > 0 ? words.substring(0, end) : words;
    }

    private String sentence(Period period) {
        return (beside(period, true) + " " + beside(period, false))
                .replace('\n', ' ')
                .strip();
    }

    /// Over line breaks, but neither over an empty line nor into a list.
    private String beside(Period period, boolean left) {
        int first = flow.lineAt(period.start());
        int last = flow.lineAt(period.end() - 1);
        while (!isItem(first) && first > 0 && goesOn(first - 1)) first--;
        while (!isItem(first) && last + 1 < flow.lines() && goesOn(last)) last++;
        int from = Math.max(flow.start(first), period.start() - REACH);
        int to = Math.min(flow.end(last), period.end() + REACH);
        return left ? since(from, period.start()) : until(period.end(), to);
    }

    /// The part of a text that belongs to the sentence which goes on behind it. A date may be the last word of a
    /// sentence:
    /// what stands outside is seen, too.
    private String since(int from, int to) {
        var ends = END.matcher(flow.folded()).useTransparentBounds(true).region(from, to);
        int begin = from;
        while (ends.find()) begin = ends.end();
        return flow.folded().substring(begin, to);
    }

    private String until(int from, int to) {
        var ends = END.matcher(flow.folded()).useTransparentBounds(true).region(from, to);
        return flow.folded().substring(from, ends.find() ? ends.start() : to);
    }

    private boolean isItem(int line) {
        return !flow.isBlank(line) && "•*-".indexOf(flow.line(line).charAt(0)) >= 0;
    }

    /// Whether a line is a part of running text that the next one continues.
    private boolean goesOn(int line) {
        if (line + 1 >= flow.lines() || sections.isHeading(line) || sections.isHeading(line + 1)) return false;
        if (flow.isBlank(line + 1) || isItem(line + 1)) return false;
        var text = flow.line(line);
        if (text.isEmpty() || text.indexOf('\t') >= 0 || text.endsWith(".")) return false;
        // In a narrow column lines are short, and go on in small letters, or break behind a small word.
        boolean wide = text.length() > 15 || line > 0 && flow.line(line - 1).length() > 45;
        return text.length() > 45
                || wide && (isSmall(line + 1) || OPEN_END.matcher(text).find());
    }

    private boolean isSmall(int line) {
        return line < flow.lines()
                && !flow.isBlank(line)
                && Character.isLowerCase(flow.line(line).charAt(0));
    }
}
