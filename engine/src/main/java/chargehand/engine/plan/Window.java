package chargehand.engine.plan;

import java.time.Instant;

/// A stretch of time in which something may be done, as a change window: `[fromInclusive, toExclusive)`.
public record Window(Instant fromInclusive, Instant toExclusive) {
    public Window {
        if (!fromInclusive.isBefore(toExclusive))
            throw new IllegalArgumentException(
                    "A window must end after it begins, not %s to %s.".formatted(fromInclusive, toExclusive));
    }
}
