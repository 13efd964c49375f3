package chargehand.server.people;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How much of their working time people have booked, for heat maps and for what is short.
@Component
public class Load {
    private final People people;
    private final WorkingTimes times;
    private final Ledger ledger;

    Load(People people, WorkingTimes times, Ledger ledger) {
        this.people = people;
        this.times = times;
        this.ledger = ledger;
    }

    /// @param minutes of working time in each period, absences and meetings left out, of all that the person has
    /// @param booked of those, by hard and by soft bookings
    /// @param away minutes of working time for which the person is away
    public record OfPerson(Person person, long[] minutes, long[] booked, long[] away) {
        /// Of what they have in a period; 0 where they have nothing.
        public long percent(int period) {
            return minutes[period] == 0 ? 0 : Math.round(booked[period] * 100.0 / minutes[period]);
        }
    }

    /// @param edges where the periods part: period i is `[edges(i), edges(i + 1))`, on each person's own clock
    public List<OfPerson> of(List<LocalDate> edges) {
        var all = people.all();
        var team = times.of(all, edges.getFirst(), edges.getLast());
        var zones = new HashMap<String, Grid>();
        for (var calendar : team.calendars()) zones.put(calendar.id(), new Grid(calendar, edges));
        var away = byPerson(team.away());
        var meeting = byPerson(team.meeting());
        // No zone is more than a day ahead or behind.
        var first =
                edges.getFirst().minusDays(1).atStartOfDay(ZoneId.of("Etc/UTC")).toInstant();
        var last =
                edges.getLast().plusDays(1).atStartOfDay(ZoneId.of("Etc/UTC")).toInstant();
        var booked = ledger.byPerson(all.stream().map(Person::id).toList(), first, last);
        var loads = new ArrayList<OfPerson>();
        for (int i = 0; i < all.size(); i++) {
            var resource = team.resources().get(i);
            var grid = zones.get(String.valueOf(resource.calendar()));
            if (grid == null) throw new IllegalStateException("A person (%s) without calendar.".formatted(resource));
            loads.add(grid.load(
                    all.get(i),
                    resource,
                    away.getOrDefault(resource.id().value(), List.of()),
                    meeting.getOrDefault(resource.id().value(), List.of()),
                    booked.getOrDefault(all.get(i).id(), List.of())));
        }
        return loads;
    }

    /// How much of one person's time from a day to before another is booked, would a project have other lines of it.
    ///
    /// @param project whose lines of tasks are left out, with `instead` in their place; what it was granted stays
    /// @return percent of what they have; 0 where they have none
    public long percent(Person person, LocalDate from, LocalDate to, UUID project, List<BookedRange> instead) {
        var team = times.of(List.of(person.id()), from, to);
        var resource = team.resources().getFirst();
        var calendar = team.calendars().stream()
                .filter(each -> each.id().equals(resource.calendar()))
                .findFirst()
                .orElseThrow();
        var utc = ZoneId.of("Etc/UTC");
        var lines = new ArrayList<>(instead);
        for (var each : ledger.lines(
                List.of(person.id()),
                from.minusDays(1).atStartOfDay(utc).toInstant(),
                to.plusDays(1).atStartOfDay(utc).toInstant()))
            if (!each.project().equals(project) || each.task() == null) lines.add(each);
        var load = new Grid(calendar, List.of(from, to))
                .load(person, resource, team.away(), team.meeting(), Claims.once(lines));
        return load.percent(0);
    }

    /// @param minutes of working time from the first day to the last, absences left out
    /// @param booked of those, by the project that has them
    public record OfProjects(Person person, long minutes, Map<UUID, Long> booked) {}

    /// Whose time belongs to which project from a day to before another, in the order of their names.
    public List<OfProjects> byProject(LocalDate from, LocalDate to) {
        var all = people.all();
        var team = times.of(all, from, to);
        var edges = List.of(from, to);
        var grids = new HashMap<String, Grid>();
        for (var calendar : team.calendars()) grids.put(calendar.id(), new Grid(calendar, edges));
        var away = byPerson(team.away());
        var meeting = byPerson(team.meeting());
        var utc = ZoneId.of("Etc/UTC");
        var booked = ledger.byPerson(
                all.stream().map(Person::id).toList(),
                from.minusDays(1).atStartOfDay(utc).toInstant(),
                to.plusDays(1).atStartOfDay(utc).toInstant());
        var loads = new ArrayList<OfProjects>();
        for (int i = 0; i < all.size(); i++) {
            var person = all.get(i);
            var resource = team.resources().get(i);
            var grid = Objects.requireNonNull(grids.get(String.valueOf(resource.calendar())), "a calendar");
            var gone = away.getOrDefault(resource.id().value(), List.of());
            var met = meeting.getOrDefault(resource.id().value(), List.of());
            var lines = new LinkedHashMap<UUID, List<BookedRange>>();
            for (var line : booked.getOrDefault(person.id(), List.of()))
                lines.computeIfAbsent(line.project(), any -> new ArrayList<>()).add(line);
            var taken = new LinkedHashMap<UUID, Long>();
            lines.forEach((project, its) -> taken.put(
                    project, grid.load(person, resource, gone, met, its).booked()[0]));
            loads.add(new OfProjects(
                    person, grid.load(person, resource, gone, met, List.of()).minutes()[0], taken));
        }
        return loads;
    }

    private static Map<String, List<Booking>> byPerson(List<Booking> bookings) {
        var all = new HashMap<String, List<Booking>>();
        for (var each : bookings)
            all.computeIfAbsent(each.resource().value(), any -> new ArrayList<>())
                    .add(each);
        return all;
    }

    /// The periods on one working calendar.
    private static final class Grid {
        private final WorkingTable table;
        private final int[] edges;

        Grid(WorkingCalendar calendar, List<LocalDate> dates) {
            edges = dates.stream()
                    .mapToInt(each -> WorkingTable.minute(
                            each.atStartOfDay(calendar.zone()).toInstant()))
                    .toArray();
            // A table can't be asked about its own end.
            table = WorkingTable.of(calendar, edges[0], edges[edges.length - 1] + 1);
        }

        OfPerson load(
                Person person, Resource resource, List<Booking> away, List<Booking> meeting, List<BookedRange> booked) {
            int periods = edges.length - 1;
            var present = without(table, away);
            var here = without(present, meeting);
            var minutes = new long[periods];
            var gone = new long[periods];
            for (int i = 0; i < periods; i++) {
                int left = here.workBetween(edges[i], edges[i + 1]);
                int missed = table.workBetween(edges[i], edges[i + 1]) - present.workBetween(edges[i], edges[i + 1]);
                minutes[i] = (long) left * resource.capacity() / 100;
                gone[i] = (long) missed * resource.capacity() / 100;
            }
            var taken = new long[periods];
            for (var each : booked) add(here, each, taken);
            for (int i = 0; i < periods; i++) taken[i] /= 100;
            return new OfPerson(person, minutes, taken, gone);
        }

        /// What begins before the periods or ends after them is cut.
        private WorkingTable without(WorkingTable times, List<Booking> taken) {
            var left = times;
            for (var each : taken) {
                int from = Math.max(edges[0], WorkingTable.minute(each.fromInclusive()));
                int to = Math.min(edges[edges.length - 1], WorkingTable.minute(each.toExclusive()));
                if (from < to) left = left.without(from, to);
            }
            return left;
        }

        /// In minutes × percent, so that small parts add up.
        private void add(WorkingTable here, BookedRange range, long[] taken) {
            int from = Math.max(edges[0], WorkingTable.minute(range.fromInclusive()));
            int to = Math.min(edges[edges.length - 1], WorkingTable.minute(range.toExclusive()));
            if (from >= to) return;
            int found = Arrays.binarySearch(edges, from);
            for (int i = found >= 0 ? found : -found - 2; i < taken.length && edges[i] < to; i++)
                taken[i] +=
                        (long) here.workBetween(Math.max(from, edges[i]), Math.min(to, edges[i + 1])) * range.units();
        }
    }
}
