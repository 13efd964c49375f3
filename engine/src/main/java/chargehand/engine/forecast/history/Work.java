package chargehand.engine.forecast.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A piece of work at the moment at which it is forecast.
///
/// @param hours its estimate, above 0; or NaN if nobody has said
/// @param known the moment: only what was finished before may speak
/// @param range how sure the estimator was, or null
public record Work(
        String id,
        Labels labels,
        double hours,
        Instant known,
        @Nullable HoursRange range) {
    public Work(String id, Labels labels, double hours, Instant known) {
        this(id, labels, hours, known, null);
    }

    public Work {
        if (hours <= 0 || hours == Double.POSITIVE_INFINITY)
            throw new IllegalArgumentException("The estimate (%s h) of %s must be above 0.".formatted(hours, id));
    }

    /// The same work at another moment.
    public Work at(Instant moment) {
        return new Work(id, labels, hours, moment, range);
    }

    boolean isEstimated() {
        return !Double.isNaN(hours);
    }
}
