package chargehand.server.people;

import java.time.Instant;
import java.util.UUID;

/// One line of the ledger.
///
/// @param granted by whoever owns the person's time, rather than by a task of a calendar
/// @param units percent of one person
/// @param capacity of the person
record Claim(
        UUID person,
        UUID project,
        boolean granted,
        Instant fromInclusive,
        Instant toExclusive,
        int units,
        int capacity) {}
