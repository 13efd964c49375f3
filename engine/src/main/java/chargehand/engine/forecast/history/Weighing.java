package chargehand.engine.forecast.history;

import java.util.Arrays;

/// How much each figure of a [Likeness] counts: the logarithm of the weight of finished work is their sum.
final class Weighing {
    /// Before anything is learned: set by hand, with two public records in view (SiP and CESAW,
    /// docs/forecast.md).
    static final Weighing GENERAL = new Weighing(general());

    private final double[] counts;

    Weighing(double[] counts) {
        this.counts = counts;
    }

    double[] counts() {
        return counts.clone();
    }

    double logWeight(float[] figures, int at) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) sum += counts[i] * figures[at + i];
        return sum;
    }

    private static double[] general() {
        var counts = new double[Likeness.COUNT];
        Arrays.fill(counts, 0);
        counts[0] = 1.2;
        counts[1] = 1.2;
        counts[2] = 0.5;
        counts[3] = 0.8;
        counts[12] = -0.3;
        counts[20] = -1;
        counts[21] = -1;
        return counts;
    }
}
