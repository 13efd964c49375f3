package chargehand.server.meetings;

import chargehand.server.assets.Recurrence;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.people.PeopleChanged;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Days;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Texts;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says when people meet. Their calendars know it from then on; plans that are led around it are proposed, not moved.
@Service
public class MeetingEditing {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 480;
    private static final int MOST_PERSONS = 30;
    private static final int MOST_WITHOUT = 200;

    private final Meetings meetings;
    private final Projects projects;
    private final People people;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final MeetingLetters letters;
    private final Clock clock;

    MeetingEditing(
            Meetings meetings,
            Projects projects,
            People people,
            Audit audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            MeetingLetters letters,
            Clock clock) {
        this.meetings = meetings;
        this.projects = projects;
        this.people = people;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.letters = letters;
        this.clock = clock;
    }

    /// @throws Problem if there is no such project, or it can't be as it is written
    @Transactional
    public Meeting add(Caller caller, UUID project, MeetingWrite written) {
        return keep(caller, "meeting-made", written(Ids.next(clock), home(project), written, null, 1), null);
    }

    /// @param version the one that it was written upon
    @Transactional
    public Meeting write(Caller caller, UUID project, UUID id, MeetingWrite written, long version) {
        var known = find(project, id);
        if (known.version() != version) throw Version.outdated(known.version());
        var next = written(id, home(project), written, known.ended(), version + 1);
        return keep(caller, "meeting-changed", next, known);
    }

    /// It does not take place any more from today on; what was written down in it stays.
    @Transactional
    public Meeting end(Caller caller, UUID project, UUID id, long version) {
        var known = find(project, id);
        if (known.version() != version) throw Version.outdated(known.version());
        var ended = new Meeting(
                id,
                project,
                known.title(),
                known.rule(),
                known.first(),
                known.from(),
                known.minutes(),
                known.zone(),
                known.place(),
                known.link(),
                known.persons(),
                known.without(),
                today(known),
                version + 1);
        return keep(caller, "meeting-ended", ended, known);
    }

    private LocalDate today(Meeting meeting) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(meeting.zone()));
    }

    Meeting find(UUID project, UUID id) {
        return meetings.find(project, id).orElseThrow(Problem::notFound);
    }

    private Project home(UUID project) {
        return projects.find(project).filter(each -> each.draft() == null).orElseThrow(Problem::notFound);
    }

    private Meeting written(UUID id, Project project, MeetingWrite written, @Nullable LocalDate ended, long version) {
        var first = Days.within("first", written.first());
        var from = written.from();
        if (from == null) throw Problem.invalid("from", "It isn't said when it begins.");
        int minutes = Objects.requireNonNullElse(written.minutes(), 0);
        if (minutes < SHORTEST || minutes > LONGEST)
            throw Problem.invalid("minutes", "A meeting takes %d to %d minutes.".formatted(SHORTEST, LONGEST));
        var rule = written.rule() == null || written.rule().isBlank()
                ? null
                : Recurrence.of("rule", written.rule(), ZoneId.of(project.zone()))
                        .rule();
        var without = Objects.requireNonNullElse(written.without(), List.<LocalDate>of());
        if (without.size() > MOST_WITHOUT)
            throw Problem.invalid("without", "It is left out on at most %d days.".formatted(MOST_WITHOUT));
        return new Meeting(
                id,
                project.id(),
                Texts.line("title", written.title()),
                rule,
                first,
                from.truncatedTo(ChronoUnit.MINUTES),
                minutes,
                project.zone(),
                Texts.optionalLine("place", written.place()),
                link(written.link()),
                persons(written.persons()),
                without.stream()
                        .map(each -> Days.within("without", each))
                        .distinct()
                        .sorted()
                        .toList(),
                ended,
                version);
    }

    /// Nothing that a browser would run.
    private static @Nullable String link(@Nullable String written) {
        var link = Texts.optionalLine("link", written);
        if (link == null) return null;
        try {
            var uri = URI.create(link);
            if (List.of("https", "http").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null)
                return link;
        } catch (IllegalArgumentException noAddress) {
            // Said below.
        }
        throw Problem.invalid("link", "That is no address of a page.")
                .hint("Write it whole: https://meet.example/room.");
    }

    private List<UUID> persons(@Nullable List<UUID> written) {
        var persons = Objects.requireNonNullElse(written, List.<UUID>of()).stream()
                .distinct()
                .toList();
        if (persons.isEmpty() || persons.size() > MOST_PERSONS)
            throw Problem.invalid("persons", "A meeting is of 1 to %d people.".formatted(MOST_PERSONS));
        var known = people.of(persons);
        if (known.size() < persons.size() || known.stream().anyMatch(each -> each.pool()))
            throw Problem.invalid("persons", "Not all of these are people.");
        return persons;
    }

    private Meeting keep(Caller caller, String action, Meeting meeting, @Nullable Meeting before) {
        if (!meetings.put(meeting))
            throw Version.outdated(find(meeting.project(), meeting.id()).version());
        audit.record(caller, action, "meeting", meeting.id(), meeting.project(), Map.of("title", meeting.title()));
        live.publish(
                "meeting", meeting.id(), meeting.version(), caller.account(), EventScope.project(meeting.project()));
        var touched = new HashSet<>(meeting.persons());
        if (before != null) touched.addAll(before.persons());
        events.publishEvent(new PeopleChanged(touched));
        letters.changed(caller, before, meeting, home(meeting.project()).name());
        return meeting;
    }
}
