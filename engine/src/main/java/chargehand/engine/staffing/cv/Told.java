package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Periods whose two ends stand apart in what somebody tells: "In May 2012 I joined Acme as a developer and stayed for
/// four years", "In september 2007 begon ik als … Ik werkte daar tot eind 2012".
final class Told {
    private record Moment(int start, int end, String text) {}

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    /// From a beginning to the words that say how it went on.
    private static final int REACH = 320;

    private static final int CLAUSE = 130;

    static final Pattern POINT = Pattern.compile("(?<![\\d$€£.,/\\-])" + Moments.POINT, I);
    static final Pattern BEGAN = Pattern.compile(
            "(?<![\\p{L}])(?:joined|started|began|begun|became|moved|switched|took\\s+(?:over|up)|came|entered|hired|promoted|appointed|recruited|made\\s+me|went\\s+to"
                    + "|machten?\\s+mich|fing|begann|trat|kam|wechselte|startete|wurde|übernahm|stieg|ging"
                    + "|rejoint|rejoignis|intégré|commencée?|commença|débutée?|débuta|entrée?|devenue?|embauchée?|recrutée?|passée?|nommée?|pris"
                    + "|empe(?:cé|zó)|comen(?:cé|zó)|entr[éó]|ingres[éó]|incorpor[éó]|pas[éó]|inici[éó]|uní|asumí|asumió|contrata\\p{L}+|ascendi\\p{L}+|nombra\\p{L}+|me\\s+hicieron"
                    + "|maakten?\\s+(?:ze\\s+)?mij|begon|startte|trad|kwam|stapte|werd"
                    + "|iniziato|iniziò|iniziai|cominciò|entrat[oa]|passat[oa]|diventat[oa]|cominciato|assunt[oa]"
                    + "|comecei|começou|entrei|entrou|ingressei|passei|iniciei|tornei|assumi"
                    + "|zaczą\\p{L}+|zaczę\\p{L}+|dołączy\\p{L}+|rozpoczą\\p{L}+|rozpoczę\\p{L}+|obją\\p{L}+|objęł\\p{L}+|przesz\\p{L}+)(?![\\p{L}])",
            I);
    /// What stands before such a date, so that a year in brackets is none.
    private static final Pattern AT = Pattern.compile(
            "(?:(?<![\\p{L}])(?:(?:in|im|on|since|ab|en|em|nel|from|vanaf|we?|at|à|au|de|du|of|dal|as\\s+of|desde)\\s+|nell'|d')(?:(?:the|la|le|el|il|den|der|dem|het|de)\\s+|l')?|[.;!?,]\\s+|\\n)$",
            I);
    private static final Pattern UNTIL = Pattern.compile(
            "(?<![\\p{L}])(?:until|till|til|up\\s+to|bis|jusqu'(?:à|a|en|au)|hasta|tot(?:\\s+en\\s+met|\\s+aan)?|t/m|fino\\s+(?:a|ad|al|alla)|até|do)\\s+(?:(?:the|zum|zur|la|le|el|o|het)\\s+|l')?$",
            I);
    private static final Pattern LEFT = Pattern.compile(
            "(?<![\\p{L}])(?:left|leaving|verließ|verliess|ausgeschieden|quitté|dejé|salí|verliet|vertrok|lasciato|saí)(?![\\p{L}])[^.;]{0,60}$",
            I);
    /// "From", not "since": whether it goes on is another question.
    private static final Pattern FROM = Pattern.compile("^(?:ab|as\\s+of|desde|dal|dall'|vanaf|od|[aà]\\s+partir)", I);
    private static final Pattern STILL = Pattern.compile(
            "(?<![\\p{L}])(?:still|to\\s+this\\s+day|to\\s+date|ever\\s+since|since\\s+then|currently|heute|noch\\s+immer|immer\\s+noch|seitdem|seither|aujourd'hui|toujours|actuellement|depuis\\s+lors|hoy|actualmente|todavía|sigo|desde\\s+entonces|nog\\s+(?:steeds|altijd)|nu\\s+nog|tegenwoordig|sindsdien|tuttora|ancora|atualmente|desde\\s+então|nadal|do\\s+dziś)(?![\\p{L}])",
            I);
    private static final Map<String, Integer> NUMBERS = Stream.of(
                    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
                    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
                    "un deux trois quatre cinq six sept huit neuf dix onze douze",
                    "un dos tres cuatro cinco seis siete ocho nueve diez once doce",
                    "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
                    "un due tre quattro cinque sei sette otto nove dieci undici dodici",
                    "um dois três quatro cinco seis sete oito nove dez onze doze")
            .map(each -> List.of(each.split(" ")))
            .flatMap(words -> words.stream().map(each -> Map.entry(each, words.indexOf(each) + 1)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    private static final Pattern LENGTH = Pattern.compile(
            "(?<![\\p{L}\\d,.])(?<n>\\d{1,2}|"
                    + NUMBERS.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .collect(Collectors.joining("|"))
                    + ")(?<half>[.,]5|\\s*½|\\s+and\\s+a\\s+half|einhalb|\\s+et\\s+demie?|\\s+y\\s+medio|[ëe]nhalf|\\s+e\\s+mezzo)?"
                    + "\\s+(?:(?:full|ganze|volle|happy|more|weitere|longues?|largos?|lange)\\s+)?(?<unit>years?|yrs|jahren?|ans|années|años|jaar|anni|anos|months|monate|mois|meses|maanden|mesi)(?![\\p{L}])"
                    + "(?!\\s+(?:of\\s+(?:\\p{L}+\\s+)?experience|old|ago|earlier|before|alt|erfahrung|d'expérience|de\\s+experiencia|ervaring))",
            I);
    /// After these words a length says how long the job was, and not since when somebody can do something.
    private static final Pattern OF_A_TEAM =
            Pattern.compile("(?:budget|contract|plan|roadmap|vertrag|team)[^.]{0,20}$", I);

    private final Flow flow;
    private final int today;
    private final boolean dayFirst;
    private final List<Moment> moments = new ArrayList<>();

    Told(Flow flow, LocalDate today) {
        this.flow = flow;
        this.today = today.getYear() * 12 + today.getMonthValue() + 1;
        dayFirst = Moments.isDayFirst(flow.folded());
        var found = POINT.matcher(flow.folded());
        while (found.find()) moments.add(new Moment(found.start(), found.end(), found.group()));
    }

    /// Those that were found by their form, where later words may end what has begun, and those that are told.
    List<Period> with(List<Period> found) {
        var all = new ArrayList<Period>();
        for (var each : found) all.add(isOpenSince(each) ? ended(each) : each);
        for (var each : moments)
            if (found.stream().noneMatch(other -> other.start() < each.end && each.start < other.end())) {
                var period = begun(each, found);
                if (period != null) all.add(period);
            }
        all.sort(Comparator.comparingInt(Period::start));
        all.addAll(new Relative(flow, List.copyOf(all), today).all());
        all.sort(Comparator.comparingInt(Period::start));
        return all;
    }

    /// "Desde abril de 2011 trabajé … hasta octubre de 2016": begun by a word, and without an end of its own.
    private boolean isOpenSince(Period period) {
        return period.open() && moments.stream().anyMatch(each -> each.end == period.end());
    }

    private Period ended(Period period) {
        var after = after(period.end());
        var next = next(period.end(), after);
        if (next == null) return period;
        int end = until(period.end(), next);
        if (end == 0
                && FROM.matcher(flow.folded().substring(period.start(), period.end()))
                        .find()) end = lasted(period.from(), after.substring(0, next.start - period.end()), next);
        return end > period.from()
                ? new Period(period.from(), Math.min(end, today), period.start(), period.end(), false)
                : period;
    }

    private @Nullable Period begun(Moment moment, List<Period> found) {
        if (!isBegun(moment) || flow.folded().charAt(moment.end) == ')') return null;
        var month = month(moment, false);
        if (month == null || month > today) return null;
        var after = after(moment.end);
        var next = next(moment.end, after);
        int end = end(month, moment, after, next, found);
        if (end <= month || end - month > 45 * 12) return null;
        return new Period(month, Math.min(end, today), moment.start, moment.end, end >= today);
    }

    /// The month after the last; 0 if nothing says so.
    private int end(int month, Moment moment, String after, @Nullable Moment next, List<Period> found) {
        if (next != null) {
            int until = until(moment.end, next);
            if (until > 0) return until;
        }
        var own = next == null ? after : after.substring(0, Math.max(0, next.start - moment.end));
        var length = LENGTH.matcher(own);
        if (length.find()
                && !OF_A_TEAM.matcher(own.substring(0, length.start())).find()) return month + months(length);
        var sentence = next == null ? own : own.replaceAll("(?s)(?<=\\p{Ll}{2})[.;!?]\\s.*", "");
        if (STILL.matcher(sentence).find()) return today;
        if (next == null || !isBegun(next) && !isSince(next, found)) return 0;
        var following = month(next, false);
        return following == null ? 0 : following;
    }

    /// What began then as the text says, and not what goes on since: by how long it lasted, or what began next.
    private int lasted(int month, String own, Moment next) {
        var length = LENGTH.matcher(own);
        if (length.find()
                && !OF_A_TEAM.matcher(own.substring(0, length.start())).find()) return month + months(length);
        var following = isBegun(next) ? month(next, false) : null;
        return following == null ? 0 : following;
    }

    private boolean isBegun(Moment moment) {
        return AT.matcher(before(moment)).find() && isBeginning(moment);
    }

    private static boolean isSince(Moment moment, List<Period> found) {
        return found.stream().anyMatch(each -> each.start() <= moment.start && moment.end <= each.end());
    }

    /// How many months a text says that something lasted; 0 if it doesn't.
    static int length(String text) {
        var length = LENGTH.matcher(text);
        return length.find()
                        && !OF_A_TEAM.matcher(text.substring(0, length.start())).find()
                ? months(length)
                : 0;
    }

    private static int months(Matcher length) {
        var written = length.group("n").toLowerCase(Locale.ROOT);
        int number = NUMBERS.containsKey(written) ? NUMBERS.getOrDefault(written, 0) : Integer.parseInt(written);
        if (length.group("unit").toLowerCase(Locale.ROOT).startsWith("m")) return number;
        return number * 12 + (length.group("half") == null ? 0 : 6);
    }

    /// The month after the one until which something went on, if that is what the next date says; else 0.
    private int until(int from, Moment next) {
        var between = flow.folded().substring(from, next.start);
        if (!UNTIL.matcher(between).find() && !LEFT.matcher(between).find()) return 0;
        var month = month(next, true);
        return month == null ? 0 : Moments.isYear(next.text) ? month : month + 1;
    }

    private @Nullable Integer month(Moment moment, boolean last) {
        return Moments.month(moment.text, last, dayFirst);
    }

    private String before(Moment moment) {
        return flow.folded().substring(Math.max(0, moment.start - 24), moment.start);
    }

    /// A word beside it says that something began then: in the same sentence, and no other date between.
    private boolean isBeginning(Moment moment) {
        var all = flow.folded();
        int from = moments.stream()
                .mapToInt(Moment::end)
                .filter(each -> each <= moment.start)
                .max()
                .orElse(0);
        int to = moments.stream()
                .mapToInt(Moment::start)
                .filter(each -> each >= moment.end)
                .min()
                .orElse(all.length());
        var before = all.substring(Math.max(from, moment.start - CLAUSE), moment.start)
                .replaceAll("(?s).*[.;!?]\\s", "");
        var after = all.substring(moment.end, Math.min(to, moment.end + CLAUSE)).replaceAll("(?s)[.;!?]\\s.*", "");
        return BEGAN.matcher(before).find() || BEGAN.matcher(after).find();
    }

    /// What is told after a date, until the paragraph ends.
    private String after(int place) {
        var all = flow.folded();
        int end = Math.min(all.length(), place + REACH);
        int line = flow.lineAt(place);
        while (line + 1 < flow.lines() && flow.start(line + 1) < end && !flow.isBlank(line + 1)) line++;
        return all.substring(place, Math.max(place, Math.min(end, flow.end(line))));
    }

    private @Nullable Moment next(int place, String after) {
        return moments.stream()
                .filter(each -> each.start >= place && each.end <= place + after.length())
                .findFirst()
                .orElse(null);
    }
}
