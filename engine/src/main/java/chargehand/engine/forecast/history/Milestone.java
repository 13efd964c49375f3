package chargehand.engine.forecast.history;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What several tasks may take together, by drawing each from its spread, all with one common part.
public final class Milestone {
    private static final int DRAWS = 2000;
    private static final int POINTS = 200;

    private final double[] sums;

    private Milestone(double[] sums) {
        this.sums = sums;
    }

    /// @param tasks the spread of each; at least one
    /// @param seed the same seed, the same milestone
    public static Milestone of(List<Spread> tasks, CommonCause common, long seed) {
        if (tasks.isEmpty()) throw new IllegalArgumentException("A milestone needs at least one task.");
        var tables = tasks.stream().map(Milestone::table).toArray(double[][]::new);
        var random = new SplittableRandom(seed);
        double shared = Math.sqrt(common.correlation());
        double own = Math.sqrt(1 - common.correlation());
        var sums = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double together = shared * random.nextGaussian();
            for (var table : tables) {
                double share = Gaussian.share(together + own * random.nextGaussian());
                sums[draw] += table[(int) Math.min(POINTS - 1, share * POINTS)];
            }
        }
        Arrays.sort(sums);
        return new Milestone(sums);
    }

    private static double[] table(Spread task) {
        var table = new double[POINTS];
        for (int i = 0; i < POINTS; i++) table[i] = task.hours((i + 0.5) / POINTS);
        return table;
    }

    /// Hours that the tasks together do not exceed with a chance of `p`, above 0 and below 1.
    public double hours(double p) {
        if (!(p > 0 && p < 1))
            throw new IllegalArgumentException("A chance (%s) must lie between 0 and 1.".formatted(p));
        return sums[(int) (p * DRAWS)];
    }
}
