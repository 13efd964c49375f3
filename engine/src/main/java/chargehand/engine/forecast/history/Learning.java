package chargehand.engine.forecast.history;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds how much each figure of a [Likeness] should count: so that finished work would have been forecast best from
/// what was finished before it. What is made small is the continuous ranked probability score, the mean of the pinball
/// loss over all shares (Gneiting & Raftery 2007), by Adam (Kingma & Ba 2015) on small batches, and it costs to go
/// away from [Weighing#GENERAL], the more the shorter the history.
final class Learning {
    private static final int STEPS = 120;
    private static final int BATCH = 200;
    private static final int FEWEST = 60;
    private static final int SLICES = 8;
    private static final double RATE = 0.12;
    private static final double RESTRAINT = 4;
    private static final double STEADY = 0.6;

    private final Past past;
    private final Situations situations;
    private final int threads;
    private final BooleanSupplier stop;
    private final int[] lessons;
    private final Candidates[] candidates = new Candidates[SLICES];

    /// @param learnBefore only work that was to be forecast before this day teaches
    /// @param threads how many work at once; with 1 it is the caller's own
    /// @param stop asked before every step
    Learning(Past past, Situations situations, double learnBefore, int threads, BooleanSupplier stop) {
        this.past = past;
        this.threads = threads;
        this.stop = stop;
        this.situations = situations;
        var all = IntStream.range(0, past.count)
                .filter(i -> past.subjects[i].known() < learnBefore && past.end[i] < learnBefore)
                .boxed()
                .sorted((one, other) -> Double.compare(past.subjects[one].known(), past.subjects[other].known()))
                .mapToInt(Integer::intValue)
                .toArray();
        // The first have too little before them to say how it should be weighed.
        lessons = IntStream.range(all.length * 3 / 10, all.length)
                .map(i -> all[i])
                .toArray();
        for (int s = 0; s < SLICES; s++) candidates[s] = new Candidates(past);
    }

    /// @return null if and only if `stop` said true
    @Nullable
    Weighing learn() {
        var general = Weighing.GENERAL.counts();
        if (lessons.length < FEWEST) return Weighing.GENERAL;
        double restraint = RESTRAINT / lessons.length;
        var counts = general.clone();
        var steady = new double[counts.length];
        var mean = new double[counts.length];
        var square = new double[counts.length];
        var random = new SplittableRandom(5);
        int from = (int) (STEPS * STEADY);
        int next = lessons.length;
        for (int step = 1; step <= STEPS; step++) {
            if (stop.getAsBoolean()) return null;
            var batch = new int[Math.min(BATCH, lessons.length)];
            for (int b = 0; b < batch.length; b++) {
                if (next == lessons.length) next = shuffle(random);
                batch[b] = lessons[next++];
            }
            var slope = slope(new Weighing(counts), batch);
            double rate = RATE * Math.min(1, 1.5 * (STEPS - step + 1) / STEPS);
            for (int i = 0; i < counts.length; i++) {
                double own = slope[i] + restraint * (counts[i] - general[i]);
                mean[i] = 0.9 * mean[i] + 0.1 * own;
                square[i] = 0.98 * square[i] + 0.02 * own * own;
                double lean = mean[i] / (1 - Math.pow(0.9, step));
                double size = Math.sqrt(square[i] / (1 - Math.pow(0.98, step)));
                counts[i] -= rate * lean / (size + 1e-5);
                if (step > from) steady[i] += counts[i] / (STEPS - from);
            }
        }
        return new Weighing(steady);
    }

    private int shuffle(SplittableRandom random) {
        for (int i = lessons.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = lessons[i];
            lessons[i] = lessons[other];
            lessons[other] = kept;
        }
        return 0;
    }

    /// Slices have a fixed share of the batch each, so that the sum does not depend on the number of
    /// threads.
    private double[] slope(Weighing weighing, int[] batch) {
        var slopes = new double[SLICES][Likeness.COUNT];
        IntConsumer one = slice -> {
            for (int b = slice; b < batch.length; b += SLICES)
                addSlope(weighing, batch[b], candidates[slice], slopes[slice]);
        };
        if (threads == 1) IntStream.range(0, SLICES).forEach(one);
        else together(() -> IntStream.range(0, SLICES).parallel().forEach(one));
        var sum = new double[Likeness.COUNT];
        for (var slope : slopes) for (int i = 0; i < sum.length; i++) sum[i] += slope[i] / batch.length;
        return sum;
    }

    /// A parallel stream works in the pool from which it is started.
    private void together(Runnable work) {
        try (var pool = new ForkJoinPool(threads)) {
            pool.submit(work).join();
        }
    }

    private void addSlope(Weighing weighing, int lesson, Candidates candidates, double[] slope) {
        var it = past.subjects[lesson];
        var found = candidates.of(it);
        if (found.length < 10) return;
        var figures = new float[found.length * Likeness.COUNT];
        var weights = new double[found.length];
        double largest = Double.NEGATIVE_INFINITY;
        var situation = situations.of(lesson);
        for (int c = 0; c < found.length; c++) {
            int i = found[c];
            Likeness.write(it, situation, past.subjects[i], situations.of(i), past.end[i], figures, c * Likeness.COUNT);
            weights[c] = weighing.logWeight(figures, c * Likeness.COUNT);
            largest = Math.max(largest, weights[c]);
        }
        double total = 0;
        for (int c = 0; c < found.length; c++) total += weights[c] = Math.exp(weights[c] - largest);
        var bins = new Bins();
        for (int c = 0; c < found.length; c++) bins.add(past.ratio[found[c]], weights[c] / total);
        bins.score(past.ratio[lesson]);
        for (int c = 0; c < found.length; c++) {
            double own = weights[c] / total * bins.slope(past.ratio[found[c]]);
            if (Math.abs(own) < 1e-10) continue;
            for (int i = 0; i < Likeness.COUNT; i++) slope[i] += own * figures[c * Likeness.COUNT + i];
        }
    }

    /// A distribution of ratios in bins, and how its score changes with the weight of each.
    private static final class Bins {
        private static final int COUNT = 241;
        private static final double WIDTH = 1 / 30.0;

        private final double[] share = new double[COUNT];
        private final double[] slope = new double[COUNT];
        private double mean;

        void add(double ratio, double weight) {
            share[bin(ratio)] += weight;
        }

        void score(double happened) {
            int at = bin(happened);
            double cumulated = 0;
            for (int b = 0; b < COUNT; b++) {
                cumulated += share[b];
                slope[b] = 2 * WIDTH * (cumulated - (b >= at ? 1 : 0));
            }
            for (int b = COUNT - 2; b >= 0; b--) slope[b] += slope[b + 1];
            for (int b = 0; b < COUNT; b++) mean += share[b] * slope[b];
        }

        /// What more weight at a ratio does to the score, beside what more weight does on average.
        double slope(double ratio) {
            return slope[bin(ratio)] - mean;
        }

        private static int bin(double ratio) {
            return (int) Math.max(0, Math.min(COUNT - 1, Math.round(ratio / WIDTH) + COUNT / 2));
        }
    }
}
