package chargehand.engine.forecast.history;

import chargehand.engine.forecast.Spreads;
import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a range says of a task: first the estimator's word, that it holds in eight of ten cases; then, the more
/// ranges have come true or not, what those were worth.
///
/// A range is read as a normal distribution of the logarithm, of its own width on each side of the estimate,
/// which is its median; a side on which the estimate is the end itself says nothing, and is as wide as the other. How
/// far work scattered beyond what ranges said is their *blur*: it adds to the width of each, as variances do, so that
/// a narrow range grows more by it than a wide one. Of each finished work that had a range, the place where it ended
/// is noted, in standard deviations of the blurred range. What comes of the next range is drawn from those places, and
/// from the standard normal distribution that counts as [#WORD] of them. So ranges that are told too narrow get
/// wider, and ranges that are told too low move up.
///
/// All of a company's ranges speak alike, and only the latest [#MOST]: nothing is noted of any person.
public final class RangeRecord {
    /// As how many finished ranges the estimator's word counts.
    public static final int WORD = 8;
    /// More than this were of another time.
    public static final int MOST = 400;
    /// With this many there is something to say of how they held.
    public static final int FEWEST = 10;
    /// Nothing has been finished that had a range.
    public static final RangeRecord NONE = of(List.of());

    private static final int WORD_POINTS = 64;
    /// Of the standard normal distribution, what is exceeded in one case of ten.
    private static final double TENTH = 1.2815515655446004;
    /// What lies further out counts as this far: one piece of work must not decide on all others.
    private static final double FARTHEST = 4;
    /// No task is drawn longer than so many times its estimate, or shorter than that part of it.
    private static final double MOST_TIMES = 20;

    private final Sample places;
    private final double blur;
    private final int count;
    private final int held;
    private final int under;

    private RangeRecord(Sample places, double blur, int count, int held, int under) {
        this.places = places;
        this.blur = blur;
        this.count = count;
        this.held = held;
        this.under = under;
    }

    /// @param finished in the order in which it was finished; what had no range, or one that its estimate lay
    ///     outside of, says nothing
    public static RangeRecord of(List<FinishedWork> finished) {
        var ranged = finished.stream().filter(RangeRecord::hasRange).toList();
        var latest = ranged.subList(Math.max(0, ranged.size() - MOST), ranged.size());
        var values = new double[latest.size() + WORD_POINTS];
        var weights = new double[values.length];
        double blur = blur(latest);
        int held = 0;
        int under = 0;
        for (int i = 0; i < latest.size(); i++) {
            var each = latest.get(i);
            var range = Objects.requireNonNull(each.work().range());
            values[i] = place(range, each, blur);
            weights[i] = 1;
            if (range.encloses(each.hours())) held++;
            else if (each.hours() < range.low()) under++;
        }
        for (int p = 0; p < WORD_POINTS; p++) {
            values[latest.size() + p] = Gaussian.quantile((p + 0.5) / WORD_POINTS);
            weights[latest.size() + p] = (double) WORD / WORD_POINTS;
        }
        return new RangeRecord(new Sample(values, weights, values.length), blur, latest.size(), held, under);
    }

    /// How far work scattered beyond its ranges: eight of ten lay within what the widths and this make together.
    private static double blur(List<FinishedWork> latest) {
        if (latest.isEmpty()) return 0;
        var beyond = latest.stream()
                .mapToDouble(each -> {
                    var range = Objects.requireNonNull(each.work().range());
                    double log = Math.log(each.ratio());
                    double width = width(range.low(), each.work().hours(), range.high(), log >= 0);
                    return log * log / (TENTH * TENTH) - width * width;
                })
                .sorted()
                .toArray();
        double eight = Math.max(0, beyond[(int) (0.8 * (beyond.length - 1))]);
        return Math.sqrt(eight * beyond.length / (beyond.length + WORD));
    }

    private static boolean hasRange(FinishedWork each) {
        var range = each.work().range();
        return range != null && range.encloses(each.work().hours());
    }

    private static double place(HoursRange range, FinishedWork each, double blur) {
        double log = Math.log(each.ratio());
        double width = width(range.low(), each.work().hours(), range.high(), log >= 0);
        return Math.clamp(log / Math.hypot(width, blur), -FARTHEST, FARTHEST);
    }

    /// Of the side above the estimate, or below; of the other where the estimate is the end.
    private static double width(double low, double estimate, double high, boolean above) {
        double up = Math.log(high / estimate);
        double down = Math.log(estimate / low);
        double side = above ? up : down;
        return (side > 0 ? side : Math.max(up, down)) / TENTH;
    }

    /// How many finished ranges it knows, at most [#MOST].
    public int count() {
        return count;
    }

    /// In how many of them the actual lay, ends included.
    public int held() {
        return held;
    }

    /// How many took less than was said at the least.
    public int under() {
        return under;
    }

    /// How many took more than was said at the most.
    public int over() {
        return count - held - under;
    }

    /// For each minute of the estimate what is not exceeded with a chance of `p`, above 0 and below 1; it never
    /// falls as `p` rises.
    ///
    /// @param range encloses the estimate
    public double ratio(EstimateRange range, long estimate, double p) {
        double place = places.quantile(p);
        double width = Math.hypot(width(range.low(), estimate, range.high(), place >= 0), blur);
        return Math.clamp(Math.exp(place * width), 1 / MOST_TIMES, MOST_TIMES);
    }

    /// Of each task that is open and has a range around its estimate, what it may take for each minute of that.
    public Map<TaskId, float[]> ratios(Plan plan) {
        var ratios = new HashMap<TaskId, float[]>();
        for (var task : plan.tasks()) ratios(task).ifPresent(all -> ratios.put(task.id(), all));
        return ratios;
    }

    /// The ranges of a plan alone: what has none scatters by the general prior.
    public Spreads spreads(Plan plan) {
        var ratios = ratios(plan);
        return ratios.isEmpty() ? Spreads.NONE : new Spreads(ratios, CommonCause.GENERAL.correlation());
    }

    /// The same of one task; empty if it is finished, or no range says anything of it.
    public Optional<float[]> ratios(Task task) {
        var range = task.range();
        if (range == null || task.progress() != null && task.progress().finished() != null) return Optional.empty();
        long estimate = task.extent().minutes();
        if (estimate == 0 || !range.encloses(estimate)) return Optional.empty();
        var ratios = new float[Spreads.POINTS];
        for (int i = 0; i < ratios.length; i++) ratios[i] = (float) ratio(range, estimate, (i + 0.5) / ratios.length);
        return Optional.of(ratios);
    }
}
