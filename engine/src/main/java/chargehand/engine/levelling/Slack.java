package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.network.Network.Kind;
import chargehand.engine.network.Requirements;
import chargehand.engine.time.WorkingTable;

/// By how much each task of a schedule can slip without moving the end, if links hold and every resource keeps the
/// order of its work: the backward pass of the critical path method over links and hand-overs.
final class Slack {
    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final PartialOrder order;
    private final int end;
    private final int[] ends;
    private final int[] latestStart;
    private final int[] latestFinish;
    /// When each requirement begins if its task starts at its latest.
    private final int[] latestFrom;

    Slack(Network network, Schedule schedule, PartialOrder order, int end) {
        this(network, schedule, order, end, new int[0]);
    }

    /// @param ends by when each node is to be finished besides; empty for none
    Slack(Network network, Schedule schedule, PartialOrder order, int end, int[] ends) {
        this.ends = ends;
        this.network = network;
        this.requirements = network.requirements;
        this.schedule = schedule;
        this.order = order;
        this.end = end;
        latestStart = new int[network.nodes];
        latestFinish = new int[network.nodes];
        latestFrom = new int[requirements.count()];
        var turns = order.order();
        for (int i = network.nodes - 1; i >= 0; i--) work(turns[i]);
    }

    /// The latest finish that moves nothing, never before the finish itself.
    int latestFinish(int node) {
        return latestFinish[node];
    }

    /// Likewise of the start.
    int latestStart(int node) {
        return latestStart[node];
    }

    /// Whether a minute more here is a minute more at the end.
    boolean isCritical(int task) {
        if (network.fixedFinish[task] != Network.NONE) return false;
        if (network.isMoment(task) || network.isFixed(task))
            return network.projectTable.workBetween(schedule.finish[task], latestFinish[task]) == 0;
        if (network.elapsed[task] != Network.NONE) return latestStart[task] <= schedule.start[task];
        for (int r = requirements.first[task]; r < requirements.first[task + 1]; r++)
            if (latestFrom[r] > schedule.from[r]) return false;
        return true;
    }

    private void work(int n) {
        int startBy = latest(n, false, Integer.MAX_VALUE);
        int finishBy = latest(n, true, ends.length == 0 ? end : Math.min(end, ends[n]));
        if (network.kind[n] != Kind.TASK || network.isMoment(n)) {
            latestStart[n] = Math.max(schedule.start[n], Math.min(startBy, finishBy));
            latestFinish[n] = latestStart[n];
            return;
        }
        if (isAlone(n)) {
            workAlone(n, requirements.first[n], startBy, finishBy);
            return;
        }
        int start = startBy;
        boolean byClock = network.elapsed[n] != Network.NONE;
        if (byClock) start = Math.min(start, finishBy - network.elapsed[n]);
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int until = Math.min(finishBy, latestEnd(r));
            start = Math.min(
                    start, byClock ? until - network.elapsed[n] : table(r).subtract(until, requirements.length[r]));
        }
        settle(n, start, finishBy, byClock);
    }

    /// One person's work that may move: what most tasks are.
    private boolean isAlone(int n) {
        return requirements.first[n + 1] - requirements.first[n] == 1
                && network.elapsed[n] == Network.NONE
                && !network.isFixed(n);
    }

    private void workAlone(int n, int r, int startBy, int finishBy) {
        var table = table(r);
        int length = requirements.length[r];
        long span = table.spanUntil(Math.min(finishBy, latestEnd(r)), length);
        int start = Math.max(schedule.start[n], Math.min(startBy, WorkingTable.begin(span)));
        if (start != WorkingTable.begin(span)) span = table.span(start, length);
        latestStart[n] = start;
        latestFrom[r] = WorkingTable.begin(span);
        latestFinish[n] = Math.max(schedule.finish[n], WorkingTable.done(span));
    }

    /// A task that can't move has the slack of its finish, and gives none to what comes before it.
    private void settle(int n, int start, int finishBy, boolean byClock) {
        if (network.isFixed(n)) {
            latestStart[n] = schedule.start[n];
            latestFinish[n] = Math.max(schedule.finish[n], finishBy);
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) latestFrom[r] = schedule.from[r];
            return;
        }
        latestStart[n] = Math.max(schedule.start[n], start);
        int finish = byClock ? latestStart[n] + network.elapsed[n] : schedule.finish[n];
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            long span = byClock ? 0 : table(r).span(latestStart[n], requirements.length[r]);
            latestFrom[r] = byClock ? latestStart[n] : WorkingTable.begin(span);
            if (!byClock) finish = Math.max(finish, WorkingTable.done(span));
        }
        latestFinish[n] = finish;
    }

    private WorkingTable table(int r) {
        return network.tables[requirements.table[schedule.chosen[r]]];
    }

    /// When a requirement has to hand on what it holds.
    private int latestEnd(int r) {
        int latest = Integer.MAX_VALUE;
        for (int i = order.outFirst[r]; i < order.outFirst[r + 1]; i++)
            latest = Math.min(latest, latestFrom[order.out[i]]);
        return latest;
    }

    /// The latest start, or finish, that the links out of a node allow.
    private int latest(int n, boolean finish, int otherwise) {
        int latest = otherwise;
        for (int i = network.edges.outFirst[n]; i < network.edges.outFirst[n + 1]; i++) {
            int edge = network.edges.out[i];
            if (network.edges.fromFinish[edge] != finish || !holds(n, edge)) continue;
            int to = network.edges.to[edge];
            latest = Math.min(
                    latest, network.before(edge, network.edges.toFinish[edge] ? latestFinish[to] : latestStart[to]));
        }
        return latest;
    }

    /// Of all beneath a summary only the first holds its beginning; and nothing holds what has begun.
    private boolean holds(int n, int edge) {
        int to = network.edges.to[edge];
        if (network.kind[to] == Kind.EARLIEST) return schedule.start[n] <= schedule.start[to];
        if (network.kind[to] != Kind.TASK || !network.isFixed(to)) return true;
        boolean pinned = network.plan.tasks().get(network.place[to]).progress() == null;
        int moment = network.edges.toFinish[edge] ? schedule.finish[to] : schedule.start[to];
        return pinned && network.after(edge, schedule.start[n], schedule.finish[n]) <= moment;
    }
}
