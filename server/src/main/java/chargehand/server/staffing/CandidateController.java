package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.people.QualificationEditing;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class CandidateController {
    private final Candidates candidates;
    private final AtHand atHand;
    private final Assessments assessments;
    private final Choosing choosing;
    private final Choices choices;
    private final People people;
    private final QualificationEditing qualifications;
    private final CompanyProfiles profiles;
    private final Clock clock;

    CandidateController(
            Candidates candidates,
            AtHand atHand,
            Assessments assessments,
            Choosing choosing,
            Choices choices,
            People people,
            QualificationEditing qualifications,
            CompanyProfiles profiles,
            Clock clock) {
        this.candidates = candidates;
        this.atHand = atHand;
        this.assessments = assessments;
        this.choosing = choosing;
        this.choices = choices;
        this.people = people;
        this.qualifications = qualifications;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping("/api/projects/{project}/candidates")
    @Needs(Permission.STAFFING_SEE)
    @Operation(
            operationId = "listCandidates",
            summary = "Who of the company's people could take a project, and what that does to their other projects")
    Candidates.Found candidates(
            @PathVariable UUID project,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = "50") int share,
            @RequestParam @Nullable String skill,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String certificate,
            @RequestParam @Nullable Integer free,
            @RequestParam @Nullable Long rate,
            Caller caller) {
        if (share < 1 || share > 100) throw Problem.invalid("share", "It must be 1 to 100 percent.");
        var filter = new Candidates.Filter(skill, field, certificate, free, rate);
        return candidates.find(
                project,
                kind == null ? needed(project) : kind(kind),
                share,
                filter,
                LocaleContextHolder.getLocale(),
                caller);
    }

    @GetMapping("/api/candidates")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "listOutsideCandidates",
            summary = "Who from outside could take a project: past candidates, then applicants, by what their CVs say")
    AtHand.Found outside(
            @RequestParam @Nullable String skill,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String certificate,
            Caller caller) {
        var filter = new AtHand.Filter(plain(skill), plain(field), plain(certificate));
        return atHand.find(filter, LocaleContextHolder.getLocale(), caller);
    }

    private static @Nullable String plain(@Nullable String asked) {
        return asked == null || asked.isBlank() ? null : asked.strip();
    }

    /// What the project was assessed to need; of a close call the technical one of its track, which shows both sides.
    private Kind needed(UUID project) {
        return assessments.of(project).stream()
                .findFirst()
                .map(each -> each.result().answer().equals("closeCall")
                        ? each.result().options().getLast().kind()
                        : each.result().answer())
                .map(CandidateController::kind)
                .orElse(Kind.PROJECT_MANAGER);
    }

    private static Kind kind(String code) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "“%s” is no kind of manager.".formatted(code))
                        .hint("Say projectManager, technicalSoftware or technicalInfrastructure."));
    }

    @Schema(name = "StaffingChoiceList")
    record ChoiceList(List<Choice> items) {}

    /// @param mitigation needed where one side is weaker
    @Schema(name = "StaffingChoiceWrite")
    record ChoiceWrite(
            @Nullable UUID person,
            @Nullable String kind,
            @Nullable String mitigation,
            @Nullable UUID helper,
            @Nullable String reason) {}

    @GetMapping("/api/projects/{project}/choices")
    @Needs(Permission.STAFFING_SEE)
    @Operation(operationId = "listStaffingChoices", summary = "Who is to take a project; the newest choice holds")
    ChoiceList choices(@PathVariable UUID project) {
        return new ChoiceList(choices.of(project));
    }

    @PostMapping("/api/projects/{project}/choices")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "chooseManager",
            summary = "Say who is to take a project, and what is done about the weaker side")
    ChoiceList choose(@PathVariable UUID project, @RequestBody ChoiceWrite body, Caller caller) {
        if (body.person() == null) throw Problem.invalid("person", "Say who it is to be.");
        var kind = body.kind() == null ? needed(project) : kind(body.kind());
        choosing.choose(caller, project, body.person(), kind, body.mitigation(), body.helper(), body.reason());
        return choices(project);
    }

    /// @param kinds that the person is, the most demanding first
    /// @param nearest the kind that they are nearest to without being it, with what is missing
    /// @param mitigation what is done about their weaker side, as it was chosen last; absent for nothing
    @Schema(name = "PersonManaging")
    record Managing(
            List<String> kinds,
            PersonFit.@Nullable FitView nearest,
            List<PersonFit.CertificateView> certificates,
            @Nullable Mitigation mitigation) {}

    @GetMapping("/api/people/{person}/managing")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(
            operationId = "getManaging",
            summary =
                    "What kind of manager a person is, or could become; for the person, their lead and who staffs projects")
    Managing managing(@PathVariable UUID person, Caller caller) {
        var known = qualifications.read(person, caller);
        var there = people.find(person).orElseThrow(Problem::notFound);
        var fit = new PersonFit(there, known, profiles.byKind(), LocalDate.now(clock));
        var mitigation = choices.newest(person).map(Choice::mitigated).orElse(null);
        return new Managing(fit.kinds(), fit.nearest(LocaleContextHolder.getLocale()), fit.certificates(), mitigation);
    }
}
