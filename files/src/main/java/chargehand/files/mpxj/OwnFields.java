package chargehand.files.mpxj;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.TaskField;

/// The two custom fields by which an MSPDI file of ours tells what somebody wrote from what the calendar
/// says: there every task carries its planned start as a constraint, so that other programs keep it.
final class OwnFields {
    private static final TaskField PLANNED_START = TaskField.DATE9;
    private static final TaskField NOT_BEFORE = TaskField.DATE10;

    private OwnFields() {}

    static void name(ProjectFile file) {
        file.getCustomFields().getOrCreate(PLANNED_START).setAlias("Chargehand planned start");
        file.getCustomFields().getOrCreate(NOT_BEFORE).setAlias("Chargehand not before");
    }

    static boolean isOurs(TaskField field) {
        return field == PLANNED_START || field == NOT_BEFORE;
    }

    static void write(Task task, LocalDateTime plannedStart, @Nullable LocalDateTime notBefore) {
        task.set(PLANNED_START, plannedStart);
        task.set(NOT_BEFORE, notBefore);
    }

    /// What was written, if the constraint is still the planned start that we put there; else the
    /// constraint, which somebody has changed since.
    static @Nullable Instant writtenNotBefore(Task task, FileTimes times, Instant constraint) {
        if (!isNamed(task.getParentFile())) return constraint;
        var planned = times.atOrNull((LocalDateTime) task.get(PLANNED_START));
        return constraint.equals(planned) ? times.atOrNull((LocalDateTime) task.get(NOT_BEFORE)) : constraint;
    }

    static boolean isNamed(ProjectFile file) {
        var field = file.getCustomFields().get(PLANNED_START);
        return field != null && "Chargehand planned start".equals(field.getAlias());
    }
}
