package chargehand.engine.exact;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Finds the earliest finish of a project and proves it, starting from a schedule that is known: each schedule found
/// asks for a better one, until there is none. The same project and schedule give the same answer on every machine.
public final class Exact {
    /// More questions than that (tasks times units of time) take too much memory.
    private static final int MOST_QUESTIONS = 500_000;
    /// Dead ends until it begins anew, times 1, 1, 2, 1, 1, 2, 4 … (Luby, Sinclair & Zuckerman 1993).
    private static final int PATIENCE = 100;
    /// So many clauses are kept at first, and so many more each time that half of them are forgotten.
    private static final int CLAUSES = 4_000;

    private static final int MORE_CLAUSES = 200;

    private final Project project;
    private final int end;
    private final Bounds bounds;
    private final Clauses clauses;
    private final Profile[] profiles;
    private final Activity activity;
    private final Learning learning;
    private final boolean[] stale;
    private final int[] wished;
    private int[] best;
    private int finish;
    private int propagated;
    private int deadEnds;
    /// The one that is overfull, or null where a side could not be raised.
    private @Nullable Profile overfull;

    /// What is known in the end.
    ///
    /// @param starts of all tasks, the best that is known
    /// @param proved whether nothing finishes earlier
    /// @param deadEnds how many were learnt from
    public record Outcome(int[] starts, boolean proved, int deadEnds) {}

    /// @param end the task whose start is the finish: all others come before it, and it takes no time
    /// @param starts a schedule that keeps all rules
    public Exact(Project project, int end, int[] starts) {
        this.project = project;
        this.end = end;
        best = starts.clone();
        wished = starts.clone();
        finish = starts[end];
        int horizon = finish + 2;
        bounds = new Bounds(project, finish);
        clauses = new Clauses(bounds, horizon);
        activity = new Activity(project.tasks, horizon);
        profiles = new Profile[project.capacity.length];
        for (int r = 0; r < profiles.length; r++) profiles[r] = new Profile(project, r, bounds, horizon);
        stale = new boolean[profiles.length];
        learning = new Learning(project, bounds, clauses, profiles, activity);
    }

    /// Whether there is memory for it.
    public static boolean isAffordable(Project project, int finish) {
        return (long) project.tasks * (finish + 2) <= MOST_QUESTIONS;
    }

    /// @param most dead ends to learn from
    /// @param stop asked now and then
    public Outcome run(int most, BooleanSupplier stop) {
        boolean open = release() && askForBetter();
        int round = 1;
        int left = PATIENCE * luby(round);
        int room = CLAUSES;
        while (open && deadEnds < most && ((deadEnds & 63) != 0 || !stop.getAsBoolean())) {
            if (!propagate()) {
                deadEnds++;
                left--;
                open = turn();
            } else if (left <= 0) {
                left = PATIENCE * luby(++round);
                open = beginAnew();
                if (clauses.count() > room) {
                    clauses.forget();
                    room += MORE_CLAUSES;
                }
            } else if (!decide()) {
                open = take();
            }
        }
        return new Outcome(best, !open, deadEnds);
    }

    private boolean release() {
        for (int i = 0; i < project.tasks; i++)
            if (!bounds.raise(2 * i, project.release[i], Reason.GIVEN)) return false;
        return true;
    }

    private boolean askForBetter() {
        Arrays.fill(stale, true);
        return bounds.raise(2 * end + 1, 1 - finish, Reason.GIVEN) && settle();
    }

    /// @return false if what holds whatever is decided can't be
    private boolean settle() {
        if (!propagate()) return false;
        bounds.settle();
        propagated = 0;
        return true;
    }

    private boolean beginAnew() {
        learning.goBackTo(0);
        propagated = Math.min(propagated, bounds.rises());
        return settle();
    }

    /// All tasks stand: a better schedule.
    private boolean take() {
        for (int i = 0; i < project.tasks; i++) best[i] = wished[i] = bounds.earliest(i);
        finish = best[end];
        return beginAnew() && askForBetter();
    }

    /// Learns from a dead end and goes back.
    private boolean turn() {
        if (bounds.level() == 0 || !learn()) return false;
        var learnt = learning.learnt();
        learning.goBackTo(learning.backTo());
        propagated = bounds.rises();
        activity.fade();
        clauses.fade();
        Arrays.fill(stale, false);
        if (learnt.length == 2) return bounds.raise(learnt[0], learnt[1], Reason.GIVEN) && settle();
        return bounds.raise(learnt[0], learnt[1], Reason.clause(clauses.add(learnt)));
    }

    private boolean learn() {
        return overfull == null ? learning.fromFailure() : learning.fromOverfull(overfull);
    }

    private boolean propagate() {
        overfull = null;
        while (true) {
            if (!propagateRises()) return false;
            int resource = nextStale();
            if (resource < 0) return true;
            stale[resource] = false;
            if (profiles[resource].propagate()) continue;
            overfull = profiles[resource].overfull() < 0 ? null : profiles[resource];
            return false;
        }
    }

    private boolean propagateRises() {
        while (propagated < bounds.rises()) {
            int rise = propagated++;
            int side = bounds.side(rise);
            int task = side >> 1;
            for (int resource : project.uses[task]) stale[resource] = true;
            if (!propagateLinks(task, side, bounds.after(rise))) return false;
            if (!clauses.propagate(side, bounds.before(rise), bounds.after(rise))) return false;
        }
        return true;
    }

    private boolean propagateLinks(int task, int side, int value) {
        boolean isEarliest = (side & 1) == 0;
        for (int link : isEarliest ? project.out[task] : project.in[task]) {
            int other = isEarliest ? 2 * project.to[link] : 2 * project.from[link] + 1;
            if (!bounds.raise(other, value + project.delay[link], Reason.link(link))) return false;
        }
        return true;
    }

    private int nextStale() {
        for (int r = 0; r < stale.length; r++) if (stale[r]) return r;
        return -1;
    }

    /// Answers the question that mattered most, as the best schedule would; where none matters, the first task that can
    /// start does.
    ///
    /// @return false if all tasks stand
    private boolean decide() {
        while (!activity.isEmpty()) {
            int question = activity.removeMost();
            int task = activity.task(question);
            int moment = activity.moment(question);
            if (moment <= bounds.earliest(task) || moment > bounds.latest(task)) continue;
            boolean later = wished[task] >= moment;
            decide(later ? 2 * task : 2 * task + 1, later ? moment : Bounds.against(moment));
            return true;
        }
        int task = firstOpen();
        if (task >= 0) decide(2 * task + 1, -bounds.earliest(task));
        return task >= 0;
    }

    private void decide(int side, int value) {
        bounds.openLevel();
        bounds.raise(side, value, Reason.DECISION);
    }

    private int firstOpen() {
        int first = -1;
        for (int i = 0; i < project.tasks; i++) {
            if (bounds.earliest(i) == bounds.latest(i)) continue;
            boolean before = first < 0
                    || bounds.earliest(i) < bounds.earliest(first)
                    || bounds.earliest(i) == bounds.earliest(first) && bounds.latest(i) < bounds.latest(first);
            if (before) first = i;
        }
        return first;
    }

    private static int luby(int i) {
        int power = 1;
        while ((1 << power) - 1 < i) power++;
        return (1 << power) - 1 == i ? 1 << power - 1 : luby(i - (1 << power - 1) + 1);
    }
}
