package chargehand.engine.forecast.history;

import java.util.Arrays;

/// Weighted values in rising order: what similar work says, as a distribution.
final class Sample {
    private final double[] values;
    private final double[] weights;
    private final double total;
    private final double half;

    /// @param values finite, with `weights` of at least 0, of which one is above
    Sample(double[] values, double[] weights, int count) {
        var order = new long[count];
        for (int i = 0; i < count; i++) order[i] = sortable(values[i]) << 32 | i;
        Arrays.sort(order);
        var sorted = new double[count];
        var heavy = new double[count];
        int distinct = 0;
        double sum = 0;
        double squares = 0;
        for (long each : order) {
            int i = (int) each;
            sum += weights[i];
            squares += weights[i] * weights[i];
            if (distinct > 0 && values[i] - sorted[distinct - 1] < 1e-9) heavy[distinct - 1] += weights[i];
            else {
                sorted[distinct] = values[i];
                heavy[distinct++] = weights[i];
            }
        }
        this.values = Arrays.copyOf(sorted, distinct);
        this.weights = Arrays.copyOf(heavy, distinct);
        total = sum;
        half = squares / sum / 2;
    }

    /// A number that rises with the value.
    private static long sortable(double value) {
        int bits = Float.floatToIntBits((float) value);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }

    /// The value below which the share `p` lies: between two values by their middles, and exactly on a
    /// value on which much weight lies, such as an actual equal to its estimate.
    double quantile(double p) {
        double wanted = p * total;
        double cumulated = 0;
        double before = 0;
        double reached = -1;
        for (int i = 0; i < values.length; i++) {
            double edge = Math.min(weights[i] / 2, half);
            double from = cumulated + edge;
            double to = cumulated + weights[i] - edge;
            if (wanted <= to) {
                if (wanted >= from || reached < 0) return values[i];
                return before + (values[i] - before) * (wanted - reached) / (from - reached);
            }
            cumulated += weights[i];
            reached = to;
            before = values[i];
        }
        return before;
    }

    /// Which share lies below a value.
    double below(double value) {
        return share(value - 1e-9);
    }

    /// Which share does not lie above a value.
    double upTo(double value) {
        return share(value + 1e-9);
    }

    private double share(double limit) {
        double sum = 0;
        for (int i = 0; i < values.length && values[i] <= limit; i++) sum += weights[i];
        return Math.min(1, sum / total);
    }
}
