package chargehand.engine.plan;

/// How sure an estimator is of what a task takes: less than `low` in one case of ten, more than `high` in one
/// of ten. Both are minutes of the task's extent: people's, working or by the clock.
///
/// With the estimate between them it is a three-point estimate.
///
/// @param low at least 1
/// @param high above `low`
public record EstimateRange(long low, long high) {
    public EstimateRange {
        if (low < 1 || high <= low)
            throw new IllegalArgumentException(
                    "A range (%d to %d min) must rise from at least 1.".formatted(low, high));
    }

    /// Whether an estimate of so many minutes lies in it; the ends do.
    public boolean encloses(long minutes) {
        return low <= minutes && minutes <= high;
    }

    /// The estimate of somebody who told a range alone: in its middle on a logarithmic scale, as work scatters; in
    /// whole quarters of an hour, from four hours up in whole hours.
    public long middle() {
        double middle = Math.sqrt((double) low * high);
        int step = middle < 240 ? 15 : 60;
        return Math.clamp(Math.round(middle / step) * step, low, high);
    }
}
