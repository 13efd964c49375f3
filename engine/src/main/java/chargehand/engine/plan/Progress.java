package chargehand.engine.plan;

import chargehand.engine.time.WorkingDuration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What really happened: the past is not planned again.
///
/// @param started when work began
/// @param finished when it ended, or null while it goes on
/// @param remaining the working time still to do, or null if nobody said: then as much as the plan had from
/// the start
public record Progress(
        Instant started,
        @Nullable Instant finished,
        @Nullable WorkingDuration remaining) {
    public Progress {
        if (finished != null && finished.isBefore(started))
            throw new IllegalArgumentException(
                    "Work can't have ended (%s) before it began (%s).".formatted(finished, started));
    }
}
