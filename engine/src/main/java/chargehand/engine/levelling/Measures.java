package chargehand.engine.levelling;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a calendar comes to by each [Aim].
///
/// @param lateness minutes after deadlines, each as often as the priority of the task that bears it
/// @param disturbance tasks that begin on another day than told or are done by others; those that the calendar told
/// doesn't have don't count
public record Measures(long lateness, Instant finish, int disturbance) {
    /// @param calendar of that plan, its tasks in the plan's order
    /// @param told what people were told, or null for nothing
    public static Measures of(Plan plan, Calendar calendar, @Nullable Calendar told) {
        return new Measures(lateness(plan, calendar), calendar.finish(), disturbance(plan, calendar, told));
    }

    private static long lateness(Plan plan, Calendar calendar) {
        long late = 0;
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            var finish = calendar.tasks().get(i).finish();
            if (task.deadline() == null || !finish.isAfter(task.deadline().by())) continue;
            late += Duration.between(task.deadline().by(), finish).toMinutes() * Math.max(1, task.priority());
        }
        return late;
    }

    private static int disturbance(Plan plan, Calendar calendar, @Nullable Calendar told) {
        if (told == null) return 0;
        var before = new HashMap<TaskId, ScheduledTask>();
        for (var task : told.tasks()) before.put(task.task(), task);
        int disturbed = 0;
        for (int i = 0; i < plan.tasks().size(); i++)
            if (!plan.tasks().get(i).isSummary()
                    && isDisturbed(plan, calendar.tasks().get(i), before)) disturbed++;
        return disturbed;
    }

    private static boolean isDisturbed(Plan plan, ScheduledTask task, Map<TaskId, ScheduledTask> before) {
        var was = before.get(task.task());
        return was != null
                && (!day(plan, task).equals(day(plan, was)) || !people(task).equals(people(was)));
    }

    private static LocalDate day(Plan plan, ScheduledTask task) {
        return task.start().atZone(plan.zone()).toLocalDate();
    }

    private static Set<ResourceId> people(ScheduledTask task) {
        return task.assignments().stream().map(ScheduledAssignment::resource).collect(Collectors.toSet());
    }

    /// Less than 0 if this is better than the other, in the order of the aims; 0 if it is as good.
    public int compare(Measures other, List<Aim> aims) {
        for (var aim : aims) {
            int compared = switch (aim) {
                case LATENESS -> Long.compare(lateness, other.lateness);
                case FINISH -> finish.compareTo(other.finish);
                case DISTURBANCE -> Integer.compare(disturbance, other.disturbance);
            };
            if (compared != 0) return compared;
        }
        return 0;
    }
}
