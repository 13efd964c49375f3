package chargehand.server.increments;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.WorkingTable;
import chargehand.server.increments.Deck.Item;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the people of a plan can do in some days, and what of that its calendar has given to tasks.
final class Capacity {
    private Capacity() {}

    /// Minutes of somebody's working time.
    ///
    /// @param minutes of all days, holidays aside
    /// @param away of those, absences
    /// @param elsewhere of those, booked by other projects
    /// @param planned of those, given to the tasks of the increment, and `others` to other tasks of the
    ///     project
    @Schema(name = "PersonCapacity")
    record OfPerson(String name, long minutes, long away, long elsewhere, long planned, long others) {}

    /// Of those who have something to do in the project in these days, by name.
    ///
    /// @param items of the increment
    static List<OfPerson> of(Deck deck, Collection<Item> items, LocalDate first, LocalDate last) {
        var plan = deck.current.plan();
        int from = WorkingTable.minute(first.atStartOfDay(deck.zone()).toInstant());
        int to = WorkingTable.minute(last.plusDays(1).atStartOfDay(deck.zone()).toInstant());
        var tables = new HashMap<ResourceId, WorkingTable>();
        for (var each : plan.resources()) tables.put(each.id(), table(plan, each, from, to));
        var planned = planned(items, tables, from, to);
        var all = planned(deck.items(), tables, from, to);
        var people = new ArrayList<OfPerson>();
        for (var each : plan.resources())
            if (all.getOrDefault(each.id(), 0L) > 0) people.add(person(plan, each, tables, planned, all, from, to));
        people.sort(java.util.Comparator.comparing(OfPerson::name));
        return people;
    }

    private static WorkingTable table(Plan plan, Resource resource, int from, int to) {
        var calendar = plan.calendar(Objects.requireNonNullElse(resource.calendar(), plan.calendar()));
        // A table can't be asked about its own end.
        return WorkingTable.of(calendar, from, to + 1);
    }

    /// In minutes, of those to whom tasks are given; nothing for tasks in another time, but then with a
    /// line all the same.
    private static Map<ResourceId, Long> planned(
            Collection<Item> items, Map<ResourceId, WorkingTable> tables, int from, int to) {
        var minutes = new HashMap<ResourceId, Long>();
        for (var item : items)
            for (var each : item.at().assignments()) {
                var table = tables.get(each.resource());
                if (table == null) continue;
                long worked = overlap(table, each.start(), each.finish(), from, to) * each.units() / 100;
                minutes.merge(each.resource(), worked, Long::sum);
            }
        return minutes;
    }

    private static long overlap(WorkingTable table, Instant start, Instant finish, int from, int to) {
        int begin = Math.max(from, WorkingTable.minute(start));
        int end = Math.min(to, WorkingTable.minute(finish));
        return begin >= end ? 0 : table.workBetween(begin, end);
    }

    private static OfPerson person(
            Plan plan,
            Resource resource,
            Map<ResourceId, WorkingTable> tables,
            Map<ResourceId, Long> planned,
            Map<ResourceId, Long> all,
            int from,
            int to) {
        var table = Objects.requireNonNull(tables.get(resource.id()));
        long away = 0;
        long elsewhere = 0;
        for (var each : plan.bookings()) {
            if (!each.resource().equals(resource.id())) continue;
            long minutes = overlap(table, each.fromInclusive(), each.toExclusive(), from, to);
            if (each.units() >= resource.capacity()) away += minutes * resource.capacity() / 100;
            else elsewhere += minutes * each.units() / 100;
        }
        long own = planned.getOrDefault(resource.id(), 0L);
        return new OfPerson(
                resource.name(),
                (long) table.workBetween(from, to) * resource.capacity() / 100,
                away,
                elsewhere,
                own,
                all.getOrDefault(resource.id(), 0L) - own);
    }
}
