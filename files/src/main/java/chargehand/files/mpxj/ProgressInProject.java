package chargehand.files.mpxj;

import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import org.mpxj.Duration;
import org.mpxj.ResourceAssignment;

/// What has happened on a task, as a project file tells it: actual dates, and how much of the length is done.
final class ProgressInProject {
    private ProgressInProject() {}

    static void write(org.mpxj.Task written, Task task, Progress progress, ProjectTimes times) {
        var length = Shares.longest(task.extent(), task.assignments());
        var remaining = remaining(progress, length);
        var whole = Math.max(length, remaining);
        var done = whole - remaining;
        written.setActualStart(times.at(progress.started()));
        written.setActualFinish(times.atOrNull(progress.finished()));
        written.setDuration(duration(task, whole, times));
        written.setActualDuration(duration(task, done, times));
        written.setRemainingDuration(duration(task, remaining, times));
        var share = progress.finished() != null ? 1 : whole == 0 ? 0 : (double) done / whole;
        written.setPercentageComplete(share * 100);
        for (var each : written.getResourceAssignments()) writeShare(each, share);
    }

    private static long remaining(Progress progress, long length) {
        if (progress.finished() != null) return 0;
        var remaining = progress.remaining();
        return remaining == null ? length : remaining.minutes();
    }

    private static void writeShare(ResourceAssignment assignment, double share) {
        var work = assignment.getWork();
        assignment.setActualWork(Duration.getInstance(work.getDuration() * share, work.getUnits()));
        assignment.setRemainingWork(Duration.getInstance(work.getDuration() * (1 - share), work.getUnits()));
        assignment.setPercentageWorkComplete(share * 100);
    }

    private static Duration duration(Task task, long minutes, ProjectTimes times) {
        return task.extent() instanceof TaskExtent.ByElapsedTime ? times.elapsed(minutes) : times.working(minutes);
    }
}
