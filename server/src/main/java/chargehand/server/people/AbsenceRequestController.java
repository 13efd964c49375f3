package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class AbsenceRequestController {
    private final People people;
    private final AbsenceRequests requests;
    private final AbsenceAsking asking;
    private final TimeRights rights;
    private final Clock clock;

    AbsenceRequestController(
            People people, AbsenceRequests requests, AbsenceAsking asking, TimeRights rights, Clock clock) {
        this.people = people;
        this.requests = requests;
        this.asking = asking;
        this.rights = rights;
        this.clock = clock;
    }

    /// @param answer why it was declined
    /// @param mayGrant whether the caller can grant or decline it now
    @Schema(name = "AbsenceRequest")
    record View(
            UUID id,
            UUID person,
            String personName,
            LocalDate from,
            LocalDate to,
            @Nullable String kind,
            @Nullable String note,
            AbsenceRequest.State state,
            @Nullable String answer,
            String by,
            Instant at,
            @Nullable String decidedBy,
            @Nullable Instant decided,
            boolean mayGrant) {}

    @Schema(name = "AbsenceRequestList")
    record ViewList(List<View> items) {}

    @GetMapping("/api/absence-requests")
    @Needs(Permission.SELF)
    @Operation(operationId = "listAbsenceRequests", summary = "Absences that one asked for, or grants; none of others")
    ViewList list(Caller caller) {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var all = requests.since(yesterday);
        var persons = people
                .of(all.stream().map(AbsenceRequest::person).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, each -> each));
        return new ViewList(all.stream()
                .filter(each -> {
                    var person = persons.get(each.person());
                    return person != null && (TimeRights.isSelf(caller, person) || rights.grants(caller, person));
                })
                .map(each -> view(each, Objects.requireNonNull(persons.get(each.person())), caller))
                .toList());
    }

    private View view(AbsenceRequest request, Person person, Caller caller) {
        boolean grants = rights.grants(caller, person) && (!TimeRights.isSelf(caller, person) || person.lead() == null);
        return new View(
                request.id(),
                person.id(),
                person.name(),
                request.from(),
                request.to(),
                request.kind(),
                request.note(),
                request.state(),
                request.answer(),
                request.askedName(),
                request.asked(),
                request.decidedName(),
                request.decided(),
                grants && request.state() == AbsenceRequest.State.open);
    }

    private View view(AbsenceRequest request, Caller caller) {
        return view(request, people.find(request.person()).orElseThrow(Problem::notFound), caller);
    }

    @PostMapping("/api/people/{person}/absence-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "askForAbsence", summary = "Ask to be away; the person's lead decides")
    View ask(@PathVariable("person") UUID person, @RequestBody AbsenceWrite written, Caller caller) {
        return view(asking.ask(person, written, caller), caller);
    }

    @PostMapping("/api/absence-requests/{absenceRequest}/grant")
    @Needs(Permission.SELF)
    @Operation(operationId = "grantAbsence", summary = "Grant it: it becomes an absence, and plans are looked at again")
    View grant(@PathVariable("absenceRequest") UUID request, Caller caller) {
        return view(asking.grant(request, caller), caller);
    }

    @Schema(name = "AbsenceDecline")
    record Decline(@Nullable String reason) {}

    @PostMapping("/api/absence-requests/{absenceRequest}/decline")
    @Needs(Permission.SELF)
    @Operation(operationId = "declineAbsence", summary = "Don't grant it, and say why")
    View decline(@PathVariable("absenceRequest") UUID request, @RequestBody Decline body, Caller caller) {
        return view(asking.decline(request, body.reason(), caller), caller);
    }

    @DeleteMapping("/api/absence-requests/{absenceRequest}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.SELF)
    @Operation(operationId = "withdrawAbsence", summary = "Not wanted any more")
    void withdraw(@PathVariable("absenceRequest") UUID request, Caller caller) {
        asking.withdraw(request, caller);
    }
}
