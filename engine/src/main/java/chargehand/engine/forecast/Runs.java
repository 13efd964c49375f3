package chargehand.engine.forecast;

import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When tasks are done in each of the runs of a calendar, kept one by one: what tasks of a run have in
/// common stays together, so that something can be said about several of them at once.
public final class Runs {
    private final Map<TaskId, int[]> ends;
    private final int count;

    private Runs(Map<TaskId, int[]> ends, int count) {
        this.ends = ends;
        this.count = count;
    }

    /// @param ends for each task, in the order of the list, when it ends in each run: minutes since 1970
    ///     in UTC
    static Runs of(List<TaskId> tasks, int[][] ends, int count) {
        var byTask = new HashMap<TaskId, int[]>();
        for (int i = 0; i < tasks.size(); i++) byTask.put(tasks.get(i), ends[i]);
        return new Runs(byTask, count);
    }

    /// How many runs there are.
    public int count() {
        return count;
    }

    /// The share of the runs in which all of these are done by then, 0 to 1; 1 for none. Tasks that the
    /// plan doesn't have are left out.
    public double allBy(Collection<TaskId> tasks, Instant moment) {
        int limit = WorkingTable.minute(moment);
        return (double) Arrays.stream(lasts(tasks)).filter(end -> end <= limit).count() / count;
    }

    /// How many of these are done by then, in each run.
    public int[] doneBy(Collection<TaskId> tasks, Instant moment) {
        int limit = WorkingTable.minute(moment);
        var done = new int[count];
        for (var task : tasks) {
            var its = ends.get(task);
            if (its == null) continue;
            for (int run = 0; run < count; run++) if (its[run] <= limit) done[run]++;
        }
        return done;
    }

    /// When the last of these is done, in each run: minutes since 1970 in UTC.
    public int[] lasts(Collection<TaskId> tasks) {
        var lasts = new int[count];
        Arrays.fill(lasts, Integer.MIN_VALUE);
        for (var task : tasks) {
            var its = ends.get(task);
            if (its == null) continue;
            for (int run = 0; run < count; run++) lasts[run] = Math.max(lasts[run], its[run]);
        }
        return lasts;
    }
}
