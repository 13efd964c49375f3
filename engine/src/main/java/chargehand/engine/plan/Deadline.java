package chargehand.engine.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A date that somebody promised somebody. It moves no task; the engine says whether it holds.
///
/// @param by the task is to be finished then or earlier
/// @param promisedTo to whom, or null
public record Deadline(Instant by, @Nullable String promisedTo) {}
