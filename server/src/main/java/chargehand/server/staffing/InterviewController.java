package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/vacancies/{vacancy}/applications/{application}")
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class InterviewController {
    private final VacancyReading vacancies;
    private final Applications applications;
    private final Interviewing interviewing;

    InterviewController(VacancyReading vacancies, Applications applications, Interviewing interviewing) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.interviewing = interviewing;
    }

    /// @param until when a certificate holds, as its issuer's register says
    @Schema(name = "InterviewNoteWrite")
    record NoteWrite(
            @Nullable String question,
            @Nullable String finding,
            @Nullable String note,
            @Nullable LocalDate until) {}

    @Schema(name = "CandidateReferenceWrite")
    record ReferenceWrite(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String said) {}

    @GetMapping("/interview")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "getInterview",
            summary = "What to ask: what the CV leaves open, and the four skills; with what was noted, and references")
    Interview get(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        return view(one(vacancies.read(vacancy, Permission.STAFFING_EDIT, caller), application));
    }

    @PostMapping("/interview")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "noteAnswer",
            summary = "Note what was answered, and what it shows; as evidence, with your name")
    Interview note(
            @PathVariable UUID vacancy, @PathVariable UUID application, @RequestBody NoteWrite body, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        interviewing.note(
                caller, found, one(found, application), body.question(), body.finding(), body.note(), body.until());
        return view(one(found, application));
    }

    @PostMapping("/references")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "noteReference",
            summary = "Note what a referee says, who that is, and how they know the applicant")
    Interview refer(
            @PathVariable UUID vacancy,
            @PathVariable UUID application,
            @RequestBody ReferenceWrite body,
            Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        interviewing.refer(caller, found, one(found, application), body.name(), body.relation(), body.said());
        return view(one(found, application));
    }

    private Application one(Vacancy vacancy, UUID id) {
        return applications.find(vacancy.id(), id).orElseThrow(Problem::notFound);
    }

    private Interview view(Application application) {
        var checked = applications.checked(application.id());
        return interviewing.of(
                application,
                checked.map(each -> Blinding.seen(application, each).in(LocaleContextHolder.getLocale()))
                        .orElse(null));
    }
}
