package chargehand.engine.network;

import chargehand.engine.network.Network.Kind;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compiles a plan into a [Network]: times first, then tasks, then links, then their order.
final class NetworkBuilder {
    final Plan plan;
    final List<Finding> findings = new ArrayList<>();
    final int tasks;
    final int[] place;
    final int[] node;
    final ResourceTables resources;
    final int start;

    int nodes;
    Kind[] kind = {};
    int[] order = {};
    int[] release = {};
    int[] fixedStart = {};
    int[] fixedFinish = {};
    int[] resume = {};
    int[] elapsed = {};
    int[] priority = {};
    int[][] windows = {};
    WorkingTable[] lagTable = {};

    @SuppressWarnings("NullAway.Init")
    Edges edges;

    @SuppressWarnings("NullAway.Init")
    Requirements requirements;

    private final @Nullable Integer now;
    final Map<TaskId, Integer> positions;
    private final int[] linkEnds;
    final Hierarchy hierarchy;

    NetworkBuilder(Plan plan, @Nullable Instant now, int reach, Compiled cache) {
        this.plan = plan;
        this.now = now == null ? null : WorkingTable.minute(now);
        this.positions = cache.positions(plan);
        this.linkEnds = cache.linkEnds(plan);
        this.hierarchy = new Hierarchy(plan, positions);
        int all = plan.tasks().size();
        node = new int[all];
        var places = new IntList();
        for (int i = 0; i < all; i++) {
            node[i] = hierarchy.isSummary(i) ? -1 : places.size();
            if (node[i] >= 0) places.add(i);
        }
        place = places.toArray();
        tasks = place.length;
        int written = WorkingTable.minute(plan.start());
        start = this.now == null ? written : Math.max(written, this.now);
        var span = new WrittenSpan(plan, now);
        resources = new ResourceTables(plan, findings, span.base(), span.end(reach), cache);
    }

    Network build() {
        requirements = new RequirementsBuilder(plan, place, resources, findings).build();
        var summaries = new SummaryNodes(hierarchy, place, node, tasks);
        var links = new LinksBuilder(plan, linkEnds, hierarchy, summaries, requirements, place, findings);
        var list = links.build();
        nodes = summaries.count();
        kind = summaries.kinds();
        describeTasks();
        edges = new Edges(nodes, withoutCycles(list));
        order = Cycles.order(nodes, edges);
        inheritPriority();
        return new Network(this);
    }

    private void describeTasks() {
        release = new int[nodes];
        Arrays.fill(release, start);
        fixedStart = filled();
        fixedFinish = filled();
        resume = filled();
        elapsed = filled();
        priority = new int[nodes];
        windows = new int[nodes][];
        Arrays.fill(windows, new int[0]);
        lagTable = new WorkingTable[nodes];
        Arrays.fill(lagTable, resources.projectTable());
        for (int n = 0; n < tasks; n++) describe(n, plan.tasks().get(place[n]));
    }

    private int[] filled() {
        var moments = new int[nodes];
        Arrays.fill(moments, Network.NONE);
        return moments;
    }

    private void describe(int n, Task task) {
        priority[n] = task.priority();
        elapsed[n] = elapsed(task);
        lagTable[n] = lagTable(n, task);
        release[n] = release(plan, hierarchy, place[n], start);
        for (int at = place[n]; at >= 0; at = hierarchy.parent(at))
            windows[n] = Windows.within(windows[n], plan.tasks().get(at).windows());
        fix(n, task);
    }

    /// The minutes that a task takes by the clock, or [Network#NONE].
    static int elapsed(Task task) {
        return task.extent() instanceof TaskExtent.ByElapsedTime(var duration) && !duration.isZero()
                ? Math.toIntExact(duration.toMinutes())
                : Network.NONE;
    }

    /// No start before this: from `start` on, and after what the task and those above it say.
    static int release(Plan plan, Hierarchy hierarchy, int place, int start) {
        int release = start;
        for (int at = place; at >= 0; at = hierarchy.parent(at)) {
            var notBefore = plan.tasks().get(at).notBefore();
            if (notBefore != null) release = Math.max(release, WorkingTable.minute(notBefore));
        }
        return release;
    }

    private WorkingTable lagTable(int n, Task task) {
        int first = requirements.first[n];
        if (first < requirements.first[n + 1]) return resources.at(requirements.table[requirements.candidates[first]]);
        return resources.at(resources.place(Network.NOBODY, task.name(), task.calendar()));
    }

    private void fix(int n, Task task) {
        var progress = task.progress();
        var pinned = task.pinnedStart();
        if (progress != null) {
            fixedStart[n] = WorkingTable.minute(progress.started());
            resume[n] = fixedStart[n];
            if (progress.finished() != null) fixedFinish[n] = WorkingTable.minute(progress.finished());
            else if (progress.remaining() != null)
                resume(n, progress.remaining().minutes());
            findFuture(task, fixedStart[n], fixedFinish[n]);
        } else if (pinned != null) {
            fixedStart[n] = WorkingTable.minute(pinned);
            resume[n] = fixedStart[n];
        }
    }

    private void resume(int n, int remaining) {
        if (now == null) {
            raiseLengths(n, remaining);
            if (elapsed[n] != Network.NONE) elapsed[n] = Math.max(elapsed[n], remaining);
        } else {
            resume[n] = Math.max(now, fixedStart[n]);
            setLengths(n, remaining);
            if (elapsed[n] != Network.NONE) elapsed[n] = remaining;
        }
    }

    private void setLengths(int n, int minutes) {
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) requirements.length[r] = minutes;
    }

    private void raiseLengths(int n, int minutes) {
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            requirements.length[r] = Math.max(requirements.length[r], minutes);
    }

    private void findFuture(Task task, int started, int finished) {
        if (now == null) return;
        int latest = finished == Network.NONE ? started : finished;
        if (latest <= now) return;
        findings.add(new Finding(
                FindingCode.PROGRESS_IN_FUTURE,
                List.of(task.id()),
                Map.of("task", task.name(), "when", WorkingTable.instant(latest))));
    }

    /// Leaves out the last written link of each cycle, and says so.
    private EdgeList withoutCycles(EdgeList list) {
        var cycles = new Cycles(nodes, list);
        for (var cycle = cycles.find(); cycle.length > 0; cycle = cycles.find()) {
            var edges = cycles.edges();
            int last = cycle[0];
            var names = new ArrayList<TaskId>();
            for (int edge : cycle) {
                if (edges.link.get(edge) > edges.link.get(last)) last = edge;
                if (edges.link.get(edge) >= 0)
                    names.add(plan.links().get(edges.link.get(edge)).predecessor());
            }
            var link = plan.links().get(edges.link.get(last));
            names.add(names.getFirst());
            findings.add(new Finding(
                    FindingCode.DEPENDENCY_CYCLE,
                    names.subList(0, names.size() - 1),
                    Map.of(
                            "tasks",
                            String.join(" → ", names.stream().map(this::name).toList()),
                            "from",
                            name(link.predecessor()),
                            "to",
                            name(link.successor()))));
            for (int edge = edges.link.size() - 1; edge >= 0; edge--)
                if (edges.link.get(edge) == edges.link.get(last) && edge != last) cycles.drop(edge);
            cycles.drop(last);
        }
        return cycles.edges();
    }

    private String name(TaskId id) {
        return plan.tasks().get(positions.getOrDefault(id, 0)).name();
    }

    /// A task is as urgent as the most urgent that waits for it.
    private void inheritPriority() {
        for (int i = nodes - 1; i >= 0; i--) {
            int n = order[i];
            for (int e = edges.outFirst[n]; e < edges.outFirst[n + 1]; e++)
                priority[n] = Math.max(priority[n], priority[edges.to[edges.out[e]]]);
        }
    }
}
