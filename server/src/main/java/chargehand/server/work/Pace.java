package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a piece of work that was begun goes, beside what was forecast of it. It is about the work: shown to whoever
/// does it and to nobody else, kept nowhere, and summed up over nobody.
///
/// @param cause what it may come from; absent where it is as forecast or ahead
/// @param likely working minutes that it takes in all, if as much remains as was told
/// @param least and `most` working minutes: six of ten such pieces of work take no less and no more
@Schema(name = "WorkPace")
record Pace(State state, @Nullable Cause cause, long likely, long least, long most) {
    @Schema(name = "WorkPaceState")
    enum State {
        behind,
        asForecast,
        ahead
    }

    @Schema(name = "WorkPaceCause")
    enum Cause {
        /// it stands still for something that is needed
        waitsFor,
        /// what it builds upon came, or is to come, only after it was begun
        handOverLate,
        /// nothing else is known that would explain it
        estimateLow
    }
}
