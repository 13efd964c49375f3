package chargehand.server.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A stretch of days on which somebody is away, without the reason; both belong to it.
record DaysAway(LocalDate from, LocalDate to) {
    /// Absences that touch or overlap become one.
    ///
    /// @param absences ordered by person and first day
    static Map<UUID, List<DaysAway>> byPerson(Collection<Absence> absences) {
        var all = new HashMap<UUID, List<DaysAway>>();
        for (var each : absences)
            add(all.computeIfAbsent(each.person(), any -> new ArrayList<>()), new DaysAway(each.from(), each.to()));
        return all;
    }

    private static void add(List<DaysAway> days, DaysAway next) {
        var last = days.isEmpty() ? null : days.getLast();
        if (last == null || next.from.isAfter(last.to.plusDays(1))) days.add(next);
        else if (next.to.isAfter(last.to)) days.set(days.size() - 1, new DaysAway(last.from, next.to));
    }

    Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
