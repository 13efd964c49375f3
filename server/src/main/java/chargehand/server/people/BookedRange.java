package chargehand.server.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the ledger: `[fromInclusive, toExclusive)` of a person is a project's.
///
/// @param task null where it was granted upon a request
/// @param units percent of one person
public record BookedRange(
        UUID person,
        UUID project,
        @Nullable UUID task,
        Instant fromInclusive,
        Instant toExclusive,
        int units,
        boolean hard) {}
