package chargehand.server.planning;

import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task as somebody has it who works on it.
///
/// @param version of the plan
/// @param above the name of the summary that it belongs to, or null at the top
/// @param minutes person-minutes of an effort, working minutes of a duration, minutes by the clock if elapsed; null for
///     a milestone
/// @param alone working minutes that it was planned with, where this person does it alone; null where others share it
/// @param fixed whether it has its own hours: a window, or a pin
/// @param start when this person begins with it, and `finish` when they are done, by the calendar
/// @param units percent of this person
public record OwnTask(
        UUID project,
        String projectName,
        ZoneId zone,
        long version,
        String task,
        String name,
        @Nullable String above,
        @Nullable Long minutes,
        @Nullable Long alone,
        boolean fixed,
        Instant start,
        Instant finish,
        int units,
        @Nullable Deadline deadline,
        @Nullable Progress progress) {
    public TaskKey key() {
        return new TaskKey(project, task);
    }

    public boolean isDone() {
        return progress != null && progress.finished() != null;
    }
}
