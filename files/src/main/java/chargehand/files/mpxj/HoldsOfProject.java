package chargehand.files.mpxj;

import chargehand.engine.plan.Deadline;
import chargehand.files.FileKind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.mpxj.Task;
import org.mpxj.TaskMode;

/// What holds the tasks of a project file besides links: constraints, deadlines, dates entered by hand.
final class HoldsOfProject {
    private final FileKind kind;
    private final FileTimes times;
    private final Leftovers leftovers;

    HoldsOfProject(FileKind kind, FileTimes times, Leftovers leftovers) {
        this.kind = kind;
        this.times = times;
        this.leftovers = leftovers;
    }

    record Held(
            @Nullable Instant notBefore,
            @Nullable Instant pinnedStart,
            @Nullable Deadline deadline) {
        static final Held BY_NOTHING = new Held(null, null, null);

        Held withDeadline(@Nullable Instant by) {
            return by == null ? this : new Held(notBefore, pinnedStart, new Deadline(by, null));
        }
    }

    Held of(Task task, boolean summary) {
        noteSecondConstraint(task);
        var deadline = times.atOrNull(task.getDeadline());
        if (task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED)
            return byHand(task, summary).withDeadline(deadline);
        return byConstraint(task, summary).withDeadline(deadline);
    }

    private Held byHand(Task task, boolean summary) {
        var start = times.atOrNull(task.getStart());
        if (summary || start == null) {
            leftovers.add("manual dates of task", TasksOfProject.name(task), "It is planned like the others.");
            return Held.BY_NOTHING;
        }
        leftovers.add("manually scheduled task", TasksOfProject.name(task), "Its start is pinned where it is.");
        return new Held(null, start, null);
    }

    private Held byConstraint(Task task, boolean summary) {
        var type = Objects.requireNonNullElse(task.getConstraintType(), ConstraintType.AS_SOON_AS_POSSIBLE);
        var at = times.atOrNull(task.getConstraintDate());
        if (type == ConstraintType.AS_LATE_AS_POSSIBLE)
            return leftOver(task, "'as late as possible'", "It is planned as soon as possible.");
        if (at == null) return isPlaced(task, summary) ? notBeforeItsStart(task) : Held.BY_NOTHING;
        return switch (type) {
            case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE -> Held.BY_NOTHING;
            case START_NO_EARLIER_THAN -> new Held(OwnFields.writtenNotBefore(task, times, at), null, null);
            case MUST_START_ON, START_ON -> summary ? new Held(at, null, null) : new Held(null, at, null);
            case MUST_FINISH_ON, FINISH_ON -> finishingOn(task, summary, at);
            case FINISH_NO_LATER_THAN -> {
                leftovers.add(
                        "constraint 'finish no later than' of task",
                        TasksOfProject.name(task),
                        "It is kept as a deadline, which moves nothing.");
                yield Held.BY_NOTHING.withDeadline(at);
            }
            case START_NO_LATER_THAN -> leftOver(task, "'start no later than'", "It moves nothing here.");
            case FINISH_NO_EARLIER_THAN -> leftOver(task, "'finish no earlier than'", "It moves nothing here.");
        };
    }

    /// In GanttProject a task that follows no other stays where somebody put it.
    private boolean isPlaced(Task task, boolean summary) {
        return kind == FileKind.GANTT_PROJECT
                && !summary
                && task.getPredecessors().isEmpty();
    }

    private Held notBeforeItsStart(Task task) {
        return new Held(times.atOrNull(task.getStart()), null, null);
    }

    /// The file's own start is computed back from that finish, so it is where the task is pinned.
    private Held finishingOn(Task task, boolean summary, Instant finish) {
        var start = times.atOrNull(task.getStart());
        if (!summary && start != null && finish.equals(times.atOrNull(task.getFinish())))
            return new Held(null, start, null);
        leftovers.add(
                "constraint 'must finish on' of task",
                TasksOfProject.name(task),
                "It is kept as a deadline, which moves nothing.");
        return Held.BY_NOTHING.withDeadline(finish);
    }

    private Held leftOver(Task task, String constraint, String why) {
        leftovers.add("constraint " + constraint + " of task", TasksOfProject.name(task), why);
        return Held.BY_NOTHING;
    }

    private void noteSecondConstraint(Task task) {
        if (task.getSecondaryConstraintType() != null)
            leftovers.add("second constraint of task", TasksOfProject.name(task), "Only the first is taken.");
    }
}
