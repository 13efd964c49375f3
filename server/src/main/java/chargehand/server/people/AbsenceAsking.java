package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.people.AbsenceRequest.State;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for absences, and decides what was asked for.
@Service
public class AbsenceAsking {
    private final People people;
    private final AbsenceRequests requests;
    private final AbsenceEditing editing;
    private final TimeRights rights;
    private final Accounts accounts;
    private final Notices notices;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    AbsenceAsking(
            People people,
            AbsenceRequests requests,
            AbsenceEditing editing,
            TimeRights rights,
            Accounts accounts,
            Notices notices,
            Audit audit,
            LiveEvents live,
            Clock clock) {
        this.people = people;
        this.requests = requests;
        this.editing = editing;
        this.rights = rights;
        this.accounts = accounts;
        this.notices = notices;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws Problem 403 for others than the person and whoever grants for them
    @Transactional
    public AbsenceRequest ask(UUID id, AbsenceWrite written, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        if (!TimeRights.isSelf(caller, person) && !rights.grants(caller, person))
            throw Problem.forbidden().hint("Everybody asks for themselves; their lead can do it for them.");
        var days = AbsenceEditing.absence(Ids.next(clock), id, written);
        if (requests.isOpen(id, days.from(), days.to()))
            throw Problem.invalid("from", "Some of these days are asked for already.")
                    .hint("Withdraw the other request first.");
        var request = new AbsenceRequest(
                days.id(),
                id,
                days.from(),
                days.to(),
                days.kind(),
                days.note(),
                State.open,
                null,
                null,
                caller.account(),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
        requests.insert(request);
        done(caller, person, request, "absence-asked");
        tellLead(caller, person, request);
        return request;
    }

    private void done(Caller caller, Person person, AbsenceRequest request, String action) {
        audit.record(
                caller,
                action,
                "person",
                person.id(),
                null,
                Map.of(
                        "name",
                        person.name(),
                        "from",
                        request.from().toString(),
                        "to",
                        request.to().toString()));
        live.publish("absence", person.id(), null, caller.account(), EventScope.company());
    }

    private void tellLead(Caller caller, Person person, AbsenceRequest request) {
        if (person.lead() == null || person.lead().equals(caller.person())) return;
        var lead = accounts.ofPersons(List.of(person.lead())).get(person.lead());
        if (lead != null)
            tell(caller, lead.id(), words -> letter(words, "absence.asked", person, request, "/people/requests"));
    }

    private void tell(Caller caller, UUID account, java.util.function.Function<LetterWords, Letter> letter) {
        notices.tell(List.of(account), new Occasion(Kind.TIME, null, false, caller.account()), letter);
    }

    private static Letter letter(LetterWords words, String key, Person person, AbsenceRequest request, String path) {
        var from = words.day(request.from());
        var to = words.day(request.to());
        var answer = request.answer() == null ? "" : request.answer();
        return new Letter(
                words.say(key + ".subject", "name", person.name(), "from", from),
                words.say(key + ".lead", "name", person.name(), "from", from, "to", to, "answer", answer),
                List.of(),
                path,
                words.say(key + ".act"));
    }

    @Transactional
    AbsenceRequest grant(UUID id, Caller caller) {
        var request = open(id, caller);
        var person = people.find(request.person()).orElseThrow(Problem::notFound);
        var absence = editing.add(
                person.id(), new AbsenceWrite(request.from(), request.to(), request.kind(), request.note()), caller);
        return decided(caller, person, request, State.granted, null, absence.id());
    }

    /// @param why it can't be
    @Transactional
    AbsenceRequest decline(UUID id, @Nullable String why, Caller caller) {
        var request = open(id, caller);
        if (why == null || why.isBlank())
            throw Problem.invalid("reason", "It isn't said why.").hint("Say when it would do, or what is in the way.");
        var person = people.find(request.person()).orElseThrow(Problem::notFound);
        return decided(caller, person, request, State.declined, PersonChecks.text("reason", why), null);
    }

    /// @throws Problem 404 for whoever neither asked nor grants, 403 for one's own, 409 if it was decided
    private AbsenceRequest open(UUID id, Caller caller) {
        var request = requests.find(id).orElseThrow(Problem::notFound);
        var person = people.find(request.person()).orElseThrow(Problem::notFound);
        boolean own = TimeRights.isSelf(caller, person);
        if (!own && !rights.grants(caller, person)) throw Problem.notFound();
        if (own && !isAlone(caller, person))
            throw Problem.forbidden().hint("Their lead grants it, or an administrator; nobody their own.");
        needOpen(request);
        return request;
    }

    /// Who has nobody above them and may grant at all.
    private boolean isAlone(Caller caller, Person person) {
        return person.lead() == null && rights.grants(caller, person);
    }

    private static void needOpen(AbsenceRequest request) {
        if (request.state() != State.open)
            throw Problem.of(
                    409,
                    "already-decided",
                    "It was decided already",
                    "The request is %s already.".formatted(request.state()));
    }

    private AbsenceRequest decided(
            Caller caller,
            Person person,
            AbsenceRequest request,
            State state,
            @Nullable String answer,
            @Nullable UUID absence) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requests.decide(request.id(), state, answer, absence, caller.account(), caller.name(), now);
        var decided = new AbsenceRequest(
                request.id(),
                request.person(),
                request.from(),
                request.to(),
                request.kind(),
                request.note(),
                state,
                answer,
                absence,
                request.askedBy(),
                request.askedName(),
                request.asked(),
                caller.name(),
                now);
        done(caller, person, decided, "absence-" + state);
        var account = accounts.ofPersons(List.of(person.id())).get(person.id());
        if (account != null && !account.id().equals(caller.account()))
            tell(
                    caller,
                    account.id(),
                    words -> letter(words, "absence." + state, person, decided, "/people/" + person.id()));
        return decided;
    }

    /// Whoever asked does not want it any more.
    @Transactional
    void withdraw(UUID id, Caller caller) {
        var request = requests.find(id).orElseThrow(Problem::notFound);
        var person = people.find(request.person()).orElseThrow(Problem::notFound);
        boolean asked = request.askedBy().equals(caller.account());
        if (!asked && !TimeRights.isSelf(caller, person) && !rights.grants(caller, person)) throw Problem.notFound();
        needOpen(request);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requests.decide(id, State.withdrawn, null, null, caller.account(), caller.name(), now);
        done(caller, person, request, "absence-withdrawn");
    }
}
