package chargehand.files.chart;

import chargehand.engine.explain.Reason;
import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Task;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One task with all that is known of it.
///
/// @param number its place in the work breakdown, or in the file where nobody numbered it
/// @param level 0 at the top
/// @param kept the share of simulated runs that meet its deadline, 0 to 1; null where none was counted
/// @param who the names of those who do it, in the order of its assignments
record TaskLine(
        Task task,
        int position,
        String number,
        int level,
        boolean parent,
        ScheduledTask scheduled,
        Chance chance,
        @Nullable Double kept,
        Reason reason,
        List<String> who) {
    TaskLine {
        who = List.copyOf(who);
    }

    Instant start() {
        return scheduled.start();
    }

    Instant finish() {
        return scheduled.finish();
    }

    boolean isSummary() {
        return task.isSummary();
    }

    boolean isMilestone() {
        return !isSummary() && start().equals(finish());
    }

    boolean isFinished() {
        var progress = task.progress();
        return progress != null && progress.finished() != null;
    }

    /// What is finished holds nothing up any more.
    boolean isCritical() {
        return scheduled.critical() && !isFinished();
    }

    /// The chance, in percent, that it is done by its deadline.
    int percentBy(Deadline deadline) {
        return kept == null ? Chances.percentBy(chance, deadline.by()) : (int) Math.round(kept * 100);
    }

    /// On one line, whatever line breaks and control characters somebody wrote into it.
    String name() {
        var name = task.name().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return name.isEmpty() ? "(no name)" : name;
    }
}
