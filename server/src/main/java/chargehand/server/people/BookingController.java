package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bookings", description = "People's time that projects have or ask for.")
class BookingController {
    private static final int DAYS_AHEAD = 60;

    private final People people;
    private final WorkingTimes times;
    private final Ledger ledger;
    private final BookingRequests requests;
    private final BookingEditing editing;
    private final TimeRights rights;
    private final Clock clock;

    BookingController(
            People people,
            WorkingTimes times,
            Ledger ledger,
            BookingRequests requests,
            BookingEditing editing,
            TimeRights rights,
            Clock clock) {
        this.people = people;
        this.times = times;
        this.ledger = ledger;
        this.requests = requests;
        this.editing = editing;
        this.rights = rights;
        this.clock = clock;
    }

    /// @param project absent where the caller doesn't see it
    record BookingView(
            @Nullable UUID project, @Nullable UUID task, Instant from, Instant to, int units, boolean hard) {}

    record BookingList(List<BookingView> items) {}

    /// @param by who asked, and `at` when
    /// @param decided when it was granted or declined
    /// @param rule by which it was granted without anybody: "priority"
    /// @param mayGrant whether the caller may grant or decline it now
    record RequestView(
            UUID id,
            UUID person,
            String personName,
            UUID project,
            LocalDate from,
            LocalDate to,
            int units,
            boolean hard,
            @Nullable String note,
            BookingRequest.State state,
            String by,
            Instant at,
            @Nullable Instant decided,
            @Nullable String rule,
            boolean mayGrant) {}

    record RequestList(List<RequestView> items) {}

    @GetMapping("/api/people/{person}/bookings")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "listBookings", summary = "What is booked of somebody, by project where one may see it")
    BookingList bookings(
            @PathVariable("person") UUID id,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        var zone = times.zone(person);
        var first = from == null ? LocalDate.now(clock.withZone(zone)) : from;
        var last = to == null ? first.plusDays(DAYS_AHEAD) : to;
        var days = new DaysAway(first, last);
        var lines = ledger.lines(Set.of(id), days.begin(zone), days.end(zone));
        var seen = ledger.visible(caller.where(Permission.PROJECT_SEE), lines);
        return new BookingList(lines.stream().map(each -> view(each, seen)).toList());
    }

    private static BookingView view(BookedRange line, Set<UUID> seen) {
        boolean may = seen.contains(line.project());
        return new BookingView(
                may ? line.project() : null,
                may ? line.task() : null,
                line.fromInclusive(),
                line.toExclusive(),
                line.units(),
                line.hard());
    }

    @PostMapping("/api/people/{person}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "requestBooking", summary = "Ask for somebody's time for a project")
    RequestView ask(@PathVariable("person") UUID person, @RequestBody RequestWrite written, Caller caller) {
        return view(editing.ask(person, written, caller), caller);
    }

    @GetMapping("/api/requests")
    @Needs(Permission.SELF)
    @Operation(operationId = "listRequests", summary = "Requests for people's time that one made, sees or decides")
    RequestList requests(Caller caller) {
        boolean all = caller.where(Permission.PEOPLE_EDIT).company();
        var visible = requests.visible(caller.where(Permission.REQUESTS_SEE), caller.person(), all);
        var persons = new HashMap<UUID, Person>();
        for (var person : people.of(
                visible.stream().map(BookingRequest::person).distinct().toList())) persons.put(person.id(), person);
        return new RequestList(visible.stream()
                .map(each -> view(each, Objects.requireNonNull(persons.get(each.person())), caller))
                .toList());
    }

    @PostMapping("/api/requests/{request}/grant")
    @Needs(Permission.TIME_GRANT)
    @Operation(operationId = "grantRequest", summary = "Give the time: for the person's lead")
    RequestView grant(@PathVariable("request") UUID request, Caller caller) {
        return view(editing.grant(request, caller), caller);
    }

    @PostMapping("/api/requests/{request}/decline")
    @Needs(Permission.TIME_GRANT)
    @Operation(operationId = "declineRequest", summary = "Don't give the time: for the person's lead")
    RequestView decline(@PathVariable("request") UUID request, Caller caller) {
        return view(editing.decline(request, caller), caller);
    }

    private RequestView view(BookingRequest request, Caller caller) {
        return view(request, people.find(request.person()).orElseThrow(Problem::notFound), caller);
    }

    private RequestView view(BookingRequest request, Person person, Caller caller) {
        var zone = times.zone(person);
        return new RequestView(
                request.id(),
                person.id(),
                person.name(),
                request.project(),
                LocalDate.ofInstant(request.fromInclusive(), zone),
                LocalDate.ofInstant(request.toExclusive(), zone).minusDays(1),
                request.units(),
                request.hard(),
                request.note(),
                request.state(),
                request.askedByName(),
                request.askedAt(),
                request.decidedAt(),
                request.rule(),
                request.state() == BookingRequest.State.open && rights.grants(caller, person));
    }
}
