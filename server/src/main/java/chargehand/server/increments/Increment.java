package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some weeks with a goal, and what is taken on for them.
///
/// @param starts its first day, and `ends` its last, on the project's clock
record Increment(
        UUID id,
        UUID project,
        int number,
        String goal,
        LocalDate starts,
        LocalDate ends,
        @Nullable Commitment commitment,
        @Nullable Review review,
        long version) {
    /// The team has said that it means to.
    ///
    /// @param chance that all of it is done by its end, as it was forecast then
    @Schema(name = "IncrementCommitment")
    record Commitment(Instant at, String name, @Nullable Double chance) {}

    /// @param text what came of it, and `learnt` what will be done otherwise
    @Schema(name = "IncrementReview")
    record Review(Instant at, String name, String text, String learnt) {}

    /// A task that it takes on, from when to when.
    record Taken(String task, Instant since, @Nullable Instant until, String name) {
        boolean at(Instant moment) {
            return !since.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }

    boolean isOver() {
        return review != null;
    }
}
