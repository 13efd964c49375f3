package chargehand.server.reporting;

import chargehand.server.forecasting.Promise;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What managing projects was good for: what was proposed and taken, what was seen in time, what was kept; each with
/// before, after and what became of it, as it is now.
///
/// @param since when what is told began
@Schema(name = "ValueReport")
record Value(Instant now, Instant since, List<Taken> taken, List<Caught> caught, List<Kept> kept) {
    @Schema(name = "ValueProject")
    record Of(UUID id, String name, String zone) {}

    /// A better calendar that somebody took.
    ///
    /// @param before when the project was planned to finish then, and `after` by the proposal; `now` as of now
    @Schema(name = "ValueTaken")
    record Taken(Of project, String by, Instant at, Instant before, Instant after, Instant now, Became became) {
        /// What became of it.
        @Schema(name = "ValueTakenBecame")
        enum Became {
            /// the project is planned to finish as early as then, or earlier
            holds,
            /// later than proposed, but earlier than before
            partly,
            /// no earlier than before
            lost,
            /// somebody took the step back
            undone;

            static Became of(boolean undone, Instant before, Instant after, Instant now) {
                if (undone) return Became.undone;
                if (!now.isAfter(after)) return holds;
                return now.isBefore(before) ? partly : lost;
            }
        }
    }

    /// A complication that was told before the day that it put in danger.
    ///
    /// @param date that was in danger: of the promise that would have been missed, else of the task's finish
    /// @param before when it would have been if nobody had done anything, as it was reckoned then
    /// @param after when it was or is planned to be
    /// @param done what was done about it; absent while it is open
    @Schema(name = "ValueCaught")
    record Caught(
            Of project,
            String task,
            String name,
            String what,
            String by,
            Instant at,
            Instant date,
            boolean promised,
            Instant before,
            Instant after,
            @Nullable String done,
            Became became) {
        @Schema(name = "ValueCaughtBecame")
        enum Became {
            /// nothing was done yet
            open,
            /// the date stood, or stands
            averted,
            /// later than the date, but less than it would have been
            smaller,
            /// as late as was feared, or later
            came;

            static Became of(boolean open, Instant date, Instant before, Instant after) {
                if (open) return Became.open;
                if (!after.isAfter(date)) return averted;
                return after.isBefore(before) ? smaller : came;
            }
        }
    }

    /// A promise whose day is over, or that is done.
    ///
    /// @param task absent for the whole project
    /// @param first date that was promised, and `by` the last; `moved` how often it was given another
    /// @param finished when it was done; absent where it isn't, though its day is over
    @Schema(name = "ValueKept")
    record Kept(
            Of project,
            @Nullable String task,
            String name,
            @Nullable String to,
            Instant first,
            Instant by,
            int moved,
            @Nullable Instant finished,
            Promise.State state) {}
}
