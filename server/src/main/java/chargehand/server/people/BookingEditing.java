package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.BookingRequest.State;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for people's time, and decides.
@Service
public class BookingEditing {
    /// Granted since the project goes before all that have time of the person then.
    static final String BY_PRIORITY = "priority";

    private static final int MOST_DAYS = 1100;

    private final People people;
    private final WorkingTimes times;
    private final BookingRequests requests;
    private final TimeRights rights;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingEditing(
            People people,
            WorkingTimes times,
            BookingRequests requests,
            TimeRights rights,
            Scopes scopes,
            Audit audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.times = times;
        this.requests = requests;
        this.rights = rights;
        this.scopes = scopes;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// Granted at once where the project goes before all others that have time of the person then.
    ///
    /// @throws Problem if the caller may not plan the project, or a value can't be right
    @Transactional
    BookingRequest ask(UUID id, RequestWrite written, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        var request = request(person, written, caller);
        requests.insert(request);
        tell("booking-requested", request, person, caller);
        return requests.goesFirst(request) ? grant(request, person, caller, BY_PRIORITY) : request;
    }

    private BookingRequest request(Person person, RequestWrite written, Caller caller) {
        var project = written.project();
        if (project == null) throw Problem.invalid("project", "It isn't said for which project.");
        needPlanning(project, caller);
        LocalDate from = written.from();
        if (from == null) throw Problem.invalid("from", "It isn't said from when.");
        var to = written.to() == null ? from : written.to();
        if (to.isBefore(from)) throw Problem.invalid("to", "The request ends before it begins.");
        if (from.plusDays(MOST_DAYS).isBefore(to))
            throw Problem.invalid("to", "The request is for more than three years.");
        int units = written.units() == null ? person.capacity() : written.units();
        if (units < 1 || units > person.capacity())
            throw Problem.invalid("units", "%s has %d percent at most.".formatted(person.name(), person.capacity()));
        var note =
                written.note() == null || written.note().isBlank() ? null : PersonChecks.text("note", written.note());
        var days = new DaysAway(from, to);
        var zone = times.zone(person);
        return new BookingRequest(
                Ids.next(clock),
                project,
                person.id(),
                days.begin(zone),
                days.end(zone),
                units,
                !Boolean.FALSE.equals(written.hard()),
                note,
                State.open,
                caller.account(),
                caller.name(),
                clock.instant(),
                null,
                null,
                null);
    }

    private void needPlanning(UUID project, Caller caller) {
        var client = scopes.client(project).orElse(null);
        if (!caller.may(Permission.PROJECT_SEE, project, client)) throw Problem.notFound();
        if (!caller.may(Permission.PLAN_EDIT, project, client)) throw Problem.forbidden();
    }

    /// @throws Problem if it was decided already, or isn't the caller's to decide
    @Transactional
    BookingRequest grant(UUID id, Caller caller) {
        var request = undecided(id, caller);
        return grant(request, person(request), caller, null);
    }

    private BookingRequest grant(BookingRequest request, Person person, Caller caller, @Nullable String rule) {
        var granted = request.decided(State.granted, rule == null ? caller.account() : null, clock.instant(), rule);
        requests.decide(granted);
        requests.book(granted);
        tell("booking-granted", granted, person, caller);
        // What is only pencilled in moves nobody.
        if (granted.hard()) events.publishEvent(new PeopleChanged(Set.of(person.id())));
        return granted;
    }

    /// @throws Problem as [#grant]
    @Transactional
    BookingRequest decline(UUID id, Caller caller) {
        var request = undecided(id, caller);
        var declined = request.decided(State.declined, caller.account(), clock.instant(), null);
        requests.decide(declined);
        tell("booking-declined", declined, person(declined), caller);
        return declined;
    }

    private BookingRequest undecided(UUID id, Caller caller) {
        var request = requests.lock(id).orElseThrow(Problem::notFound);
        var person = person(request);
        if (!rights.grants(caller, person)) {
            var client = scopes.client(request.project()).orElse(null);
            boolean sees = caller.may(Permission.PROJECT_SEE, request.project(), client);
            throw sees ? Problem.forbidden().hint("The person's lead can do it.") : Problem.notFound();
        }
        if (request.state() != State.open)
            throw Problem.of(
                    409,
                    "already-decided",
                    "It was decided already",
                    "The request is %s already.".formatted(request.state()));
        return request;
    }

    private Person person(BookingRequest request) {
        return people.find(request.person()).orElseThrow(Problem::notFound);
    }

    private void tell(String action, BookingRequest request, Person person, Caller caller) {
        audit.record(caller, action, "booking", request.id(), request.project(), Map.of("person", person.name()));
        live.publish("booking", request.id(), null, caller.account(), EventScope.project(request.project()));
    }
}
