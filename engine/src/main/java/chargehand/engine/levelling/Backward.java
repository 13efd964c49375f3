package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.network.Network.Kind;
import chargehand.engine.network.Requirements;
import chargehand.engine.time.WorkingTable;

/// Generates schedules from the end: each task as late as its successors and everyone needed allow. Used to find
/// latest moments, and with capacity to justify a schedule to the right (Valls, Ballestín & Quintanilla 2005).
///
/// Who does what is taken over from the schedule given. Reusable, and not to be shared between threads.
final class Backward {
    private final Network network;
    private final Requirements requirements;
    private final FixedTasks fixed;
    private final boolean levelled;
    private final Timeline[] timelines;
    private final int[] waiting;
    private final Turns turns;
    private final Turns.Probe probe = new Probe();
    private final int[] key;
    private Schedule current;
    private int end;
    private int[] ends = {};
    private int generated;

    Backward(Network network, FixedTasks fixed, boolean levelled) {
        this.network = network;
        this.requirements = network.requirements;
        this.fixed = fixed;
        this.levelled = levelled;
        timelines = fixed.emptyTimelines();
        waiting = new int[network.nodes];
        turns = new Turns(new int[network.nodes]);
        current = new Schedule(network);
        key = new int[network.nodes];
    }

    int generated() {
        return generated;
    }

    /// From now on each node ends by its own moment too.
    void within(int[] latest) {
        ends = latest;
    }

    /// Moves every task of `schedule` that is not fixed to the latest moment at which all ends by `end`; those that
    /// finish last go first.
    void generate(Schedule schedule, int end) {
        generate(schedule, Generation.IN_ORDER, end);
    }

    /// The same, but that a task may go before others if it can finish later by `patience` minutes for each of them.
    void generate(Schedule schedule, double patience, int end) {
        generated++;
        if (levelled) inTurn(schedule, patience, end);
        else alongLinks(schedule, end);
    }

    private void alongLinks(Schedule schedule, int end) {
        for (int i = network.nodes - 1; i >= 0; i--) {
            int n = network.order[i];
            if (!fixed.isFixed(n)) place(n, Integer.MAX_VALUE, end, schedule);
        }
    }

    private void inTurn(Schedule schedule, double patience, int end) {
        current = schedule;
        this.end = end;
        for (int r = 0; r < timelines.length; r++) timelines[r].copyFrom(fixed.timeline(r));
        for (int n = 0; n < network.nodes; n++) {
            key[n] = -schedule.finish[n];
            waiting[n] = 0;
        }
        for (int to : network.edges.from) waiting[to]++;
        turns.start(key, patience);
        for (int i = network.nodes - 1; i >= 0; i--) {
            int n = network.order[i];
            if (network.edges.outFirst[n] == network.edges.outFirst[n + 1]) reach(n);
        }
        while (!turns.isEmpty()) {
            int n = turns.next(probe);
            if (!fixed.isFixed(n)) take(n, schedule);
            release(n);
        }
    }

    /// A task queues for its turn; the nodes of summaries take no time and are passed at once.
    private void reach(int n) {
        if (network.kind[n] == Kind.TASK) {
            turns.add(n);
        } else {
            if (!fixed.isFixed(n)) place(n, Integer.MAX_VALUE, end, current);
            release(n);
        }
    }

    private final class Probe implements Turns.Probe {
        @Override
        public int moment(int node, boolean again) {
            if (!fixed.isFixed(node)) place(node, again ? current.start[node] : Integer.MAX_VALUE, end, current);
            return end - current.finish[node];
        }

        @Override
        public boolean isApart(int node, int placed) {
            return current.finish[node] <= current.start[placed] || current.finish[placed] <= current.start[node];
        }
    }

    private void release(int n) {
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
            int from = network.edges.from[network.edges.in[i]];
            if (--waiting[from] == 0) reach(from);
        }
    }

    private void place(int n, int atMost, int end, Schedule schedule) {
        int latestStart = latest(n, schedule, false, atMost);
        int latestFinish = latest(n, schedule, true, ends.length == 0 ? end : Math.min(end, ends[n]));
        if (network.kind[n] != Kind.TASK || network.isMoment(n)) {
            schedule.start[n] = Math.min(latestStart, latestFinish);
            schedule.finish[n] = schedule.start[n];
        } else {
            int start = settle(n, latestStart, latestFinish, schedule);
            span(n, start, schedule);
        }
    }

    /// The latest start, or finish, that the links out of a node allow.
    private int latest(int n, Schedule schedule, boolean finish, int otherwise) {
        int latest = otherwise;
        for (int i = network.edges.outFirst[n]; i < network.edges.outFirst[n + 1]; i++) {
            int edge = network.edges.out[i];
            if (network.edges.fromFinish[edge] != finish) continue;
            int to = network.edges.to[edge];
            if (network.kind[to] == Kind.EARLIEST || fixed.isFixed(to)) continue;
            int moment = network.edges.toFinish[edge] ? schedule.finish[to] : schedule.start[to];
            latest = Math.min(latest, network.before(edge, moment));
        }
        return latest;
    }

    private int settle(int n, int latestStart, int latestFinish, Schedule schedule) {
        int start = latestStart;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            start = Math.min(start, startFor(n, r, latestFinish, schedule));
        if (network.elapsed[n] != Network.NONE) start = Math.min(start, latestFinish - network.elapsed[n]);
        if (!levelled) return start;
        while (true) {
            int next = start;
            for (int r = requirements.first[n]; r < requirements.first[n + 1] && next == start; r++)
                next = earlierStart(n, r, start, schedule);
            if (next >= start) return start;
            start = next;
        }
    }

    /// The start itself if whoever does it is free then, else an earlier one to try.
    private int earlierStart(int n, int r, int start, Schedule schedule) {
        int c = schedule.chosen[r];
        int resource = requirements.resource[c];
        if (resource == Network.NOBODY) return start;
        boolean byClock = network.elapsed[n] != Network.NONE;
        long span = byClock ? 0 : network.tables[requirements.table[c]].span(start, requirements.length[r]);
        int from = byClock ? start : WorkingTable.begin(span);
        int to = byClock ? start + network.elapsed[n] : WorkingTable.done(span);
        int conflict = timelines[resource].beginOfConflict(from, to, requirements.units[c]);
        return conflict == Timeline.FREE ? start : startFor(n, r, conflict, schedule);
    }

    private int startFor(int n, int r, int finish, Schedule schedule) {
        if (network.elapsed[n] != Network.NONE) return finish - network.elapsed[n];
        if (!levelled && requirements.bySkill[r]) return startForAny(r, finish);
        return network.tables[requirements.table[schedule.chosen[r]]].subtract(finish, requirements.length[r]);
    }

    /// Without capacity the answer holds for whoever does it.
    private int startForAny(int r, int finish) {
        int latest = Integer.MIN_VALUE;
        for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++)
            latest = Math.max(latest, network.tables[requirements.table[c]].subtract(finish, requirements.length[r]));
        return latest;
    }

    private void span(int n, int start, Schedule schedule) {
        boolean byClock = network.elapsed[n] != Network.NONE;
        int finish = byClock ? start + network.elapsed[n] : start;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            var table = network.tables[requirements.table[schedule.chosen[r]]];
            long span = byClock ? 0 : table.span(start, requirements.length[r]);
            schedule.from[r] = byClock ? start : WorkingTable.begin(span);
            schedule.to[r] = byClock ? finish : WorkingTable.done(span);
            finish = Math.max(finish, schedule.to[r]);
        }
        schedule.start[n] = start;
        schedule.finish[n] = finish;
    }

    private void take(int n, Schedule schedule) {
        if (network.isMoment(n)) return;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int c = schedule.chosen[r];
            if (requirements.resource[c] != Network.NOBODY)
                timelines[requirements.resource[c]].take(schedule.from[r], schedule.to[r], requirements.units[c]);
        }
    }
}
