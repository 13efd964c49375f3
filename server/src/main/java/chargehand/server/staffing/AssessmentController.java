package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Question;
import chargehand.engine.staffing.assessment.Rules;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Open;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Throttle;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class AssessmentController {
    /// Of somebody who hasn't signed in, in a quarter of an hour: several assessments, answer by answer.
    private static final int PREVIEWS = 200;

    private final Assessing assessing;
    private final Assessments assessments;
    private final PlanFacts facts;
    private final Companies companies;
    private final AssessmentReading reading;
    private final Throttle throttle;

    AssessmentController(
            Assessing assessing,
            Assessments assessments,
            PlanFacts facts,
            Companies companies,
            AssessmentReading reading,
            Throttle throttle) {
        this.assessing = assessing;
        this.assessments = assessments;
        this.facts = facts;
        this.companies = companies;
        this.reading = reading;
        this.throttle = throttle;
    }

    /// @param open whether whoever asks may have previews: signed in, or the company lets everybody
    /// @param company its name, for those who may
    @Schema(name = "AssessmentQuestions")
    record Questions(
            boolean open,
            boolean signedIn,
            @Nullable String company,
            String rules,
            int decides,
            List<QuestionView> items) {}

    /// @param levels the codes of what can be answered, the least first
    /// @param assumed the code that stands in where nobody knows
    /// @param model whose question it is
    @Schema(name = "AssessmentQuestion")
    record QuestionView(String id, String heading, List<String> levels, String assumed, String model) {}

    /// @param title of what is assessed; needed to keep it
    /// @param answers by question; what is absent is taken from the plan, if there is one, else assumed
    @Schema(name = "AnswersGiven")
    record AnswersBody(@Nullable String title, @Nullable Map<String, GivenAnswer> answers) {
        Map<String, GivenAnswer> given() {
            return answers == null ? Map.of() : answers;
        }
    }

    @GetMapping("/api/assessment-questions")
    @Open
    @Operation(operationId = "listAssessmentQuestions", summary = "What is asked in an assessment")
    Questions questions(@Nullable Caller caller) {
        var company = companies.find();
        boolean open =
                caller != null || company.map(each -> each.publicAssessment()).orElse(false);
        return new Questions(
                open,
                caller != null,
                open ? company.map(each -> each.name()).orElse(null) : null,
                Rules.VERSION,
                Rules.DECIDES,
                Arrays.stream(Question.values()).map(AssessmentController::view).toList());
    }

    private static QuestionView view(Question question) {
        return new QuestionView(
                question.code(),
                question.heading().code(),
                question.levels(),
                question.levelCode(Rules.assumed(question).level()),
                question.model().citation());
    }

    @PostMapping("/api/assessment-previews")
    @Open
    @Operation(
            operationId = "previewAssessment",
            summary = "Which manager would be needed by these answers; nothing is kept")
    AssessmentView preview(@RequestBody AnswersBody body, @Nullable Caller caller, HttpServletRequest request) {
        if (caller == null) {
            if (!companies.find().map(each -> each.publicAssessment()).orElse(false)) throw Problem.notSignedIn();
            throttle.count("assessment", request.getRemoteAddr(), PREVIEWS);
        }
        boolean inside = caller != null && caller.may(Permission.STAFFING_SEE);
        return assessing.preview(null, body.answers(), inside);
    }

    @Schema(name = "AssessmentList")
    record AssessmentList(List<StoredAssessment> items) {}

    @GetMapping("/api/assessments")
    @Needs(Permission.STAFFING_SEE)
    @Operation(
            operationId = "listAssessments",
            summary =
                    "Assessments of ideas that are no project yet: all, or your own where you have no role in the company")
    AssessmentList ideas(Caller caller) {
        boolean all = caller.where(Permission.STAFFING_SEE).company();
        return new AssessmentList(assessments.ofIdeas(all ? null : caller.account()));
    }

    @PostMapping("/api/assessments")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createAssessment", summary = "Assess an idea that is no project yet")
    ResponseEntity<StoredAssessment> assess(@RequestBody AnswersBody body, Caller caller) {
        return created(assessing.assess(caller, null, body.title(), body.given()));
    }

    @GetMapping("/api/assessments/{assessment}")
    @Needs(Permission.STAFFING_SEE)
    @Operation(operationId = "getAssessment", summary = "One assessment, as it was made")
    StoredAssessment get(@PathVariable UUID assessment, Caller caller) {
        return reading.read(assessment, caller);
    }

    /// @param assessment the newest, if there is one
    /// @param facts what the plan says today, by question
    /// @param drift where that is something else than when it was assessed
    @Schema(name = "ProjectStaffing")
    record Staffing(
            @Nullable StoredAssessment assessment,
            Map<String, Fact> facts,
            @Nullable Drift drift) {}

    @GetMapping("/api/projects/{project}/staffing")
    @Needs(Permission.STAFFING_SEE)
    @Operation(
            operationId = "getStaffing",
            summary = "Which manager a project needs, what its plan says to that, and whether to ask again")
    Staffing staffing(@PathVariable UUID project) {
        var newest = assessments.of(project).stream().findFirst().orElse(null);
        var today = facts.of(project).facts();
        return new Staffing(newest, Assessing.byCode(today), newest == null ? null : Drift.between(newest, today));
    }

    @PostMapping("/api/projects/{project}/assessment-previews")
    @Needs(Permission.STAFFING_SEE)
    @Operation(
            operationId = "previewProjectAssessment",
            summary = "Which manager a project would need by these answers; nothing is kept")
    AssessmentView previewOf(@PathVariable UUID project, @RequestBody AnswersBody body) {
        return assessing.preview(project, body.answers(), true);
    }

    @GetMapping("/api/projects/{project}/assessments")
    @Needs(Permission.STAFFING_SEE)
    @Operation(operationId = "listProjectAssessments", summary = "A project's assessments, the newest first")
    AssessmentList ofProject(@PathVariable UUID project) {
        return new AssessmentList(assessments.of(project));
    }

    @PostMapping("/api/projects/{project}/assessments")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createProjectAssessment", summary = "Assess which manager a project needs")
    ResponseEntity<StoredAssessment> assess(@PathVariable UUID project, @RequestBody AnswersBody body, Caller caller) {
        return created(assessing.assess(caller, project, body.title(), body.given()));
    }

    private ResponseEntity<StoredAssessment> created(UUID id) {
        return ResponseEntity.created(URI.create("/api/assessments/" + id))
                .body(assessments.find(id).orElseThrow(Problem::notFound));
    }
}
