package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What applicants are owed: an explanation, everything that is held about them, and to be forgotten.
@RestController
@RequestMapping("/api/vacancies/{vacancy}/applications/{application}")
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class OwedController {
    private final VacancyReading vacancies;
    private final Applications applications;
    private final Owed owed;
    private final Applying applying;
    private final Forgetting forgetting;

    OwedController(
            VacancyReading vacancies, Applications applications, Owed owed, Applying applying, Forgetting forgetting) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.owed = owed;
        this.applying = applying;
        this.forgetting = forgetting;
    }

    /// @param language of the vacancy
    @Schema(name = "ApplicantLetter")
    record Letter(String language, String text) {}

    @GetMapping("/letter")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "getApplicantLetter",
            summary = "A draft that explains to the applicant what was looked at, and who decided what, why")
    Letter letter(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var job = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var one = open(job, application);
        return new Letter(job.language(), owed.letter(job, one));
    }

    @GetMapping("/export")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "exportApplicant",
            summary = "Everything that is held about an applicant, the file included")
    CandidateExport export(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var job = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var one = open(job, application);
        return owed.whole(job, one);
    }

    /// @param address of this server, from the first slash on; shown this once
    @Schema(name = "ApplicantPage")
    record OwnPage(String address) {}

    @PostMapping("/own-page")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "giveOwnPage",
            summary = "The address of the applicant's own page, to be sent to them; an earlier one ends")
    OwnPage ownPage(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var job = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var own = applying.give(caller, job, open(job, application));
        return new OwnPage("/jobs/%s/own/%s".formatted(job.id(), own.word()));
    }

    @DeleteMapping
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetApplicant", summary = "Delete an application for good, as the applicant asks")
    void forget(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var job = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        forgetting.forget(caller, job, one(job, application), "asked");
    }

    private Application open(Vacancy vacancy, UUID id) {
        var application = one(vacancy, id);
        if (application.openedBy() == null) throw Reviewing.stillBlank();
        return application;
    }

    private Application one(Vacancy vacancy, UUID id) {
        return applications.find(vacancy.id(), id).orElseThrow(Problem::notFound);
    }
}
