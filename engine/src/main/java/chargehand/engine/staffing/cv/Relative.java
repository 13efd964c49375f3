package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Periods that are told by others: "since then I have been a project manager", "before that I was a tester for three
/// years". They have no date of their own; they begin where the one before ends, or end where it begins.
final class Relative {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /// From what is told with a date to what hangs on it.
    private static final int REACH = 320;

    private static final Pattern SINCE_THEN = Pattern.compile(
            "(?<![\\p{L}])(?:since\\s+then|ever\\s+since|seitdem|seither|seit\\s+damals|depuis\\s+(?:lors|ce\\s+temps)|desde\\s+entonces|desde\\s+ent[aã]o|sindsdien|da\\s+allora|od\\s+tego\\s+czasu|od\\s+tamtej\\s+pory|sedan\\s+dess|siden\\s+da)(?![\\p{L}])",
            I);
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}])(?:before\\s+(?:that|this|then)|previously|prior\\s+to\\s+(?:that|this)|davor|zuvor|vorher|auparavant|avant\\s+(?:cela|ça)|antes(?:\\s+de\\s+es[oe])?|anteriormente|previamente|daarvoor|ervoor|voordien|prima(?:\\s+di\\s+(?:ci[oò]|questo))?|in\\s+precedenza|antes\\s+disso|wcze[sś]niej|przedtem|dessf[oö]rinnan|f[oø]r\\s+det)(?![\\p{L}])",
            I);
    private static final Pattern AFTER = Pattern.compile(
            "(?<![\\p{L}])(?:after\\s+(?:that|this)|afterwards|thereafter|danach|anschließend|daraufhin|ensuite|apr[eè]s\\s+cela|puis|despu[eé]s|luego|posteriormente|daarna|vervolgens|dopo|successivamente|poi|depois|em\\s+seguida|potem|nast[eę]pnie|d[aä]refter|derefter)(?![\\p{L}])",
            I);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\p{L}{2}|\\d)[.!?;](?=\\s)|\\n\\s*\\n");

    private final Flow flow;
    private final List<Period> dated;
    private final int today;

    Relative(Flow flow, List<Period> dated, int today) {
        this.flow = flow;
        this.dated = dated;
        this.today = today;
    }

    List<Period> all() {
        var found = new ArrayList<Period>();
        for (var each : matches(SINCE_THEN)) {
            var before = before(each.start());
            if (before != null && !before.open() && !isDated(each.end(), end(each.end())))
                add(found, before.toExclusive(), today, each, true);
        }
        for (var each : matches(BEFORE)) {
            var length = length(each);
            var before = before(each.start());
            if (before != null && length > 0) add(found, before.from() - length, before.from(), each, false);
        }
        for (var each : matches(AFTER)) {
            var length = length(each);
            var before = before(each.start());
            if (before != null && !before.open() && length > 0)
                add(found, before.toExclusive(), Math.min(today, before.toExclusive() + length), each, false);
        }
        return found;
    }

    private List<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(flow.folded()).results().toList();
    }

    private static void add(List<Period> found, int from, int to, MatchResult phrase, boolean open) {
        if (to > from) found.add(new Period(from, to, phrase.start(), phrase.end(), open));
    }

    /// What was told last, in the same paragraph or the one above.
    private @Nullable Period before(int place) {
        return dated.stream()
                .filter(each -> each.end() <= place && place - each.end() < REACH)
                .max(Comparator.comparingInt(Period::end))
                .orElse(null);
    }

    /// How many months the sentence says; 0 if it doesn't, or has dates.
    private int length(MatchResult phrase) {
        int end = end(phrase.end());
        if (isDated(phrase.end(), end)) return 0;
        return Told.length(flow.folded().substring(phrase.end(), end));
    }

    private int end(int from) {
        var ends = SENTENCE_END.matcher(flow.folded());
        int end = ends.find(from) ? ends.start() : flow.folded().length();
        return Math.min(end, Math.min(flow.folded().length(), from + REACH));
    }

    private boolean isDated(int from, int to) {
        return Told.POINT.matcher(flow.folded().substring(from, to)).find();
    }
}
