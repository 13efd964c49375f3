package chargehand.files.mpxj;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.TaskExtent;
import java.util.List;

/// How much each assignment of a task works, and how long, by the rules of the engine (docs/engine.md, 6).
final class Shares {
    private Shares() {}

    /// Working minutes of an assignment; of elapsed time, minutes.
    static long minutes(TaskExtent extent, List<Assignment> assignments, Assignment one) {
        var own = one.effort();
        if (own != null) return Math.ceilDiv(own.personMinutes() * Assignment.WHOLE, one.units());
        return minutes(extent, assignments);
    }

    /// Working minutes of the longest assignment, or of the task if it has none.
    static long longest(TaskExtent extent, List<Assignment> assignments) {
        return assignments.stream()
                .mapToLong(each -> minutes(extent, assignments, each))
                .max()
                .orElseGet(() -> minutes(extent, assignments));
    }

    /// Person-minutes of an assignment; a fraction where people share an effort that does not come out even.
    static double work(TaskExtent extent, List<Assignment> assignments, Assignment one) {
        if (one.effort() != null) return one.effort().personMinutes();
        if (extent instanceof TaskExtent.ByEffort(var effort))
            return (double) effort.personMinutes() * one.units() / units(assignments);
        return (double) minutes(extent, assignments) * one.units() / Assignment.WHOLE;
    }

    private static long minutes(TaskExtent extent, List<Assignment> assignments) {
        return switch (extent) {
            case TaskExtent.ByEffort(var effort) when assignments.isEmpty() -> effort.personMinutes();
            case TaskExtent.ByEffort(var effort) ->
                Math.ceilDiv(effort.personMinutes() * Assignment.WHOLE, units(assignments));
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes();
            case TaskExtent.ByElapsedTime(var elapsed) -> elapsed.toMinutes();
            case TaskExtent.Milestone _, TaskExtent.Summary _ -> 0;
        };
    }

    private static long units(List<Assignment> assignments) {
        return assignments.stream().mapToLong(Assignment::units).sum();
    }
}
