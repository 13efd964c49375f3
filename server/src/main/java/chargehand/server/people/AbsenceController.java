package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
class AbsenceController {
    private final People people;
    private final AbsenceEditing editing;
    private final Absences absences;
    private final TimeRights rights;

    AbsenceController(People people, AbsenceEditing editing, Absences absences, TimeRights rights) {
        this.people = people;
        this.editing = editing;
        this.absences = absences;
        this.rights = rights;
    }

    /// @param id only for those who may remove it
    record AbsenceView(
            @Nullable UUID id,
            LocalDate from,
            LocalDate to,
            @Nullable String kind,
            @Nullable String note) {}

    record AbsenceList(List<AbsenceView> items) {}

    @GetMapping("/api/people/{person}/absences")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "listAbsences", summary = "When somebody is away; why, only for those whom it concerns")
    AbsenceList list(@PathVariable("person") UUID id, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        var all = absences.of(id);
        if (rights.seesKinds(caller, person))
            return new AbsenceList(all.stream().map(AbsenceController::whole).toList());
        // Where one absence ends and the next begins says something about their kinds, too.
        var days = DaysAway.byPerson(all).getOrDefault(id, List.of());
        return new AbsenceList(days.stream()
                .map(each -> new AbsenceView(null, each.from(), each.to(), null, null))
                .toList());
    }

    private static AbsenceView whole(Absence each) {
        return new AbsenceView(each.id(), each.from(), each.to(), each.kind(), each.note());
    }

    @PostMapping("/api/people/{person}/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PEOPLE_SEE)
    @Operation(
            operationId = "addAbsence",
            summary = "Somebody will be away: for the person, their lead, administrators")
    AbsenceView add(@PathVariable("person") UUID id, @RequestBody AbsenceWrite written, Caller caller) {
        return whole(editing.add(id, written, caller));
    }

    @DeleteMapping("/api/people/{person}/absences/{absence}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "removeAbsence", summary = "Somebody will be here after all")
    void remove(@PathVariable("person") UUID id, @PathVariable("absence") UUID absence, Caller caller) {
        editing.remove(id, absence, caller);
    }
}
