package chargehand.engine.network;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.time.WorkingTable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an edit most often is: a few tasks take longer or shorter, or may begin at another moment. Only these are
/// compiled; the network is the one that compiling all would give.
final class FewChanges {
    private static final int FEW = 32;

    private final Network network;
    private final Plan plan;
    private final int[] changed;
    private final int[] lengths;
    private final int[] release;
    private final int[] fixedStart;
    private final int[] resume;
    private final int[] elapsed;

    private FewChanges(Network network, Plan plan, int[] changed) {
        this.network = network;
        this.plan = plan;
        this.changed = changed;
        lengths = network.requirements.length.clone();
        release = network.release.clone();
        fixedStart = network.fixedStart.clone();
        resume = network.resume.clone();
        elapsed = network.elapsed.clone();
    }

    /// The network of a plan that differs from a network's own in so few tasks, and in no more than that; else null.
    static @Nullable Network of(Network network, Plan plan) {
        var old = network.plan;
        if (!sameBesidesTasks(old, plan)) return null;
        var changed = new IntList();
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            var was = old.tasks().get(i);
            if (task == was || task.equals(was)) continue;
            if (changed.size() == FEW || !isSlight(was, task) || !sameName(network, was, task)) return null;
            changed.add(i);
        }
        return new FewChanges(network, plan, changed.toArray()).network();
    }

    private static boolean sameBesidesTasks(Plan old, Plan plan) {
        return old.tasks().size() == plan.tasks().size()
                && old.links().equals(plan.links())
                && old.start().equals(plan.start())
                && old.name().equals(plan.name())
                && old.calendar().equals(plan.calendar())
                && old.calendars().equals(plan.calendars())
                && old.resources().equals(plan.resources())
                && old.bookings().equals(plan.bookings());
    }

    /// Whether nothing differs but when a task may begin and how long it takes, if it takes any time before and after.
    private static boolean isSlight(Task was, Task task) {
        return was.id().equals(task.id())
                && Objects.equals(was.parent(), task.parent())
                && was.extent().getClass() == task.extent().getClass()
                && !task.isSummary()
                && was.extent().minutes() == 0 == (task.extent().minutes() == 0)
                && was.assignments().equals(task.assignments())
                && Objects.equals(was.calendar(), task.calendar())
                && was.windows().equals(task.windows())
                && was.progress() == null
                && task.progress() == null
                && was.priority() == task.priority();
    }

    /// Findings tell names; nothing else that may differ here is told in any.
    private static boolean sameName(Network network, Task was, Task task) {
        return network.findings.isEmpty() || was.name().equals(task.name());
    }

    private Network network() {
        for (int i : changed) compile(network.node[i], plan.tasks().get(i));
        var requirements = Arrays.equals(lengths, network.requirements.length)
                ? network.requirements
                : network.requirements.withLengths(lengths);
        return new Network(network, plan, requirements, edges(requirements), release, fixedStart, resume, elapsed);
    }

    private void compile(int n, Task task) {
        var requirements = network.requirements;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int asked = requirements.assignment[r];
            lengths[r] = asked < 0
                    ? RequirementsBuilder.length(task)
                    : RequirementsBuilder.length(task, task.assignments().get(asked));
        }
        elapsed[n] = NetworkBuilder.elapsed(task);
        release[n] = NetworkBuilder.release(plan, network.hierarchy, network.place[n], network.start);
        var pinned = task.pinnedStart();
        fixedStart[n] = pinned == null ? Network.NONE : WorkingTable.minute(pinned);
        resume[n] = fixedStart[n];
    }

    /// A lag may be a part of what comes before it.
    private Edges edges(Requirements requirements) {
        var edges = network.edges;
        var lags = edges.lag.clone();
        for (int i : changed) {
            int n = network.node[i];
            int length = LinksBuilder.length(n, plan.tasks().get(i), requirements);
            for (int out = edges.outFirst[n]; out < edges.outFirst[n + 1]; out++) {
                int edge = edges.out[out];
                if (edges.link[edge] < 0) continue;
                var lag = plan.links().get(edges.link[edge]).lag();
                if (lag instanceof Lag.Percent) lags[edge] = LinksBuilder.minutes(lag, length);
            }
        }
        return edges.withLags(lags);
    }
}
