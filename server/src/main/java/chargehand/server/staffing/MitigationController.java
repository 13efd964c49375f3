package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class MitigationController {
    private final VacancyReading vacancies;
    private final Applications applications;
    private final Mitigating mitigating;
    private final Mitigations mitigations;

    MitigationController(
            VacancyReading vacancies, Applications applications, Mitigating mitigating, Mitigations mitigations) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.mitigating = mitigating;
        this.mitigations = mitigations;
    }

    /// @param mitigation `deputy`, `leadEngineer`, `mentor`, `training` or `none`
    /// @param helper who does that: needed for the first three
    @Schema(name = "MitigationWrite")
    record MitigationWrite(
            @Nullable String mitigation,
            @Nullable UUID helper,
            @Nullable String reason) {}

    @Schema(name = "MitigationList")
    record MitigationList(List<Mitigation> items) {}

    @PostMapping("/api/vacancies/{vacancy}/applications/{application}/mitigations")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "chooseMitigation",
            summary =
                    "Say what is to be done about an applicant's weaker side, with your name; the newest holds, and goes"
                            + " with them when they are taken on")
    MitigationList choose(
            @PathVariable UUID vacancy,
            @PathVariable UUID application,
            @RequestBody MitigationWrite body,
            Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var one = applications.find(found.id(), application).orElseThrow(Problem::notFound);
        mitigating.choose(caller, found, one, body.mitigation(), body.helper(), body.reason());
        return new MitigationList(mitigations.of(one.id()));
    }
}
