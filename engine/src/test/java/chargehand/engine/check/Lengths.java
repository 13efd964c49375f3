package chargehand.engine.check;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent.ByEffort;
import chargehand.engine.plan.TaskExtent.ByElapsedTime;
import chargehand.engine.plan.TaskExtent.ByWorkingTime;
import chargehand.engine.plan.TaskExtent.Milestone;
import chargehand.engine.plan.TaskExtent.Summary;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who.AnyoneWith;
import chargehand.engine.plan.Who.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rule 6: who really works on a task, and for how many minutes.
final class Lengths {
    private final PlanFacts facts;

    Lengths(PlanFacts facts) {
        this.facts = facts;
    }

    /// The assignments that take time and for which somebody is there.
    List<Assignment> carried(Task task) {
        return task.assignments().stream()
                .filter(each -> length(task, each) > 0
                        && candidates(task, each).findAny().isPresent())
                .toList();
    }

    /// Who could take an assignment, in the order of the plan.
    Stream<Resource> candidates(Task task, Assignment assignment) {
        return facts.plan().resources().stream()
                .filter(one -> switch (assignment.who()) {
                    case Named(var id) -> id.equals(one.id());
                    case AnyoneWith(var skill) -> one.skills().contains(skill) && one.capacity() >= assignment.units();
                })
                .filter(one -> facts.working(task, one.id()).goesOn());
    }

    /// The minutes that an assignment works, or, where it is null, a task that nobody is assigned to.
    static long length(Task task, @Nullable Assignment assignment) {
        if (isMoment(task)) return 0;
        var own = assignment == null || task.extent() instanceof ByElapsedTime ? null : assignment.effort();
        if (assignment != null && own != null) return share(own.personMinutes(), assignment.units());
        return switch (task.extent()) {
            case ByEffort(var effort) -> share(effort.personMinutes(), assignment == null ? 100 : units(task));
            case ByWorkingTime(var duration) -> duration.minutes();
            case ByElapsedTime(var duration) -> duration.toMinutes();
            case Milestone(), Summary() -> 0;
        };
    }

    /// A task of no length is a milestone, whoever is assigned to it.
    private static boolean isMoment(Task task) {
        return switch (task.extent()) {
            case ByEffort _ -> false;
            case ByWorkingTime(var duration) -> duration.minutes() == 0;
            case ByElapsedTime(var duration) -> duration.isZero();
            case Milestone(), Summary() -> true;
        };
    }

    private static int units(Task task) {
        return task.assignments().stream().mapToInt(Assignment::units).sum();
    }

    private static long share(long effort, int units) {
        return (effort * 100 + units - 1) / units;
    }

    /// The working length of a task: that of its longest assignment.
    long longest(TaskId id) {
        var task = facts.task(id);
        var carried = carried(task);
        return carried.isEmpty()
                ? length(task, null)
                : carried.stream().mapToLong(each -> length(task, each)).max().orElseThrow();
    }

    /// The calendar on which a lag before a task counts.
    WorkingMinutes lagCalendar(Task task) {
        return carried(task).stream()
                .findFirst()
                .flatMap(first -> candidates(task, first).findFirst())
                .map(one -> facts.working(task, one.id()))
                .orElseGet(() -> facts.calendar(task.isSummary() ? null : task.calendar()));
    }
}
