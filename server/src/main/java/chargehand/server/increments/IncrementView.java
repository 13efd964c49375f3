package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An increment, and how it will go.
///
/// @param starts its first day, and `ends` its last
/// @param tasks how many it takes on, and `done` how many of those are done
/// @param outlook null where nothing is taken on, or it is over
@Schema(name = "Increment")
record IncrementView(
        UUID id,
        int number,
        String goal,
        LocalDate starts,
        LocalDate ends,
        State state,
        Increment.@Nullable Commitment commitment,
        Increment.@Nullable Review review,
        int tasks,
        int done,
        @Nullable OutlookView outlook,
        long version) {
    @Schema(name = "IncrementState")
    enum State {
        planned,
        committed,
        over
    }

    /// @param likely how many of its tasks are done by its end with 80 %, `even` with 50 %, `most` with
    ///     10 %
    /// @param all the chance that all are
    /// @param network that chance by the calendar alone, and `throughput` by what was finished so far
    ///     alone
    /// @param fin when the last is done: with 2, 10, 50, 80, 90 and 98 %
    /// @param last the name of the task that is planned to be done last
    @Schema(name = "IncrementOutlook")
    record OutlookView(
            int likely,
            int even,
            int most,
            double all,
            double network,
            @Nullable Double throughput,
            List<Instant> fin,
            @Nullable String last) {}
}
