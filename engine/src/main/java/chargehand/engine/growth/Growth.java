package chargehand.engine.growth;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// Where measured values go if they go on as until now: a straight line with what it may be off by.
///
/// Two kinds of series look alike and forecast differently, so the residuals decide. Where each measurement is off for
/// itself, it is a robust line: the slope is the median of all slopes between two measurements, the level the median
/// of what is left (Theil 1950; Sen 1968, *Estimates of the Regression Coefficient Based on Kendall's Tau*, JASA 63),
/// their variances those of that paper for normal errors, and the scale 1.4826 times the median of absolute residuals.
/// Where what was off stays, as with data that are written and not deleted, it is a walk with drift from the last
/// measurement on, whose bounds widen with the root of time (Hyndman and Athanasopoulos, *Forecasting: Principles and
/// Practice*, 3rd edition, 5.5). The ratio of von Neumann (1941), mean square of successive differences to variance,
/// is 2 of independent residuals and near 0 of a walk; below 1 it is one.
public final class Growth {
    /// Fewer say nothing, nor do such that lie closer.
    public static final int FEWEST = 8;

    public static final double SHORTEST_DAYS = 14;
    /// Nothing is said of later days.
    public static final int FURTHEST_DAYS = 3_652;

    /// Slopes are those of all pairs; more points cost much and say little more.
    private static final int MOST = 200;
    private static final double SCALE = 1.4826;
    /// Of the normal distribution, for 10 and 90 %.
    private static final double Z = 1.2815515655446004;

    /// How what is off behaves: each measurement for itself, or what was off stays.
    public enum Kind {
        line,
        walk
    }

    private final Kind kind;
    private final double last;
    private final double level;
    private final double slope;
    private final double center;
    private final double spread;
    private final double scale;
    private final double t;
    private final int count;

    private Growth(
            Kind kind,
            double last,
            double level,
            double slope,
            double center,
            double spread,
            double scale,
            double t,
            int count) {
        this.kind = kind;
        this.last = last;
        this.level = level;
        this.slope = slope;
        this.center = center;
        this.spread = spread;
        this.scale = scale;
        this.t = t;
        this.count = count;
    }

    /// @param days when each value was measured, ascending, in days from any day
    /// @return empty if there are too few values, or they span too short a time
    /// @throws IllegalArgumentException if the arrays differ in length, or days do not ascend
    public static Optional<Growth> of(double[] days, double[] values) {
        if (days.length != values.length)
            throw new IllegalArgumentException("There are %d days of %d values.".formatted(days.length, values.length));
        for (int i = 1; i < days.length; i++)
            if (!(days[i] > days[i - 1]))
                throw new IllegalArgumentException("Day %s comes after %s.".formatted(days[i], days[i - 1]));
        if (days.length < FEWEST || days[days.length - 1] - days[0] < SHORTEST_DAYS) return Optional.empty();
        var thinDays = thin(days);
        var thinValues = thin(values);
        var line = line(thinDays, thinValues);
        return Optional.of(vonNeumann(line.residuals(thinDays, thinValues)) < 1 ? walk(thinDays, thinValues) : line);
    }

    /// At most 200 of them, evenly, the last among them.
    private static double[] thin(double[] all) {
        int step = (all.length + MOST - 1) / MOST;
        if (step == 1) return all;
        int count = (all.length + step - 1) / step;
        var some = new double[count];
        for (int i = 0; i < count; i++) some[count - 1 - i] = all[all.length - 1 - i * step];
        return some;
    }

    private static Growth line(double[] days, double[] values) {
        int n = days.length;
        var slopes = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++) slopes[at++] = (values[j] - values[i]) / (days[j] - days[i]);
        double slope = median(slopes);
        double center = Arrays.stream(days).average().orElseThrow();
        double spread = Arrays.stream(days)
                .map(each -> (each - center) * (each - center))
                .sum();
        var off = new double[n];
        for (int i = 0; i < n; i++) off[i] = values[i] - slope * (days[i] - center);
        double level = median(off);
        for (int i = 0; i < n; i++) off[i] = Math.abs(off[i] - level);
        // Each of the two that are estimated makes residuals smaller than errors.
        double scale = SCALE * median(off) * Math.sqrt(n / (n - 2.0));
        return new Growth(Kind.line, days[n - 1], level, slope, center, spread, scale, student(n - 2), n);
    }

    private static Growth walk(double[] days, double[] values) {
        int n = days.length;
        double span = days[n - 1] - days[0];
        double drift = (values[n - 1] - values[0]) / span;
        double sum = 0;
        for (int i = 1; i < n; i++) {
            double time = days[i] - days[i - 1];
            double step = values[i] - values[i - 1] - drift * time;
            sum += step * step / time;
        }
        double scale = Math.sqrt(sum / (n - 2));
        return new Growth(Kind.walk, days[n - 1], values[n - 1], drift, days[n - 1], span, scale, student(n - 2), n);
    }

    private double[] residuals(double[] days, double[] values) {
        var residuals = new double[days.length];
        for (int i = 0; i < days.length; i++) residuals[i] = values[i] - likely(days[i]);
        return residuals;
    }

    private static double vonNeumann(double[] residuals) {
        double mean = Arrays.stream(residuals).average().orElseThrow();
        double steps = 0;
        double square = 0;
        for (int i = 0; i < residuals.length; i++) {
            square += (residuals[i] - mean) * (residuals[i] - mean);
            if (i > 0) steps += (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
        }
        return square == 0 ? 2 : steps / (residuals.length - 1) / (square / residuals.length);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The 90 % point of Student's t, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5).
    private static double student(int freedom) {
        double cube = Z * Z * Z;
        return Z + (cube + Z) / (4 * freedom) + (5 * cube * Z * Z + 16 * cube + 3 * Z) / (96.0 * freedom * freedom);
    }

    public Kind kind() {
        return kind;
    }

    /// By how much it grows in a day; below 0 where it shrinks.
    public double perDay() {
        return slope;
    }

    /// What is measured on a day as likely above as below.
    public double likely(double day) {
        return level + slope * (day - center);
    }

    /// What a measurement on that day exceeds with 90 %.
    public double low(double day) {
        return likely(day) - t * error(day);
    }

    /// What a measurement on that day exceeds with 10 %.
    public double high(double day) {
        return likely(day) + t * error(day);
    }

    private double error(double day) {
        double ahead = day - center;
        return scale
                * switch (kind) {
                    case line -> Math.sqrt(1 + Math.PI / (2 * count) + Math.PI / 3 * ahead * ahead / spread);
                    case walk -> Math.sqrt(Math.max(0, ahead) * (1 + Math.max(0, ahead) / spread));
                };
    }

    /// How many whole days after the last measurement a capacity is reached: likely, with 10 %, and with 90 %.
    ///
    /// @param early as soon as that with 10 %; empty if not within ten years, as are the others
    public record Reached(OptionalInt early, OptionalInt likely, OptionalInt late) {}

    /// 0 where it is reached already.
    public Reached reaches(double capacity) {
        var early = OptionalInt.empty();
        var likely = OptionalInt.empty();
        var late = OptionalInt.empty();
        for (int i = 0; i <= FURTHEST_DAYS && late.isEmpty(); i++) {
            double day = last + i;
            if (early.isEmpty() && high(day) >= capacity) early = OptionalInt.of(i);
            if (likely.isEmpty() && likely(day) >= capacity) likely = OptionalInt.of(i);
            if (low(day) >= capacity) late = OptionalInt.of(i);
        }
        return new Reached(early, likely, late);
    }
}
