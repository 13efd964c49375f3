package chargehand.engine.network;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The resources of a plan under compilation: their working time without what is booked elsewhere, each calendar
/// compiled once.
final class ResourceTables {
    private final Plan plan;
    private final List<Finding> findings;
    private final Compiled cache;
    private final int base;
    private final int end;
    private final Map<String, WorkingCalendar> calendars = new HashMap<>();
    private final Map<String, WorkingTable> compiled = new HashMap<>();
    private final Map<Long, Integer> placeOf = new HashMap<>();
    private final List<String> taskCalendars = new ArrayList<>();
    private final List<WorkingTable> tables = new ArrayList<>();
    private final Map<ResourceId, Integer> resources = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final WorkingTable[] own;
    /// By resource (nobody first), one more than the place of its table for tasks without a calendar; 0 if
    /// unknown.
    private final int[] ownPlace;

    private final int[][] partialBookings;

    ResourceTables(Plan plan, List<Finding> findings, int base, int end, Compiled cache) {
        this.cache = cache;
        this.plan = plan;
        this.findings = findings;
        this.base = base;
        this.end = end;
        for (var calendar : plan.calendars()) calendars.put(calendar.id(), calendar);
        taskCalendars.add("");
        own = new WorkingTable[plan.resources().size()];
        ownPlace = new int[own.length + 1];
        partialBookings = new int[own.length][];
        var bookings = bookingsByResource();
        for (int r = 0; r < own.length; r++) {
            var resource = plan.resources().get(r);
            resources.put(resource.id(), r);
            own[r] = table(resource.name(), resource.calendar());
            book(r, resource, bookings.getOrDefault(resource.id(), List.of()));
        }
    }

    private Map<ResourceId, List<Booking>> bookingsByResource() {
        var byResource = new HashMap<ResourceId, List<Booking>>();
        for (var booking : plan.bookings())
            byResource
                    .computeIfAbsent(booking.resource(), r -> new ArrayList<>())
                    .add(booking);
        return byResource;
    }

    /// Takes whole bookings off the working time, and keeps the others as units to plan around.
    private void book(int r, Resource resource, List<Booking> bookings) {
        var change = new TreeMap<Integer, Integer>();
        for (var booking : bookings) {
            change.merge(clamp(WorkingTable.minute(booking.fromInclusive())), booking.units(), Integer::sum);
            change.merge(clamp(WorkingTable.minute(booking.toExclusive())), -booking.units(), Integer::sum);
        }
        var partial = new IntList();
        int units = 0;
        int since = base;
        for (var step : change.entrySet()) {
            if (units >= resource.capacity()) {
                own[r] = own[r].without(since, step.getKey());
            } else if (units > 0 && since < step.getKey()) {
                partial.add(since);
                partial.add(step.getKey());
                partial.add(units);
            }
            units += step.getValue();
            since = step.getKey();
        }
        partialBookings[r] = partial.toArray();
    }

    private int clamp(int moment) {
        return Math.max(base, Math.min(end, moment));
    }

    /// The calendar of that id, else the project's.
    WorkingTable table(String owner, @Nullable String id) {
        if (id != null && !calendars.containsKey(id)) {
            if (reported.add(id))
                findings.add(
                        new Finding(FindingCode.UNKNOWN_CALENDAR, List.of(), Map.of("owner", owner, "calendar", id)));
            id = null;
        }
        return compiled.computeIfAbsent(
                id == null ? plan.calendar() : id,
                name -> cache.table(Objects.requireNonNull(calendars.get(name), name), base, end));
    }

    /// The place of a resource (or of nobody) in the plan, and -1 if it is unknown.
    int resource(ResourceId id) {
        return resources.getOrDefault(id, -1);
    }

    /// The place of the table on which a resource (or nobody, for -1) works on a task that has this calendar of its
    /// own.
    int place(int resource, String owner, @Nullable String taskCalendar) {
        if (taskCalendar != null) return placeWith(resource, owner, taskCalendar);
        int known = ownPlace[resource + 1] - 1;
        if (known >= 0) return known;
        ownPlace[resource + 1] = placeWith(resource, owner, null) + 1;
        return ownPlace[resource + 1] - 1;
    }

    private int placeWith(int resource, String owner, @Nullable String taskCalendar) {
        var calendar = taskCalendar != null && calendars.containsKey(taskCalendar) ? taskCalendar : "";
        int c = taskCalendars.indexOf(calendar);
        if (c < 0) {
            c = taskCalendars.size();
            taskCalendars.add(calendar);
        }
        if (taskCalendar != null) table(owner, taskCalendar);
        return placeOf.computeIfAbsent((long) c << 32 | resource + 1, key -> {
            tables.add(combined(resource, owner, calendar));
            return tables.size() - 1;
        });
    }

    private WorkingTable combined(int resource, String owner, String calendar) {
        if (calendar.isEmpty()) return resource < 0 ? projectTable() : own[resource];
        var ofTask = table(owner, calendar);
        return resource < 0 ? ofTask : own[resource].and(ofTask);
    }

    /// For what could else never be done: a table on which every minute works.
    int aroundTheClock() {
        tables.add(WorkingTable.of(WorkingCalendar.aroundTheClock("", ZoneOffset.UTC), base, end));
        return tables.size() - 1;
    }

    WorkingTable at(int place) {
        return tables.get(place);
    }

    WorkingTable projectTable() {
        return table(plan.name(), null);
    }

    WorkingTable[] own() {
        return own;
    }

    WorkingTable[] tables() {
        return tables.toArray(new WorkingTable[0]);
    }

    int[] capacity() {
        return plan.resources().stream().mapToInt(Resource::capacity).toArray();
    }

    int[][] partialBookings() {
        return partialBookings;
    }
}
