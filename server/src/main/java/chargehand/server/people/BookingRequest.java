package chargehand.server.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project asks for a person's time: `[fromInclusive, toExclusive)`.
///
/// @param units percent of one person
/// @param hard once granted, others make room; soft is pencilled in and moves nobody
/// @param rule by which it was granted without anybody, or null
record BookingRequest(
        UUID id,
        UUID project,
        UUID person,
        Instant fromInclusive,
        Instant toExclusive,
        int units,
        boolean hard,
        @Nullable String note,
        State state,
        UUID askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rule) {
    enum State {
        open,
        granted,
        declined
    }

    BookingRequest decided(State state, @Nullable UUID by, Instant at, @Nullable String rule) {
        return new BookingRequest(
                id,
                project,
                person,
                fromInclusive,
                toExclusive,
                units,
                hard,
                note,
                state,
                askedBy,
                askedByName,
                askedAt,
                by,
                at,
                rule);
    }
}
