package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.people.People;
import chargehand.server.people.TimeOwners;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class AbsenceEffectController {
    private static final int MOST_DAYS = 400;

    private final AbsenceEffects effects;
    private final People people;
    private final TimeOwners owners;
    private final Scopes scopes;

    AbsenceEffectController(AbsenceEffects effects, People people, TimeOwners owners, Scopes scopes) {
        this.effects = effects;
        this.people = people;
        this.owners = owners;
        this.scopes = scopes;
    }

    /// @param projects that would be different, those that the caller sees
    /// @param others how many more
    @Schema(name = "AbsenceEffect")
    record View(List<AbsenceEffects.Effect> projects, int others) {}

    @GetMapping("/api/people/{person}/absence-effect")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(
            operationId = "getAbsenceEffect",
            summary = "What it would do to dates if somebody were away: for them, and whoever grants it")
    View effect(
            @PathVariable("person") UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        if (!id.equals(caller.person()) && !owners.owns(caller, person)) throw Problem.forbidden();
        if (to.isBefore(from)) throw Problem.invalid("to", "The absence ends before it begins.");
        if (from.plusDays(MOST_DAYS).isBefore(to))
            throw Problem.invalid("to", "Tried out are at most %d days.".formatted(MOST_DAYS));
        var all = effects.of(id, from, to);
        var seen = all.stream()
                .filter(each -> caller.may(
                        Permission.PLAN_SEE,
                        each.project(),
                        scopes.client(each.project()).orElse(null)))
                .toList();
        return new View(seen, all.size() - seen.size());
    }
}
