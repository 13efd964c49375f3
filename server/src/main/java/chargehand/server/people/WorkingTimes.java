package chargehand.server.people;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.people.Appointments.Appointment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When people work, for whoever plans with them.
@Component
public class WorkingTimes {
    /// What explanations say of time that meetings have.
    public static final String MEETING = "meeting";

    private final People people;
    private final Sites sites;
    private final Shutdowns shutdowns;
    private final Absences absences;
    private final Holidays holidays;
    private final CompanyTimes company;
    private final List<Appointments> appointments;

    WorkingTimes(
            People people,
            Sites sites,
            Shutdowns shutdowns,
            Absences absences,
            Holidays holidays,
            CompanyTimes company,
            List<Appointments> appointments) {
        this.people = people;
        this.sites = sites;
        this.shutdowns = shutdowns;
        this.absences = absences;
        this.holidays = holidays;
        this.company = company;
        this.appointments = appointments;
    }

    /// Calendars with the holidays and shutdowns of all years from that of `from` to that of `to`, and absences that
    /// touch the days between, as do meetings. Ids of nobody are passed over.
    public TeamTimes of(Collection<UUID> persons, LocalDate from, LocalDate to) {
        return of(people.of(persons), from, to);
    }

    TeamTimes of(List<Person> team, LocalDate from, LocalDate to) {
        var compiling = new Compiling(from.getYear(), to.getYear());
        var resources = new ArrayList<Resource>();
        var away = new ArrayList<Booking>();
        var absent = DaysAway.byPerson(absences.of(team.stream().map(Person::id).toList(), from, to));
        for (var person : team) {
            var calendar = compiling.calendar(person);
            var id = new ResourceId(person.id().toString());
            resources.add(new Resource(
                    id,
                    person.name(),
                    person.capacity(),
                    calendar.id(),
                    person.skills().keySet()));
            for (var days : absent.getOrDefault(person.id(), List.of()))
                away.add(new Booking(
                        id, person.capacity(), days.begin(calendar.zone()), days.end(calendar.zone()), "away"));
        }
        return new TeamTimes(compiling.calendars(), resources, away, appointments(team, from, to));
    }

    private List<Appointment> appointments(List<Person> team, LocalDate from, LocalDate to) {
        var persons = team.stream().map(Person::id).collect(Collectors.toSet());
        var begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return appointments.stream()
                .flatMap(each -> each.of(persons, begin, end).stream())
                .toList();
    }

    /// The clock on which a person's days begin and end.
    ZoneId zone(Person person) {
        return new Compiling(0, 0).zone(person);
    }

    /// The company's own working calendar with holidays and shutdowns: what a project has that says nothing else.
    public WorkingCalendar ofCompany(LocalDate from, LocalDate to) {
        return new Compiling(from.getYear(), to.getYear()).companyCalendar();
    }

    /// Who works alike gets the same calendar.
    private final class Compiling {
        private final int firstYear;
        private final int lastYear;
        private final CompanyTime usual = company.current();
        private final Map<UUID, Site> bySite = new HashMap<>();
        private final List<Shutdown> closed = shutdowns.all();
        private final Map<Way, WorkingCalendar> byWay = new LinkedHashMap<>();
        private final Map<String, WorkingCalendar> byId = new LinkedHashMap<>();

        private record Way(
                ZoneId zone,
                Week week,
                @Nullable UUID site,
                @Nullable Arrival arrival) {}

        Compiling(int firstYear, int lastYear) {
            this.firstYear = firstYear;
            this.lastYear = lastYear;
            for (var site : sites.all()) bySite.put(site.id(), site);
        }

        List<WorkingCalendar> calendars() {
            return List.copyOf(byId.values());
        }

        WorkingCalendar calendar(Person person) {
            var site = person.site() == null ? null : bySite.get(person.site());
            var week = person.week() == null ? usual.week() : person.week();
            var way = new Way(zone(person, site), week, person.site(), arrival(person));
            return byWay.computeIfAbsent(way, any -> calendar(way, site));
        }

        WorkingCalendar companyCalendar() {
            return calendar(new Way(usual.zone(), usual.week(), null, null), null);
        }

        /// Null for somebody who is wholly here before the first day that is asked for.
        private @Nullable Arrival arrival(Person person) {
            var arrival = person.arrival();
            return arrival == null || arrival.whole().getYear() < firstYear ? null : arrival;
        }

        ZoneId zone(Person person) {
            return zone(person, person.site() == null ? null : bySite.get(person.site()));
        }

        private ZoneId zone(Person person, @Nullable Site site) {
            if (person.zone() != null) return person.zone();
            return site != null && site.zone() != null ? site.zone() : usual.zone();
        }

        private WorkingCalendar calendar(Way way, @Nullable Site site) {
            var week = way.week().days();
            var off = daysOff(site);
            var arrival = way.arrival();
            if (arrival != null) arrival.into(off, week, firstYear, lastYear);
            var id = id(way.zone(), week, off, arrival);
            return byId.computeIfAbsent(id, known -> new WorkingCalendar(known, name(site), way.zone(), week, off));
        }

        private NavigableMap<LocalDate, List<TimeRange>> daysOff(@Nullable Site site) {
            var off = new TreeMap<LocalDate, List<TimeRange>>();
            var country = site == null ? usual.country() : site.country();
            var region = site == null ? usual.region() : site.region();
            if (country != null)
                for (var date : holidays.dates(country, region, firstYear, lastYear)) off.put(date, List.of());
            for (var each : closed) {
                if (each.site() != null && (site == null || !each.site().equals(site.id()))) continue;
                each.from()
                        .datesUntil(each.to().plusDays(1))
                        .filter(date -> date.getYear() >= firstYear && date.getYear() <= lastYear)
                        .forEach(date -> off.put(date, List.of()));
            }
            return off;
        }

        private String name(@Nullable Site site) {
            return site == null ? "Working week" : site.name();
        }
    }

    private static String id(ZoneId zone, Map<?, ?> week, NavigableMap<LocalDate, ?> off, @Nullable Arrival arrival) {
        try {
            var content = zone.getId() + week + off.keySet() + (arrival == null ? "" : arrival);
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "week-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
