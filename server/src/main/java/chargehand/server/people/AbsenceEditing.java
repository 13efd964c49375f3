package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says when people are away.
@Service
public class AbsenceEditing {
    private static final int MOST_DAYS = 3660;

    private final People people;
    private final Absences absences;
    private final TimeRights rights;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AbsenceEditing(
            People people,
            Absences absences,
            TimeRights rights,
            Audit audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.absences = absences;
        this.rights = rights;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// Whether somebody is known to be away on exactly these days.
    public boolean isKnown(UUID person, AbsenceWrite written) {
        return absences.of(person).stream()
                .anyMatch(
                        each -> each.from().equals(written.from()) && each.to().equals(written.to()));
    }

    /// @throws Problem if the caller may not, or the days can't be right
    @Transactional
    public Absence add(UUID id, AbsenceWrite written, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        rights.needAdding(caller, person, written.kind());
        var absence = absence(Ids.next(clock), id, written);
        absences.insert(absence);
        tell("absence-added", person, absence, caller);
        return absence;
    }

    static Absence absence(UUID id, UUID person, AbsenceWrite written) {
        var from = written.from();
        if (from == null) throw Problem.invalid("from", "It isn't said when the absence begins.");
        var to = written.to() == null ? from : written.to();
        if (to.isBefore(from)) throw Problem.invalid("to", "The absence ends before it begins.");
        if (from.plusDays(MOST_DAYS).isBefore(to))
            throw Problem.invalid("to", "The absence lasts more than ten years.");
        return new Absence(id, person, from, to, text("kind", written.kind()), text("note", written.note()));
    }

    private static @Nullable String text(String field, @Nullable String written) {
        return written == null || written.isBlank() ? null : PersonChecks.text(field, written);
    }

    /// @throws Problem if the caller may not, or there is no such absence
    @Transactional
    public void remove(UUID id, UUID absence, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        rights.needAbsences(caller, person);
        var there = absences.find(id, absence).orElseThrow(Problem::notFound);
        absences.remove(absence);
        tell("absence-removed", person, there, caller);
    }

    /// The record of deeds is read by more people than may know the kind.
    private void tell(String action, Person person, Absence absence, Caller caller) {
        var days = Map.<String, Object>of(
                "name",
                person.name(),
                "from",
                absence.from().toString(),
                "to",
                absence.to().toString());
        audit.record(caller, action, "person", person.id(), null, days);
        live.publish("person", person.id(), person.version(), caller.account(), EventScope.company());
        events.publishEvent(new PeopleChanged(Set.of(person.id())));
    }
}
