package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import chargehand.server.people.Ledger;
import chargehand.server.people.WorkingTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// People as a calendar was made for them, beside people as they are now.
final class FactsComparison {
    private static final Duration BEYOND = Duration.ofDays(60);
    private static final int MOST_FINDINGS = 50;

    private final LivePlan live;
    private final Facts now;
    private final Instant from;
    private final Instant to;

    /// @param from what was before does not count
    FactsComparison(LivePlan live, Facts now, Instant from) {
        this.live = live;
        this.now = now;
        this.from = from;
        this.to = live.calendar().finish().isBefore(from)
                ? from.plus(BEYOND)
                : live.calendar().finish().plus(BEYOND);
    }

    /// The resources whose time or skills are other than they were, as far as the calendar reaches and a little more.
    Set<ResourceId> changed() {
        var was = states(live.written().facts());
        var is = states(now);
        var changed = new TreeSet<ResourceId>();
        for (var id : was.keySet()) if (!Objects.equals(was.get(id), is.get(id))) changed.add(id);
        return changed;
    }

    private record State(
            int capacity, Set<String> skills, @Nullable Object week, List<Object> days, Set<Booking> bookings) {}

    private Map<ResourceId, State> states(Facts facts) {
        var calendars = calendars(facts);
        var bookings = new HashMap<ResourceId, Set<Booking>>();
        for (var each : facts.bookings())
            if (each.toExclusive().isAfter(from) && each.fromInclusive().isBefore(to))
                bookings.computeIfAbsent(each.resource(), any -> new HashSet<>())
                        .add(clipped(each));
        var states = new HashMap<ResourceId, State>();
        for (var each : facts.resources())
            states.put(each.id(), state(each, calendars, bookings.getOrDefault(each.id(), Set.of())));
        return states;
    }

    private Booking clipped(Booking booking) {
        var begin = booking.fromInclusive().isBefore(from) ? from : booking.fromInclusive();
        var end = booking.toExclusive().isAfter(to) ? to : booking.toExclusive();
        return new Booking(booking.resource(), booking.units(), begin, end, booking.reason());
    }

    private Map<String, WorkingCalendar> calendars(Facts facts) {
        var calendars = new HashMap<String, WorkingCalendar>();
        for (var each : live.written().calendars()) calendars.put(each.id(), each);
        for (var each : facts.calendars()) calendars.put(each.id(), each);
        return calendars;
    }

    private State state(Resource resource, Map<String, WorkingCalendar> calendars, Set<Booking> bookings) {
        var calendar = resource.calendar() == null ? null : calendars.get(resource.calendar());
        var days = new ArrayList<Object>();
        if (calendar != null) {
            var first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
            var last = LocalDate.ofInstant(to, ZoneOffset.UTC);
            days.addAll(calendar.exceptions().subMap(first, true, last, true).entrySet());
        }
        return new State(
                resource.capacity(),
                resource.skills(),
                calendar == null ? null : List.of(calendar.zone(), calendar.week()),
                days,
                bookings);
    }

    /// What of today's calendar no longer fits: work in time that is booked now and was not then.
    List<FindingView> findings(Set<ResourceId> changed) {
        var news = new HashMap<ResourceId, List<Booking>>();
        var known = new HashSet<>(live.written().facts().bookings());
        for (var each : now.bookings())
            if (changed.contains(each.resource())
                    && !known.contains(each)
                    && each.toExclusive().isAfter(from))
                news.computeIfAbsent(each.resource(), any -> new ArrayList<>()).add(each);
        var findings = new ArrayList<FindingView>();
        if (news.isEmpty()) return findings;
        var tables = tables(news.keySet());
        for (int i = 0; i < live.plan().tasks().size() && findings.size() < MOST_FINDINGS; i++) {
            var progress = live.plan().tasks().get(i).progress();
            if (progress == null || progress.finished() == null) look(i, news, tables, findings);
        }
        return findings;
    }

    private Map<ResourceId, WorkingTable> tables(Set<ResourceId> who) {
        var calendars = calendars(now);
        var tables = new HashMap<ResourceId, WorkingTable>();
        int base = WorkingTable.minute(from.minus(Duration.ofDays(2)));
        int end = WorkingTable.minute(to.plus(Duration.ofDays(2)));
        for (var each : now.resources()) {
            if (!who.contains(each.id())) continue;
            var calendar = each.calendar() == null ? null : calendars.get(each.calendar());
            tables.put(
                    each.id(),
                    WorkingTable.of(calendar == null ? live.written().projectCalendar() : calendar, base, end));
        }
        return tables;
    }

    private void look(
            int place,
            Map<ResourceId, List<Booking>> news,
            Map<ResourceId, WorkingTable> tables,
            List<FindingView> findings) {
        var task = live.calendar().tasks().get(place);
        for (var mine : task.assignments()) {
            var table = tables.get(mine.resource());
            if (table == null) continue;
            for (var booking : news.getOrDefault(mine.resource(), List.of()))
                if (meets(mine, booking, table)) {
                    findings.add(finding(place, task, mine, booking));
                    break;
                }
        }
    }

    private boolean meets(ScheduledAssignment mine, Booking booking, WorkingTable table) {
        var begin = later(later(mine.start(), booking.fromInclusive()), from);
        var end = mine.finish().isBefore(booking.toExclusive()) ? mine.finish() : booking.toExclusive();
        if (!begin.isBefore(end) || mine.units() + booking.units() <= capacity(mine.resource())) return false;
        return table.workBetween(WorkingTable.minute(begin), WorkingTable.minute(end)) > 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Resource resource(ResourceId id) {
        return now.resources().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int capacity(ResourceId id) {
        return resource(id).capacity();
    }

    private FindingView finding(int place, ScheduledTask task, ScheduledAssignment mine, Booking booking) {
        var name = live.plan().tasks().get(place).name();
        var who = resource(mine.resource()).name();
        var moment = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH)
                .withZone(live.written().zone());
        var values = new TreeMap<String, Object>();
        values.put("task", name);
        values.put("resource", who);
        values.put("person", mine.resource().value());
        values.put("from", booking.fromInclusive().toString());
        values.put("until", booking.toExclusive().toString());
        var said = said(booking.reason());
        var message = said.message()
                .formatted(who, moment.format(booking.fromInclusive()), moment.format(booking.toExclusive()), name);
        return new FindingView(
                said.code(),
                FindingView.Level.error,
                List.of(task.task().value()),
                values,
                message,
                "Maybe take people as they are now; the proposal shows what would move.");
    }

    private record Said(String code, String message) {}

    private static Said said(String reason) {
        return switch (reason) {
            case Ledger.ANOTHER_PROJECT ->
                new Said("double-booked", "%s is booked by another project from %s to %s, and planned for %s.");
            case WorkingTimes.MEETING ->
                new Said("works-while-meeting", "%s is in a meeting from %s to %s, and planned for %s.");
            default -> new Said("works-while-away", "%s is away from %s to %s, and planned for %s.");
        };
    }
}
