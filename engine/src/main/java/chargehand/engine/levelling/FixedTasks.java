package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.network.Requirements;
import chargehand.engine.time.WorkingTable;
import java.util.BitSet;

/// What no schedule can change: tasks that are pinned, have started or are done, and time booked elsewhere. Worked out
/// once; every schedule begins as a copy of it.
final class FixedTasks {
    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final Timeline[] timelines;
    private final int[] waiting;
    private final BitSet frozen;

    FixedTasks(Network network, int now) {
        this(network, now, new BitSet(), new Schedule(network));
    }

    /// @param frozen tasks that stay as they are in `kept`, besides those that the plan itself fixes
    FixedTasks(Network network, int now, BitSet frozen, Schedule kept) {
        this.frozen = frozen;
        this.network = network;
        this.requirements = network.requirements;
        schedule = new Schedule(kept);
        timelines = emptyTimelines();
        for (int r = 0; r < timelines.length; r++) {
            var bookings = network.partialBookings[r];
            for (int i = 0; i < bookings.length; i += 3)
                timelines[r].take(bookings[i], bookings[i + 1], bookings[i + 2]);
        }
        var matching = new Matching(requirements, network.capacity.length);
        for (int n = 0; n < network.tasks; n++) {
            if (network.isFixed(n)) place(n, now, matching);
            else if (frozen.get(n)) take(n);
        }
        waiting = countWaiting();
    }

    boolean isFixed(int node) {
        return frozen.get(node) || node < network.tasks && network.isFixed(node);
    }

    Timeline[] emptyTimelines() {
        var empty = new Timeline[network.capacity.length];
        for (int r = 0; r < empty.length; r++) empty[r] = new Timeline(network.capacity[r]);
        return empty;
    }

    void begin(Schedule out, Timeline[] lines) {
        out.copyFrom(schedule);
        for (int r = 0; r < lines.length; r++) lines[r].copyFrom(timelines[r]);
    }

    /// For each node the edges from nodes that are not fixed: so many have to be placed first.
    void waiting(int[] out) {
        System.arraycopy(waiting, 0, out, 0, out.length);
    }

    Timeline timeline(int resource) {
        return timelines[resource];
    }

    private int[] countWaiting() {
        var count = new int[network.nodes];
        for (int e = 0; e < network.edges.count(); e++) {
            int from = network.edges.from[e];
            if (!isFixed(from)) count[network.edges.to[e]]++;
        }
        return count;
    }

    private void place(int n, int now, Matching matching) {
        int start = network.fixedStart[n];
        boolean started = network.plan.tasks().get(network.place[n]).progress() != null;
        choose(n, matching);
        int finish = start;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int c = schedule.chosen[r];
            schedule.from[r] = started || network.elapsed[n] != Network.NONE
                    ? start
                    : tableOf(c).next(start);
            schedule.to[r] = Math.max(schedule.from[r], end(n, r, c));
            finish = Math.max(finish, schedule.to[r]);
        }
        if (network.elapsed[n] != Network.NONE) finish = Math.max(finish, network.resume[n] + network.elapsed[n]);
        if (network.fixedFinish[n] != Network.NONE) finish = network.fixedFinish[n];
        else if (started && now != Network.NONE) finish = Math.max(finish, now);
        schedule.start[n] = start;
        schedule.finish[n] = finish;
        take(n);
    }

    private WorkingTable tableOf(int candidate) {
        return network.tables[requirements.table[candidate]];
    }

    private int end(int n, int r, int c) {
        if (network.fixedFinish[n] != Network.NONE) return network.fixedFinish[n];
        if (network.elapsed[n] != Network.NONE) return network.resume[n] + network.elapsed[n];
        return tableOf(c).add(network.resume[n], requirements.length[r]);
    }

    private void choose(int n, Matching matching) {
        int first = requirements.first[n];
        int last = requirements.first[n + 1];
        for (int r = first; r < last; r++)
            for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++)
                matching.finish[c] = end(n, r, c);
        matching.match(first, last);
        for (int r = first; r < last; r++) schedule.chosen[r] = matching.chosen(r);
    }

    private void take(int n) {
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int resource = requirements.resource[schedule.chosen[r]];
            if (resource != Network.NOBODY)
                timelines[resource].take(schedule.from[r], schedule.to[r], requirements.units[schedule.chosen[r]]);
        }
    }
}
