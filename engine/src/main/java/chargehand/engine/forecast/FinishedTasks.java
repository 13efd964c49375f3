package chargehand.engine.forecast;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Calendars;
import chargehand.engine.levelling.Schedule;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.BeyondHorizon;
import chargehand.engine.time.WorkingTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the finished tasks of a plan took, beside their estimates.
public final class FinishedTasks {
    private static final double MINUTES = 60;
    private static final int WHOLE = 100;

    private FinishedTasks() {}

    /// @param estimate in hours: people's, or by the clock where time passes by itself; above 0
    /// @param actual likewise: the estimate, longer or shorter as the working time of whoever did it was from start
    /// to finish; who did other things meanwhile seems slower than they were
    /// @param elapsed whether time passed by itself
    public record Took(
            TaskId task, double estimate, double actual, boolean elapsed, Instant started, Instant finished) {}

    /// In the order of the plan, without moments, summaries, and what was finished in no time at all.
    public static List<Took> of(Plan plan, Calendar calendar) {
        long days = Duration.between(plan.start(), calendar.finish()).toDays();
        for (int reach = Math.toIntExact(Math.max(0, days)) + 400; ; reach *= 4) {
            try {
                return took(plan, calendar, Network.of(unbegun(plan), null, reach));
            } catch (BeyondHorizon tooShort) {
                continue;
            }
        }
    }

    /// Of what is done a network knows no length any more.
    private static Plan unbegun(Plan plan) {
        return plan.withTasks(
                plan.tasks().stream().map(each -> each.withProgress(null)).toList());
    }

    /// What a task is estimated at, in hours: people's, or by the clock where time passes by itself. Nothing for a
    /// moment or a summary.
    public static double estimate(Task task) {
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) -> effort.personMinutes() / MINUTES;
            case TaskExtent.ByWorkingTime(var duration) -> duration.minutes() / MINUTES * people(task);
            case TaskExtent.ByElapsedTime(var duration) -> duration.toMinutes() / MINUTES;
            case TaskExtent.Milestone(), TaskExtent.Summary() -> 0;
        };
    }

    private static double people(Task task) {
        int units = task.assignments().stream().mapToInt(Assignment::units).sum();
        return units == 0 ? 1 : (double) units / WHOLE;
    }

    private static List<Took> took(Plan plan, Calendar calendar, Network network) {
        var schedule = Calendars.schedule(network, calendar);
        var all = new ArrayList<Took>();
        for (int n = 0; n < network.tasks; n++) {
            var task = plan.tasks().get(network.place[n]);
            var progress = task.progress();
            if (progress == null || progress.finished() == null) continue;
            double estimate = estimate(task);
            double ratio = ratio(network, schedule, n, progress.started(), progress.finished());
            if (estimate > 0 && ratio > 0) all.add(took(task, network, n, estimate, ratio));
        }
        return all;
    }

    private static Took took(Task task, Network network, int n, double estimate, double ratio) {
        var progress = task.progress();
        boolean elapsed = network.elapsed[n] != Network.NONE;
        if (progress == null || progress.finished() == null)
            throw new IllegalArgumentException(task.id().value());
        return new Took(task.id(), estimate, estimate * ratio, elapsed, progress.started(), progress.finished());
    }

    /// By how much it was longer than planned, on the calendar of whoever has most to do.
    private static double ratio(Network network, Schedule schedule, int n, Instant started, Instant finished) {
        int from = WorkingTable.minute(started);
        int to = WorkingTable.minute(finished);
        if (network.elapsed[n] != Network.NONE) return (double) (to - from) / network.elapsed[n];
        var requirements = network.requirements;
        int longest = -1;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            if (longest < 0 || requirements.length[r] > requirements.length[longest]) longest = r;
        if (longest < 0 || requirements.length[longest] == 0) return 0;
        var table = network.tables[requirements.table[schedule.chosen[longest]]];
        return (double) table.workBetween(from, to) / requirements.length[longest];
    }
}
