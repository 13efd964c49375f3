package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class VacancyController {
    private final Vacancies vacancies;
    private final VacancyEditing editing;
    private final AssessmentReading assessments;
    private final VacancyReading reading;
    private final Companies companies;
    private final Scopes scopes;

    VacancyController(
            Vacancies vacancies,
            VacancyEditing editing,
            AssessmentReading assessments,
            VacancyReading reading,
            Companies companies,
            Scopes scopes) {
        this.vacancies = vacancies;
        this.editing = editing;
        this.assessments = assessments;
        this.reading = reading;
        this.companies = companies;
        this.scopes = scopes;
    }

    /// @param open whether everybody may read it today
    /// @param path of the page that everybody may read
    /// @param networks the text for LinkedIn and the like, and `freelance` the one for platforms of freelancers
    /// @param posting as search engines for jobs read it; absent for a draft
    @Schema(name = "VacancyView")
    record VacancyView(
            Vacancy vacancy,
            boolean open,
            String path,
            String networks,
            String freelance,
            @Nullable Map<String, Object> posting) {}

    @Schema(name = "VacancyList")
    record VacancyList(List<Vacancy> items) {}

    /// @param kind of manager; absent for what was assessed
    @Schema(name = "VacancyWrite")
    record VacancyWrite(@Nullable String kind) {}

    @GetMapping("/api/vacancies")
    @Needs(Permission.STAFFING_SEE)
    @Operation(operationId = "listVacancies", summary = "Vacancies that you may see, the newest first")
    VacancyList list(Caller caller) {
        return new VacancyList(vacancies.all().stream()
                .filter(each -> reading.may(Permission.STAFFING_SEE, caller, each))
                .map(each -> each.without(seesProject(caller, each)))
                .toList());
    }

    @PostMapping("/api/assessments/{assessment}/vacancies")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "writeVacancy", summary = "Write a vacancy from an assessment, as a draft")
    ResponseEntity<VacancyView> write(@PathVariable UUID assessment, @RequestBody VacancyWrite body, Caller caller) {
        var from = assessments.read(assessment, caller);
        var project = from.project();
        if (project != null
                && !caller.may(
                        Permission.STAFFING_EDIT,
                        project,
                        scopes.client(project).orElse(null))) throw Problem.forbidden();
        var vacancy = editing.draft(caller, from, body.kind());
        return ResponseEntity.created(URI.create("/api/vacancies/" + vacancy.id()))
                .eTag(Version.tag(vacancy.version()))
                .body(view(vacancy, caller));
    }

    @GetMapping("/api/vacancies/{vacancy}")
    @Needs(Permission.STAFFING_SEE)
    @Operation(operationId = "getVacancy", summary = "One vacancy, with its texts for elsewhere")
    ResponseEntity<VacancyView> get(@PathVariable("vacancy") UUID id, Caller caller) {
        return answer(reading.read(id, Permission.STAFFING_SEE, caller), caller);
    }

    @PatchMapping("/api/vacancies/{vacancy}")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "changeVacancy", summary = "Change a vacancy; what is absent stays")
    ResponseEntity<VacancyView> change(
            @PathVariable("vacancy") UUID id,
            @RequestBody VacancyEditing.Change change,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        long version = Version.required(ifMatch);
        return answer(
                editing.change(caller, reading.read(id, Permission.STAFFING_EDIT, caller), change, version), caller);
    }

    @PostMapping("/api/vacancies/{vacancy}/publication")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "publishVacancy", summary = "Let everybody read a vacancy, until its last day")
    ResponseEntity<VacancyView> publish(
            @PathVariable("vacancy") UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        long version = Version.required(ifMatch);
        return answer(editing.publish(caller, reading.read(id, Permission.STAFFING_EDIT, caller), version), caller);
    }

    @DeleteMapping("/api/vacancies/{vacancy}/publication")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "closeVacancy", summary = "Take a vacancy away from its page")
    ResponseEntity<VacancyView> close(
            @PathVariable("vacancy") UUID id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        long version = Version.required(ifMatch);
        return answer(editing.close(caller, reading.read(id, Permission.STAFFING_EDIT, caller), version), caller);
    }

    private boolean seesProject(Caller caller, Vacancy vacancy) {
        var project = vacancy.project();
        return project != null
                && caller.may(
                        Permission.PROJECT_SEE, project, scopes.client(project).orElse(null));
    }

    private ResponseEntity<VacancyView> answer(Vacancy vacancy, Caller caller) {
        return ResponseEntity.ok().eTag(Version.tag(vacancy.version())).body(view(vacancy, caller));
    }

    private VacancyView view(Vacancy vacancy, Caller caller) {
        var company = companies.get();
        var texts = new VacancyTexts(vacancy);
        var posting =
                vacancy.published() == null ? null : JobPosting.of(vacancy, company.name(), ZoneId.of(company.zone()));
        return new VacancyView(
                vacancy.without(seesProject(caller, vacancy)),
                vacancy.isOpen(editing.today()),
                "/jobs/" + vacancy.id(),
                texts.networks(),
                texts.freelance(),
                posting);
    }
}
