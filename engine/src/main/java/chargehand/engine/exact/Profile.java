package chargehand.engine.exact;

import java.util.Arrays;

/// What a resource is surely needed for: a task that has to start by one moment and can't end before a later one lies
/// on all between them, wherever it starts (time-tabling). Where the others leave too little, a task can't lie.
///
/// Tasks are pushed a moment at a time, each time for a reason as short as that moment's users (pointwise explanation,
/// Schutt, Feydy, Stuckey & Wallace 2011).
final class Profile {
    private final Project project;
    private final int resource;
    private final Bounds bounds;
    private final int[] users;
    private final int[] demand;
    private final int capacity;
    private final int[] level;
    private int first;
    private int end;
    private int highest;
    /// The moment at which more is needed than there is, or -1.
    private int overfull;

    Profile(Project project, int resource, Bounds bounds, int horizon) {
        this.project = project;
        this.resource = resource;
        this.bounds = bounds;
        users = project.users[resource];
        demand = project.demand[resource];
        capacity = project.capacity[resource];
        level = new int[horizon + 1];
    }

    /// @return false if that can't be: [#overfull] tells where, or the bounds what could not be raised
    boolean propagate() {
        overfull = -1;
        draw();
        boolean possible = end < 0 || findOverfull() && pushAll();
        if (end >= 0) Arrays.fill(level, first, end + 1, 0);
        return possible;
    }

    int overfull() {
        return overfull;
    }

    private void draw() {
        first = Integer.MAX_VALUE;
        end = -1;
        for (int k = 0; k < users.length; k++) {
            int from = bounds.latest(users[k]);
            int to = bounds.earliest(users[k]) + project.length[users[k]];
            if (from >= to) continue;
            level[from] += demand[k];
            level[to] -= demand[k];
            first = Math.min(first, from);
            end = Math.max(end, to);
        }
        highest = 0;
        for (int t = first, sum = 0; t <= end; t++) {
            sum += level[t];
            level[t] = sum;
            highest = Math.max(highest, sum);
        }
    }

    /// The middle of the first stretch, where most tasks overlap.
    private boolean findOverfull() {
        if (highest <= capacity) return true;
        int from = first;
        while (level[from] <= capacity) from++;
        int to = from;
        while (level[to] > capacity) to++;
        overfull = (from + to - 1) >>> 1;
        return false;
    }

    private boolean pushAll() {
        for (int k = 0; k < users.length; k++) {
            int task = users[k];
            int earliest = bounds.earliest(task);
            int latest = bounds.latest(task);
            if (highest + demand[k] <= capacity || earliest == latest) continue;
            int own = earliest + project.length[task];
            if (!pushLater(task, demand[k], latest, own) || !pushEarlier(task, demand[k], latest, own)) return false;
        }
        return true;
    }

    /// @param from where the task's own share of the level begins, and `to` where it ends
    private boolean pushLater(int task, int demand, int from, int to) {
        while (bounds.earliest(task) < from) {
            int start = bounds.earliest(task);
            int t = Math.min(start + project.length[task], end) - 1;
            while (t >= start && t >= first && isRoom(t, demand, from, to)) t--;
            if (t < start || t < first) return true;
            if (!bounds.raise(2 * task, t + 1, Reason.use(resource, t))) return false;
        }
        return true;
    }

    private boolean pushEarlier(int task, int demand, int from, int to) {
        while (bounds.latest(task) > bounds.earliest(task)) {
            int start = bounds.latest(task);
            int stop = Math.min(start + project.length[task], end);
            int t = Math.max(start, first);
            while (t < stop && isRoom(t, demand, from, to)) t++;
            if (t >= stop) return true;
            int latest = t - project.length[task];
            if (!bounds.raise(2 * task + 1, -latest, Reason.use(resource, t))) return false;
        }
        return true;
    }

    private boolean isRoom(int t, int demand, int from, int to) {
        int own = t >= from && t < to ? demand : 0;
        return level[t] - own + demand <= capacity;
    }

    /// Tells of tasks that surely lie on a moment and together need more than there is beside another.
    ///
    /// @param but the other, or -1
    void explain(int moment, int but, Learning told) {
        int spare = -1 - (but < 0 ? capacity : capacity - project.demandOf(but, resource));
        for (int k = 0; k < users.length; k++) if (isSurelyOn(users[k], moment, but)) spare += demand[k];
        for (int k = 0; k < users.length; k++) {
            if (!isSurelyOn(users[k], moment, but)) continue;
            if (demand[k] <= spare) {
                spare -= demand[k];
                continue;
            }
            told.require(2 * users[k], moment + 1 - project.length[users[k]]);
            told.require(2 * users[k] + 1, -moment);
        }
    }

    private boolean isSurelyOn(int task, int moment, int but) {
        return task != but && bounds.latest(task) <= moment && bounds.earliest(task) + project.length[task] > moment;
    }
}
