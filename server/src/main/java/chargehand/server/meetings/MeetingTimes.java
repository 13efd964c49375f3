package chargehand.server.meetings;

import chargehand.server.people.Appointments;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// When meetings take people's time.
@Component
class MeetingTimes implements Appointments {
    private static final int MOST = 20_000;

    private final Meetings meetings;
    private final Clock clock;

    MeetingTimes(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public List<Appointment> of(Collection<UUID> persons, Instant from, Instant to) {
        if (persons.isEmpty()) return List.of();
        var asked = new HashSet<>(persons);
        var found = new ArrayList<Appointment>();
        for (var each : meetings.ofPersons(persons)) add(each, asked::contains, from, to, found);
        return sorted(found);
    }

    @Override
    public List<Appointment> ofProject(UUID project, Instant from, Instant to) {
        var found = new ArrayList<Appointment>();
        for (var each : meetings.named(project)) add(each, _ -> true, from, to, found);
        return sorted(found);
    }

    private static List<Appointment> sorted(List<Appointment> found) {
        found.sort(Comparator.comparing(Appointment::from).thenComparing(Appointment::meeting));
        return found;
    }

    private void add(Meetings.Named named, Predicate<UUID> asked, Instant from, Instant to, List<Appointment> found) {
        var meeting = named.meeting();
        var zone = ZoneId.of(meeting.zone());
        var present = meeting.persons().stream().filter(asked).toList();
        var last = earlier(LocalDate.ofInstant(to, zone).plusDays(1), horizon(zone));
        for (var day : meeting.days(LocalDate.ofInstant(from, zone).minusDays(1), last)) {
            var begin = meeting.begin(day);
            var end = meeting.end(day);
            if (found.size() < MOST && end.isAfter(from) && begin.isBefore(to))
                found.add(new Appointment(
                        meeting.id(),
                        meeting.project(),
                        named.project(),
                        meeting.title(),
                        meeting.place(),
                        meeting.link(),
                        day,
                        begin,
                        end,
                        present));
        }
    }

    /// Rules may have no end. Plans know of meetings to the end of next year, which changes once a year and not daily.
    private LocalDate horizon(ZoneId zone) {
        return LocalDate.of(LocalDate.ofInstant(clock.instant(), zone).getYear() + 2, 1, 1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
