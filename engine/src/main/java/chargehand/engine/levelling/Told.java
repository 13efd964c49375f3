package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.time.WorkingTable;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashSet;

/// What people were told: on which day each task begins, and who does it.
final class Told {
    final Schedule schedule;
    /// The tasks that the calendar told of, and that can still be elsewhere.
    final BitSet known = new BitSet();
    private final Network network;
    private final int[] dayFrom;
    private final int[] dayTo;

    Told(Network network, Calendar calendar) {
        this.network = network;
        schedule = Calendars.schedule(network, calendar);
        dayFrom = new int[network.tasks];
        dayTo = new int[network.tasks];
        var ids = new HashSet<Object>();
        for (var task : calendar.tasks()) ids.add(task.task());
        for (int n = 0; n < network.tasks; n++) {
            var id = network.plan.tasks().get(network.place[n]).id();
            if (network.isFixed(n) || !ids.contains(id)) continue;
            known.set(n);
            noteDay(n, network.plan.zone());
        }
    }

    private void noteDay(int n, ZoneId zone) {
        var day = WorkingTable.instant(schedule.start[n]).atZone(zone).toLocalDate();
        dayFrom[n] = WorkingTable.minute(day.atStartOfDay(zone).toInstant());
        dayTo[n] = WorkingTable.minute(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// The number of tasks that are told otherwise by this schedule.
    int disturbance(Schedule other) {
        int disturbed = 0;
        for (int n = known.nextSetBit(0); n >= 0; n = known.nextSetBit(n + 1)) if (!isKept(n, other)) disturbed++;
        return disturbed;
    }

    private boolean isKept(int n, Schedule other) {
        if (other.start[n] < dayFrom[n] || other.start[n] >= dayTo[n]) return false;
        var requirements = network.requirements;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            if (requirements.resource[other.chosen[r]] != requirements.resource[schedule.chosen[r]]) return false;
        return true;
    }
}
