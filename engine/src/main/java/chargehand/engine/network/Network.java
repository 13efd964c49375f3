package chargehand.engine.network;

import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as arrays: one node for each task that is no summary, in the order of the plan, then the few nodes that
/// stand for the starts and finishes of linked summaries. Moments are minutes since 1970 in UTC. Immutable; the
/// arrays are shared, not copied, and nobody writes to them.
public final class Network {
    /// No moment given.
    public static final int NONE = Integer.MIN_VALUE;
    /// No resource: the assignment of a task that nobody is assigned to.
    public static final int NOBODY = -1;

    /// What a node does with the moments of those before it.
    public enum Kind {
        TASK,
        /// the latest of them: a summary's gate, which holds its tasks, or its end
        LATEST,
        /// the earliest of them: a summary's beginning
        EARLIEST
    }

    public final Plan plan;
    public final List<Finding> findings;
    /// Nodes below this number are tasks.
    public final int tasks;
    public final int nodes;
    public final Kind[] kind;
    /// The place of a task node in the plan, and the node of a place in the plan (or -1 for a summary).
    public final int[] place;

    public final int[] node;
    /// Every node after those that it waits for.
    public final int[] order;

    /// Which task stands beneath which, and where in the plan.
    public final Hierarchy hierarchy;

    public final Map<TaskId, Integer> positions;
    public final Edges edges;
    public final Requirements requirements;

    /// No start before this: the plan's start, *now*, *not before*.
    public final int[] release;
    /// Where a task that is pinned or has started starts, else [#NONE].
    public final int[] fixedStart;
    /// Where a finished task finished, else [#NONE].
    public final int[] fixedFinish;
    /// From when on what remains of a started task is worked on.
    public final int[] resume;
    /// The minutes that a task takes by the clock, or [#NONE] if it takes working time.
    public final int[] elapsed;
    /// The calendar on which lags before this node count.
    public final WorkingTable[] lagTable;
    /// For each node its windows as pairs of moments, ordered; empty if it may lie anywhere.
    public final int[][] windows;
    /// Higher goes first: a task's own or that of the most urgent that waits for it.
    public final int[] priority;

    public final WorkingTable projectTable;
    public final WorkingTable[] tables;
    /// The working time of each resource, without what is booked away.
    private final WorkingTable[] resourceTables;

    public final int[] capacity;
    /// Per resource, triples of from, to, units.
    public final int[][] partialBookings;
    /// When the plan starts, or *now* if that is later.
    public final int start;

    Network(NetworkBuilder from) {
        plan = from.plan;
        findings = List.copyOf(from.findings);
        tasks = from.tasks;
        nodes = from.nodes;
        kind = from.kind;
        place = from.place;
        node = from.node;
        order = from.order;
        hierarchy = from.hierarchy;
        positions = from.positions;
        edges = from.edges;
        requirements = from.requirements;
        release = from.release;
        fixedStart = from.fixedStart;
        fixedFinish = from.fixedFinish;
        resume = from.resume;
        elapsed = from.elapsed;
        lagTable = from.lagTable;
        windows = from.windows;
        priority = from.priority;
        projectTable = from.resources.projectTable();
        tables = from.resources.tables();
        resourceTables = from.resources.own();
        capacity = from.resources.capacity();
        partialBookings = from.resources.partialBookings();
        start = from.start;
    }

    /// The same but for what a few tasks change.
    ///
    /// @param requirements of which only the lengths may differ
    Network(
            Network of,
            Plan plan,
            Requirements requirements,
            Edges edges,
            int[] release,
            int[] fixedStart,
            int[] resume,
            int[] elapsed) {
        this.plan = plan;
        findings = of.findings;
        tasks = of.tasks;
        nodes = of.nodes;
        kind = of.kind;
        place = of.place;
        node = of.node;
        order = of.order;
        hierarchy = of.hierarchy;
        positions = of.positions;
        this.edges = edges;
        this.requirements = requirements;
        this.release = release;
        this.fixedStart = fixedStart;
        fixedFinish = of.fixedFinish;
        this.resume = resume;
        this.elapsed = elapsed;
        lagTable = of.lagTable;
        windows = of.windows;
        priority = of.priority;
        projectTable = of.projectTable;
        tables = of.tables;
        resourceTables = of.resourceTables;
        capacity = of.capacity;
        partialBookings = of.partialBookings;
        start = of.start;
    }

    /// The same, but that [Requirements#length] and [#elapsed] are its own: whoever asked for it may write to these.
    public Network withOwnLengths() {
        return new Network(
                this, plan, requirements.withOwnLengths(), edges, release, fixedStart, resume, elapsed.clone());
    }

    /// Compiles a plan. What is wrong with it is found, and left out.
    ///
    /// @param reach how many days after the plan's last written date the working calendars are compiled for
    public static Network of(Plan plan, @Nullable Instant now, int reach) {
        return of(plan, now, reach, new Compiled());
    }

    /// The same, with what was compiled for an earlier plan where that is still the same.
    public static Network of(Plan plan, @Nullable Instant now, int reach, Compiled cache) {
        return cache.network(plan, now, reach);
    }

    public boolean isFixed(int task) {
        return fixedStart[task] != NONE;
    }

    /// Whether a task takes no time: it holds nobody and is not held by nights.
    public boolean isMoment(int task) {
        return elapsed[task] == NONE && requirements.first[task] == requirements.first[task + 1];
    }

    public WorkingTable resourceTable(int resource) {
        return resourceTables[resource];
    }

    /// The moment from which a successor may go on, by an edge, given when its predecessor starts and finishes.
    public int after(int edge, int predecessorStart, int predecessorFinish) {
        int moment = edges.fromFinish[edge] ? predecessorFinish : predecessorStart;
        int lag = edges.lag[edge];
        if (lag == 0) return moment;
        if (edges.lagElapsed[edge]) return moment + lag;
        var table = lagTable[edges.to[edge]];
        if (lag > 0) return table.add(moment, lag);
        int work = table.workBefore(moment) + lag;
        return edges.toFinish[edge] ? table.afterWork(work) : table.atWork(work);
    }

    /// The reverse: the latest moment of the predecessor that lets the successor go on at `moment`.
    public int before(int edge, int moment) {
        int lag = edges.lag[edge];
        if (lag == 0) return moment;
        if (edges.lagElapsed[edge]) return moment - lag;
        var table = lagTable[edges.to[edge]];
        return table.atWork(table.workBefore(moment) - lag);
    }
}
