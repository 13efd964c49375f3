package chargehand.engine.levelling;

import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingDuration;
import java.time.Instant;
import java.util.List;

/// When a task is worked on, and by whom. A summary has the span of what is beneath it and no assignments.
///
/// @param totalFloat the working time on the project's calendar by which its finish can slip without moving the
///     project's, given links and the order in which people take their tasks
/// @param critical it has no float: a minute later here is a minute later at the end
public record ScheduledTask(
        TaskId task,
        Instant start,
        Instant finish,
        List<ScheduledAssignment> assignments,
        WorkingDuration totalFloat,
        boolean critical) {
    public ScheduledTask {
        assignments = List.copyOf(assignments);
    }
}
