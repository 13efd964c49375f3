package chargehand.files.own;

import chargehand.engine.explain.Reason;
import chargehand.engine.forecast.Forecast;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Calendars made by rule of thumb, where it does not matter when things happen: each task starts an hour
/// after the one before it and takes two, a milestone none, and it is likely a day later.
public final class PlannedPlans {
    private PlannedPlans() {}

    public static Planned of(Plan plan) {
        var tasks = plan.tasks().stream().map(task -> scheduled(plan, task)).toList();
        var finish = tasks.isEmpty() ? plan.start() : tasks.getLast().finish();
        var calendar = new Calendar(plan.start(), finish, tasks, null, 1, 7, false, List.of());
        var chances = tasks.stream()
                .map(task -> Forecast.Chance.certain(task.finish().plus(Duration.ofDays(1))))
                .toList();
        var forecast = new Forecast(chances, Forecast.Chance.certain(finish), 500, 7);
        var reasons = plan.tasks().stream()
                .map(task -> new Reason(task.id(), List.of()))
                .toList();
        return new Planned(plan, calendar, forecast, reasons, List.of(), null);
    }

    private static ScheduledTask scheduled(Plan plan, Task task) {
        var start = plan.start().plus(Duration.ofHours(plan.tasks().indexOf(task)));
        var finish = task.extent() instanceof TaskExtent.Milestone ? start : start.plus(Duration.ofHours(2));
        return new ScheduledTask(
                task.id(), start, finish, assignments(task, start, finish), WorkingDuration.NONE, true);
    }

    private static List<ScheduledAssignment> assignments(Task task, Instant start, Instant finish) {
        return task.assignments().stream()
                .filter(each -> each.who() instanceof Who.Named)
                .map(each -> new ScheduledAssignment(((Who.Named) each.who()).resource(), each.units(), start, finish))
                .toList();
    }
}
