package chargehand.server.people;

import java.time.Instant;
import java.util.UUID;

/// A person's time that a task has: `[fromInclusive, toExclusive)`, of which their working time is worked.
///
/// @param units percent of one person, at least 1
/// @param hard others level around it; what is soft is only shown
public record BookedTime(UUID task, UUID person, Instant fromInclusive, Instant toExclusive, int units, boolean hard) {}
