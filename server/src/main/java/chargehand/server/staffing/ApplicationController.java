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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/vacancies/{vacancy}/applications")
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class ApplicationController {
    private final VacancyReading vacancies;
    private final Applications applications;
    private final Applying applying;
    private final CvQueue queue;
    private final Reviewing reviewing;
    private final Hiring hiring;
    private final Hires hires;
    private final Mitigations mitigations;
    private final Documents documents;
    private final Retention retention;
    private final Companies companies;

    ApplicationController(
            VacancyReading vacancies,
            Applications applications,
            Applying applying,
            CvQueue queue,
            Reviewing reviewing,
            Hiring hiring,
            Hires hires,
            Mitigations mitigations,
            Documents documents,
            Retention retention,
            Companies companies) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.applying = applying;
        this.queue = queue;
        this.reviewing = reviewing;
        this.hiring = hiring;
        this.hires = hires;
        this.mitigations = mitigations;
        this.documents = documents;
        this.retention = retention;
        this.companies = companies;
    }

    /// @param waiting how many CVs are still to be checked
    @Schema(name = "JobApplicationList")
    record ApplicationList(List<Application> items, int waiting) {}

    /// @param cv what it says to the profile; absent while it waits, or where none was sent
    /// @param decisions the newest first
    /// @param mitigations what is to be done about the weaker side; the newest first, and it holds
    /// @param hire whom it has led to
    /// @param keptUntil the last day on which it is held, as things are
    @Schema(name = "JobApplicationView")
    record ApplicationView(
            Application application,
            @Nullable CvChecked cv,
            List<Reviewing.Decision> decisions,
            List<Mitigation> mitigations,
            @Nullable Hire hire,
            LocalDate keptUntil) {}

    /// @param reason a sentence that the applicant may read
    @Schema(name = "ApplicationDecision")
    record DecisionWrite(@Nullable String state, @Nullable String reason) {}

    @Schema(name = "ApplicationOpening")
    record OpeningWrite(@Nullable String reason) {}

    @GetMapping
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "listApplications", summary = "Who has applied, the first first, blank until it is lifted")
    ApplicationList list(@PathVariable UUID vacancy, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        return new ApplicationList(
                applications.of(found.id()).stream().map(Application::blank).toList(), queue.waiting(found.id()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "addCvs",
            summary = "Add CVs to a vacancy, up to 40 files at once; each is read in the background")
    Applying.Uploaded add(@PathVariable UUID vacancy, @RequestParam("file") List<MultipartFile> files, Caller caller)
            throws IOException {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var uploads = new ArrayList<Applying.Upload>();
        for (var each : files)
            uploads.add(new Applying.Upload(String.valueOf(each.getOriginalFilename()), each.getBytes()));
        return applying.add(caller, found, uploads);
    }

    /// @param text what is known of them, as a CV would say it
    @Schema(name = "CandidateNote")
    record NoteWrite(
            @Nullable String name,
            @Nullable String email,
            @Nullable String text) {}

    @PostMapping("/noted")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "noteCandidate",
            summary = "Add a candidate by hand, without a file: who it is, and what is known of them as text")
    ApplicationView note(@PathVariable UUID vacancy, @RequestBody NoteWrite body, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var id = applying.note(
                caller,
                found,
                Objects.requireNonNullElse(body.name(), ""),
                Objects.requireNonNullElse(body.email(), ""),
                Objects.requireNonNullElse(body.text(), ""));
        return view(found, application(found, id));
    }

    @Schema(name = "ApplicantWrite")
    record ApplicantWrite(@Nullable String name, @Nullable String email) {}

    @PutMapping("/{application}/applicant")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "nameApplicant", summary = "Say who it is, once the blank is lifted")
    ApplicationView name(
            @PathVariable UUID vacancy,
            @PathVariable UUID application,
            @RequestBody ApplicantWrite body,
            Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        applying.name(
                caller,
                found,
                application(found, application),
                Objects.requireNonNullElse(body.name(), ""),
                Objects.requireNonNullElse(body.email(), ""));
        return view(found, application(found, application));
    }

    @GetMapping("/{application}")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "getApplication",
            summary = "One application: what its CV says to each criterion, and where")
    ApplicationView get(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        return view(found, application(found, application));
    }

    @PostMapping("/{application}/opening")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "openApplication", summary = "Lift the blank: who it is, and the file itself; recorded")
    ApplicationView open(
            @PathVariable UUID vacancy, @PathVariable UUID application, @RequestBody OpeningWrite body, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        reviewing.open(caller, found, application(found, application), body.reason());
        return view(found, application(found, application));
    }

    @PostMapping("/{application}/decisions")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "decideApplication", summary = "Decide upon an application, with your name and a reason")
    ApplicationView decide(
            @PathVariable UUID vacancy,
            @PathVariable UUID application,
            @RequestBody DecisionWrite body,
            Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        reviewing.decide(caller, found, application(found, application), body.state(), body.reason());
        return view(found, application(found, application));
    }

    @PostMapping("/{application}/hire")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "hireCandidate",
            summary =
                    "Take on whoever was accepted: one of the people from a day on, and manager or deputy of the project")
    ApplicationView hire(
            @PathVariable UUID vacancy,
            @PathVariable UUID application,
            @RequestBody Hiring.HireWrite body,
            Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        hiring.hire(caller, found, application(found, application), body);
        return view(found, application(found, application));
    }

    @GetMapping(value = "/{application}/file", produces = MediaType.ALL_VALUE)
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "getApplicationFile", summary = "The file that somebody sent, once the blank is lifted")
    ResponseEntity<byte[]> file(@PathVariable UUID vacancy, @PathVariable UUID application, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        if (application(found, application).openedBy() == null) throw Reviewing.stillBlank();
        var document = applications
                .document(found.id(), application)
                .flatMap(documents::find)
                .orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(document.type().media()))
                .body(documents.bytes(document.id()));
    }

    private Application application(Vacancy vacancy, UUID id) {
        return applications.find(vacancy.id(), id).orElseThrow(Problem::notFound);
    }

    private ApplicationView view(Vacancy vacancy, Application application) {
        var checked = applications
                .checked(application.id())
                .map(each -> Blinding.seen(application, each).in(LocaleContextHolder.getLocale()))
                .orElse(null);
        return new ApplicationView(
                application.blank(),
                checked,
                reviewing.decisions(application.id()),
                mitigations.of(application.id()),
                hires.of(application.id()).orElse(null),
                retention.keptUntil(
                        vacancy, application, ZoneId.of(companies.get().zone())));
    }
}
