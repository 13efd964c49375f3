package chargehand.server.staffing;

import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final Reviewing reviewing;
    private final Interviewing interviewing;
    private final Hires hires;
    private final Documents documents;
    private final CandidateDeeds deeds;
    private final Retention retention;
    private final Forgetting forgetting;
    private final Companies companies;

    OwedController(
            VacancyReading vacancies,
            Applications applications,
            Reviewing reviewing,
            Interviewing interviewing,
            Hires hires,
            Documents documents,
            CandidateDeeds deeds,
            Retention retention,
            Forgetting forgetting,
            Companies companies) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.reviewing = reviewing;
        this.interviewing = interviewing;
        this.hires = hires;
        this.documents = documents;
        this.deeds = deeds;
        this.retention = retention;
        this.forgetting = forgetting;
        this.companies = companies;
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
        var language = Locale.forLanguageTag(job.language());
        var cv = applications.checked(one.id()).map(each -> each.in(language)).orElse(null);
        var company = companies.get();
        var zone = ZoneId.of(company.zone());
        var text = new ApplicantLetter(job, one, zone)
                .text(
                        cv,
                        interviewing.of(one, cv),
                        reviewing.decisions(one.id()),
                        retention.keptUntil(job, one, zone),
                        company.name());
        return new Letter(job.language(), text);
    }

    @GetMapping("/export")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "exportApplicant",
            summary = "Everything that is held about an applicant, the file included")
    CandidateExport export(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var job = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var one = open(job, application);
        var cv = applications.checked(one.id()).orElse(null);
        return new CandidateExport(
                job.title(),
                one,
                retention.keptUntil(job, one, ZoneId.of(companies.get().zone())),
                cv,
                file(job, one),
                interviewing.of(one, cv),
                reviewing.decisions(one.id()),
                hires.of(one.id()).orElse(null),
                deeds.of(one.id()));
    }

    private CandidateExport.@Nullable File file(Vacancy vacancy, Application application) {
        return applications
                .document(vacancy.id(), application.id())
                .flatMap(documents::find)
                .map(each -> new CandidateExport.File(
                        each.name(),
                        each.type().media(),
                        Base64.getEncoder().encodeToString(documents.bytes(each.id()))))
                .orElse(null);
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
