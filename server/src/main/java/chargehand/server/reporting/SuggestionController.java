package chargehand.server.reporting;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Desk")
class SuggestionController {
    private final SuggestionReading reading;
    private final SuggestionAnswering answering;

    SuggestionController(SuggestionReading reading, SuggestionAnswering answering) {
        this.reading = reading;
        this.answering = answering;
    }

    @Schema(name = "WorkSuggestionList")
    record SuggestionList(List<Suggestion> items) {}

    @GetMapping("/api/projects/{project}/suggestions")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "listSuggestions",
            summary = "What to clear, whom to thank, which hand-overs wait, and who might sit together")
    SuggestionList list(Caller caller, @PathVariable UUID project) {
        return new SuggestionList(reading.of(caller, List.of(project)));
    }

    /// @param facts as the suggestion has them
    /// @param done whether it was done; else it is left
    @Schema(name = "WorkSuggestionAnswer")
    record Answer(Suggestion.@Nullable Kind kind, @Nullable List<String> facts, boolean done) {}

    @PostMapping("/api/projects/{project}/suggestion-answers")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "answerSuggestion",
            summary = "Say that a suggestion was done, or leave it; its facts suggest it no more")
    void answer(Caller caller, @PathVariable UUID project, @RequestBody Answer answer) {
        if (answer.kind() == null) throw Problem.invalid("kind", "It isn't said what kind of suggestion it is.");
        answering.answer(
                caller, project, answer.kind(), answer.facts() == null ? List.of() : answer.facts(), answer.done());
    }
}
