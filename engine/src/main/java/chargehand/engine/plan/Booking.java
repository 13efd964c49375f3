package chargehand.engine.plan;

import java.time.Instant;

/// Time of a resource that belongs to something outside this plan: `[fromInclusive, toExclusive)`.
///
/// A booking of all of a resource's capacity is time away: a task pauses for it, as for a holiday. A smaller one
/// leaves the rest to this plan.
///
/// @param units percent of one person
/// @param reason what for, in the words that explanations use
public record Booking(ResourceId resource, int units, Instant fromInclusive, Instant toExclusive, String reason) {
    public Booking {
        if (units < 1 || !fromInclusive.isBefore(toExclusive))
            throw new IllegalArgumentException("A booking must have units and end after it begins.");
    }
}
