package chargehand.engine.levelling;

import chargehand.engine.plan.Finding;
import chargehand.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the engine derived from a plan: who does what when, to the minute.
///
/// @param tasks in the order of the plan, summaries included
/// @param finish when the last task ends; the start if there is none
/// @param bound no calendar of this plan can finish earlier; null if unknown (a plan that can't be done as
/// written)
/// @param schedules how many were generated, whatever the direction, to find this one
/// @param endedEarly the search was stopped by the caller's time limit, so another run may differ
/// @param findings what is wrong or worth knowing, errors first
public record Calendar(
        Instant start,
        Instant finish,
        List<ScheduledTask> tasks,
        @Nullable Instant bound,
        int schedules,
        long seed,
        boolean endedEarly,
        List<Finding> findings) {
    public Calendar {
        tasks = List.copyOf(tasks);
        findings = List.copyOf(findings);
    }

    /// Whether no calendar can finish earlier than this one.
    public boolean proved() {
        return bound != null && !bound.isBefore(finish);
    }

    /// How far the finish may be from the best possible, as a fraction of the calendar's length; empty if
    /// unknown.
    public OptionalDouble gap() {
        if (bound == null) return OptionalDouble.empty();
        long length = Duration.between(start, finish).toMinutes();
        if (length == 0 || proved()) return OptionalDouble.of(0);
        return OptionalDouble.of((double) Duration.between(bound, finish).toMinutes() / length);
    }

    public ScheduledTask task(TaskId id) {
        return tasks.stream()
                .filter(each -> each.task().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The calendar has no task (%s).".formatted(id)));
    }

    /// The same calendar with further findings, errors still first.
    public Calendar with(List<Finding> further) {
        var all = new ArrayList<>(findings);
        all.addAll(further);
        all.sort(Comparator.comparing(Finding::severity));
        return new Calendar(start, finish, tasks, bound, schedules, seed, endedEarly, all);
    }
}
