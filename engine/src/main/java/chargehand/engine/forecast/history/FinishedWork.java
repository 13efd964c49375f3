package chargehand.engine.forecast.history;

import java.time.Instant;

/// A piece of work with what came of it.
///
/// @param hours what it really took, above 0
/// @param finished when it was known that it had taken so long
public record FinishedWork(Work work, double hours, Instant finished) {
    public FinishedWork {
        if (!(hours > 0) || hours == Double.POSITIVE_INFINITY)
            throw new IllegalArgumentException(
                    "The hours (%s) that %s took must be above 0.".formatted(hours, work.id()));
        if (!work.isEstimated())
            throw new IllegalArgumentException(
                    "%s has no estimate: nothing can be learned from it.".formatted(work.id()));
    }

    /// What it took for each hour of its estimate.
    public double ratio() {
        return hours / work.hours();
    }
}
