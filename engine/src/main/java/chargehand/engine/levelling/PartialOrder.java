package chargehand.engine.levelling;

import chargehand.engine.network.IntList;
import chargehand.engine.network.Network;
import chargehand.engine.network.Requirements;
import java.util.Arrays;

/// The order in which a schedule has every resource take its work, beside the links: who hands units on to whom
/// (a partial order schedule, Policella, Cesta, Oddi & Smith 2007). Public for `forecast`, which simulates
/// along it.
public final class PartialOrder {
    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final IntList givers = new IntList();
    private final IntList takers = new IntList();

    /// Hand-overs by the requirement that takes: `in[inFirst[r]]` up to `in[inFirst[r + 1]]` are those that
    /// give.
    public final int[] inFirst;

    public final int[] in;
    /// And by the one that gives.
    public final int[] outFirst;

    public final int[] out;

    public PartialOrder(Network network, Schedule schedule) {
        this.network = network;
        this.requirements = network.requirements;
        this.schedule = schedule;
        var byResource = new IntList[network.capacity.length];
        for (int r = 0; r < byResource.length; r++) byResource[r] = new IntList();
        for (int r = 0; r < requirements.count(); r++) {
            int resource = requirements.resource[schedule.chosen[r]];
            if (resource != Network.NOBODY && schedule.from[r] < schedule.to[r]) byResource[resource].add(r);
        }
        for (int r = 0; r < byResource.length; r++) handOver(byResource[r].toArray(), freeCapacity(r));
        inFirst = new int[requirements.count() + 1];
        in = grouped(takers, givers, inFirst);
        outFirst = new int[requirements.count() + 1];
        out = grouped(givers, takers, outFirst);
    }

    /// All nodes, each after those that it waits for or takes over from, wherever that is possible.
    public int[] order() {
        var byStart = byStart();
        return isInOrder(byStart) ? byStart : inTurn(byStart);
    }

    /// By start, and what starts together as links have it.
    private int[] byStart() {
        var packed = new long[network.nodes];
        for (int i = 0; i < packed.length; i++) packed[i] = (long) schedule.start[network.order[i]] << 32 | i;
        Arrays.sort(packed);
        var byStart = new int[packed.length];
        for (int i = 0; i < packed.length; i++) byStart[i] = network.order[(int) packed[i]];
        return byStart;
    }

    private boolean isInOrder(int[] nodes) {
        var turn = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) turn[nodes[i]] = i;
        for (int e = 0; e < network.edges.count(); e++)
            if (turn[network.edges.from[e]] > turn[network.edges.to[e]]) return false;
        for (int i = 0; i < takers.size(); i++)
            if (turn[requirements.node[givers.get(i)]] > turn[requirements.node[takers.get(i)]]) return false;
        return true;
    }

    /// What is booked elsewhere at any time does not go round.
    private int freeCapacity(int resource) {
        int booked = 0;
        var bookings = network.partialBookings[resource];
        for (int i = 0; i < bookings.length; i += 3) booked = Math.max(booked, bookings[i + 2]);
        return network.capacity[resource] - booked;
    }

    /// Units go round: each requirement takes what nobody had yet, then from those who gave back last.
    private void handOver(int[] work, int capacity) {
        int fresh = capacity;
        var sorted = sorted(work);
        var free = new int[sorted.length];
        int begun = 0;
        int spent = 0;
        for (int r : sorted) {
            int needed = requirements.units[schedule.chosen[r]];
            int left = Math.max(0, needed - fresh);
            fresh = Math.max(0, fresh - needed);
            while (left > 0) {
                int giver = -1;
                for (int i = spent; i < begun; i++)
                    if (free[i] > 0
                            && schedule.to[sorted[i]] <= schedule.from[r]
                            && (giver < 0 || schedule.to[sorted[i]] > schedule.to[sorted[giver]])) giver = i;
                if (giver < 0) break;
                int given = Math.min(left, free[giver]);
                free[giver] -= given;
                left -= given;
                givers.add(sorted[giver]);
                takers.add(r);
            }
            free[begun++] = needed;
            while (spent < begun && free[spent] == 0) spent++;
        }
    }

    private int[] sorted(int[] work) {
        var packed = new long[work.length];
        for (int i = 0; i < work.length; i++) packed[i] = (long) schedule.from[work[i]] << 32 | work[i];
        Arrays.sort(packed);
        var sorted = new int[packed.length];
        for (int i = 0; i < packed.length; i++) sorted[i] = (int) packed[i];
        return sorted;
    }

    private int[] grouped(IntList by, IntList values, int[] first) {
        for (int i = 0; i < by.size(); i++) first[by.get(i) + 1]++;
        for (int r = 0; r + 1 < first.length; r++) first[r + 1] += first[r];
        var next = first.clone();
        var result = new int[by.size()];
        for (int i = 0; i < by.size(); i++) result[next[by.get(i)]++] = values.get(i);
        return result;
    }

    /// By links and hand-overs, the earliest start first. Leads can make a circle of the two together: then the
    /// earliest start goes before what it waits for.
    private int[] inTurn(int[] byStart) {
        var waiting = new int[network.nodes];
        for (int e = 0; e < network.edges.count(); e++) waiting[network.edges.to[e]]++;
        for (int i = 0; i < takers.size(); i++) waiting[requirements.node[takers.get(i)]]++;
        var ready = new NodeHeap(new int[network.nodes]);
        ready.start(schedule.start);
        var done = new boolean[network.nodes];
        for (int n = 0; n < network.nodes; n++) if (waiting[n] == 0) ready.add(n);
        var result = new int[network.nodes];
        int size = 0;
        int oldest = 0;
        while (size < result.length) {
            while (ready.isEmpty()) {
                int n = byStart[oldest++];
                if (done[n] || waiting[n] == 0) continue;
                waiting[n] = 0;
                ready.add(n);
            }
            int n = ready.remove();
            if (done[n]) continue;
            done[n] = true;
            result[size++] = n;
            for (int i = network.edges.outFirst[n]; i < network.edges.outFirst[n + 1]; i++)
                pass(network.edges.to[network.edges.out[i]], waiting, ready);
            if (network.kind[n] != Network.Kind.TASK) continue;
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                for (int i = outFirst[r]; i < outFirst[r + 1]; i++) pass(requirements.node[out[i]], waiting, ready);
        }
        return result;
    }

    private static void pass(int to, int[] waiting, NodeHeap ready) {
        if (waiting[to] > 0 && --waiting[to] == 0) ready.add(to);
    }
}
