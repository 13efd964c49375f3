package chargehand.server.planning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A search for a better calendar that somebody asked for.
///
/// @param budget how many schedules it tries
/// @param stopped somebody wants no more: the best so far is what it ends with
/// @param version of the plan that it was for; null until it has begun
record CalendarSearch(
        UUID id,
        UUID project,
        UUID askedBy,
        Instant askedAt,
        int budget,
        int tried,
        State state,
        boolean stopped,
        @Nullable Long version,
        @Nullable Instant endedAt) {
    enum State {
        waiting,
        running,
        /// it ended in a proposal
        found,
        /// it ended, and today's calendar is as good
        nothing
    }

    boolean isOpen() {
        return state == State.waiting || state == State.running;
    }
}
