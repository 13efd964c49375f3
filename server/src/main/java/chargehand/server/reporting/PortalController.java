package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Updates")
class PortalController {
    private final PortalReading portal;
    private final Questions questions;
    private final ClientAnswers answers;
    private final Satisfactions satisfactions;
    private final UpdatePapers papers;

    PortalController(
            PortalReading portal,
            Questions questions,
            ClientAnswers answers,
            Satisfactions satisfactions,
            UpdatePapers papers) {
        this.portal = portal;
        this.questions = questions;
        this.answers = answers;
        this.satisfactions = satisfactions;
        this.papers = papers;
    }

    @GetMapping("/api/portal")
    @Needs(Permission.PORTAL_SEE)
    @Operation(operationId = "getPortal", summary = "Your projects as they were released, what we need, what you asked")
    Portal read(Caller caller) {
        return portal.read(caller);
    }

    @GetMapping(value = "/api/projects/{project}/shown-updates/{update}", produces = MediaType.ALL_VALUE)
    @Needs(Permission.PORTAL_SEE)
    @Operation(
            operationId = "exportShownUpdate",
            summary = "What the client was told, as PDF: each promised date drawn with its chance")
    ResponseEntity<byte[]> paper(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        return papers.shown(caller, project, update);
    }

    @PostMapping("/api/projects/{project}/updates/{update}/acknowledgement")
    @Needs(Permission.PORTAL_SEE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "acknowledgeUpdate", summary = "Say that you have read what was released")
    void acknowledge(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        portal.acknowledge(caller, project, update);
    }

    @PutMapping("/api/projects/{project}/tasks/{task}/satisfaction")
    @Needs(Permission.PORTAL_SEE)
    @Operation(
            operationId = "tellSatisfaction",
            summary = "Answer two questions about a milestone that was reached; for the client's people")
    Satisfaction satisfied(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable String task,
            @RequestBody Satisfaction.Write answer) {
        return satisfactions.answer(caller, project, task, answer);
    }

    /// @param task a milestone of the last update that it is about
    @Schema(name = "ClientQuestionWrite")
    record Asked(@Nullable String text, @Nullable String task) {}

    @PostMapping("/api/projects/{project}/questions")
    @Needs(Permission.PORTAL_SEE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "askQuestion", summary = "Ask something; it arrives on the desk of whoever answers")
    Question ask(Caller caller, @PathVariable UUID project, @RequestBody Asked asked) {
        var id = questions.ask(caller, project, asked.text(), asked.task());
        return questions.find(project, id).forClient();
    }

    @Schema(name = "ClientQuestionList")
    record QuestionList(List<Question> items) {}

    @GetMapping("/api/projects/{project}/questions")
    @Needs(Permission.QUESTIONS_SEE)
    @Operation(operationId = "listQuestions", summary = "What the client has asked, the newest first")
    QuestionList list(Caller caller, @PathVariable UUID project) {
        return new QuestionList(questions.of(caller, project));
    }

    @Schema(name = "OwnQuestionList")
    record OwnQuestions(List<Question.Own> items) {}

    @GetMapping("/api/own-questions")
    @Needs(Permission.SELF)
    @Operation(
            operationId = "listOwnQuestions",
            summary = "What clients ask and you know best: the questions that wait for an answer, the oldest first")
    OwnQuestions own(Caller caller) {
        return new OwnQuestions(questions.own(caller));
    }

    @Schema(name = "ClientFactList")
    record FactList(List<ClientFact> items) {}

    @GetMapping("/api/projects/{project}/questions/{question}/facts")
    @Needs(Permission.QUESTIONS_DRAFT)
    @Operation(
            operationId = "listClientFacts",
            summary = "What the client sees, to lead to from the answer of this question")
    FactList facts(Caller caller, @PathVariable UUID project, @PathVariable UUID question) {
        return new FactList(answers.facts(caller, project, question));
    }

    /// @param facts to which it leads, at most 10
    @Schema(name = "AnswerDraftWrite")
    record Drafted(@Nullable String draft, @Nullable List<ClientFact.Ref> facts) {}

    @PutMapping("/api/projects/{project}/questions/{question}/draft")
    @Needs(Permission.QUESTIONS_DRAFT)
    @Operation(
            operationId = "draftAnswer",
            summary = "Draft an answer, for who was told because they know the field; it waits to be released")
    Question draft(
            Caller caller, @PathVariable UUID project, @PathVariable UUID question, @RequestBody Drafted drafted) {
        return answers.draft(caller, project, question, drafted.draft(), drafted.facts());
    }

    /// @param facts to which it leads, at most 10
    /// @param draft when the draft was written that was read, or absent where none was
    @Schema(name = "ClientAnswerWrite")
    record Answered(
            @Nullable String answer,
            @Nullable List<ClientFact.Ref> facts,
            @Nullable Instant draft) {}

    @PutMapping("/api/projects/{project}/questions/{question}/answer")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "answerQuestion", summary = "Answer a question; the client sees it in the portal")
    Question answer(
            Caller caller, @PathVariable UUID project, @PathVariable UUID question, @RequestBody Answered answered) {
        return answers.answer(caller, project, question, answered.answer(), answered.facts(), answered.draft());
    }
}
