package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody promised somebody, beside the date.
///
/// @param task empty for the whole project
/// @param by of a whole project; that of a task is the plan's
/// @param giver who gave it
public record Promise(
        UUID project,
        String task,
        @Nullable Instant by,
        @Nullable String whom,
        @Nullable String wording,
        String giver,
        LocalDate givenOn) {
    /// What the promise of a whole project has in the place of a task.
    public static final String WHOLE = "";

    private static final double LIKELY = 0.8;

    /// How a promise stands.
    @Schema(name = "PromiseState")
    public enum State {
        /// done by its day
        kept,
        /// likely enough to be done by its day: 80 of 100
        holds,
        atRisk,
        /// done after its day, or its day is over
        broken,
        /// there is no forecast yet
        open;

        /// @param finished when it was done, or null
        /// @param chance that it is kept, 0 to 1, where there is a forecast
        public static State of(Instant by, @Nullable Instant finished, @Nullable Double chance, Instant now) {
            if (finished != null) return finished.isAfter(by) ? broken : kept;
            if (now.isAfter(by)) return broken;
            if (chance == null) return open;
            return chance < LIKELY ? atRisk : holds;
        }
    }
}
