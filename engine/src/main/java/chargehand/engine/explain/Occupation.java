package chargehand.engine.explain;

import chargehand.engine.levelling.Schedule;
import chargehand.engine.network.IntList;
import chargehand.engine.network.Network;
import chargehand.engine.network.Requirements;
import chargehand.engine.plan.Booking;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who is at work on what when, to answer what stands in a task's way.
final class Occupation {
    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final int[][] work;

    Occupation(Network network, Schedule schedule) {
        this.network = network;
        this.requirements = network.requirements;
        this.schedule = schedule;
        var lists = new IntList[network.capacity.length];
        for (int i = 0; i < lists.length; i++) lists[i] = new IntList();
        for (int r = 0; r < requirements.count(); r++) {
            int resource = requirements.resource[schedule.chosen[r]];
            if (resource != Network.NOBODY && schedule.from[r] < schedule.to[r]) lists[resource].add(r);
        }
        work = new int[lists.length][];
        for (int i = 0; i < lists.length; i++) work[i] = lists[i].toArray();
    }

    /// Adds what is in the way of a requirement that would be held from `from` on, earlier than it is: those who hold
    /// its resource at the last moment before its start at which there is no room. Who ends before the start comes
    /// first, and of these who ends last.
    void addConflicts(int requirement, int from, List<Cause> causes) {
        int candidate = schedule.chosen[requirement];
        int resource = requirements.resource[candidate];
        int start = schedule.from[requirement];
        int room = network.capacity[resource] - requirements.units[candidate];
        var others = overlapping(resource, requirement, from, start);
        var booked = network.partialBookings[resource];
        int moment = lastMomentWithout(room, others, booked, from, start);
        if (moment == Network.NONE) return;
        others.sort(Comparator.<Integer, Boolean>comparing(r -> schedule.to[r] > start)
                .thenComparing(r -> -schedule.to[r]));
        for (int other : others) {
            if (schedule.from[other] > moment || moment >= schedule.to[other]) continue;
            causes.add(new Cause.Busy(
                    Causes.id(network, resource),
                    network.plan
                            .tasks()
                            .get(network.place[requirements.node[other]])
                            .id(),
                    WorkingTable.instant(schedule.to[other])));
        }
        addBookings(resource, moment, causes);
    }

    private List<Integer> overlapping(int resource, int requirement, int from, int to) {
        var others = new ArrayList<Integer>();
        for (int r : work[resource])
            if (r != requirement
                    && requirements.node[r] != requirements.node[requirement]
                    && schedule.from[r] < to
                    && schedule.to[r] > from) others.add(r);
        return others;
    }

    /// Load only rises where something begins, so those moments and the first are enough to look at.
    private int lastMomentWithout(int room, List<Integer> others, int[] booked, int from, int to) {
        int last = Network.NONE;
        if (load(from, others, booked) > room) last = from;
        for (int other : others) {
            int moment = schedule.from[other];
            if (moment > from && moment < to && moment > last && load(moment, others, booked) > room) last = moment;
        }
        for (int i = 0; i < booked.length; i += 3)
            if (booked[i] > from && booked[i] < to && booked[i] > last && load(booked[i], others, booked) > room)
                last = booked[i];
        return last;
    }

    private int load(int moment, List<Integer> others, int[] booked) {
        int load = 0;
        for (int other : others)
            if (schedule.from[other] <= moment && moment < schedule.to[other])
                load += requirements.units[schedule.chosen[other]];
        for (int i = 0; i < booked.length; i += 3)
            if (booked[i] <= moment && moment < booked[i + 1]) load += booked[i + 2];
        return load;
    }

    private void addBookings(int resource, int moment, List<Cause> causes) {
        for (Booking booking : network.plan.bookings()) {
            boolean holds = booking.resource().equals(Causes.id(network, resource))
                    && WorkingTable.minute(booking.fromInclusive()) <= moment
                    && moment < WorkingTable.minute(booking.toExclusive());
            if (holds) causes.add(new Cause.Booked(booking.resource(), booking.reason(), booking.toExclusive()));
        }
    }
}
