package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a client asks about a project.
///
/// @param about the milestone that it is about, where it is about one
/// @param knows who in the team was told because they know the field; absent for clients, and where the field
/// is that of who answers for the project, or nobody's
/// @param draft the answer that they wrote, which nobody has released; absent for clients
/// @param answer absent while nobody has answered
/// @param facts to which the answer leads
@Schema(name = "ClientQuestion")
public record Question(
        UUID id,
        UUID project,
        String text,
        Update.Deed asked,
        @Nullable About about,
        @Nullable Knows knows,
        @Nullable Draft draft,
        @Nullable String answer,
        Update.@Nullable Deed answered,
        List<ClientFact> facts) {
    /// @param name as the client was told it
    @Schema(name = "QuestionAbout")
    public record About(String task, String name) {}

    @Schema(name = "QuestionExpert")
    public record Knows(UUID account, String name) {}

    @Schema(name = "AnswerDraft")
    public record Draft(String text, Update.Deed drafted, List<ClientFact> facts) {}

    /// As its client sees it: who else was told, and what they wrote, is the company's own.
    Question forClient() {
        return new Question(id, project, text, asked, about, null, null, answer, answered, facts);
    }

    /// With the facts as the client sees them.
    Question with(Map<ClientFact.Ref, ClientFact> shown) {
        var drafted = draft == null ? null : new Draft(draft.text(), draft.drafted(), among(shown, draft.facts()));
        return new Question(id, project, text, asked, about, knows, drafted, answer, answered, among(shown, facts));
    }

    private static List<ClientFact> among(Map<ClientFact.Ref, ClientFact> shown, List<ClientFact> facts) {
        return facts.stream().map(each -> each.among(shown)).toList();
    }

    boolean hasFacts() {
        return !facts.isEmpty() || draft != null && !draft.facts().isEmpty();
    }

    /// One that the reader was told of because they know the field.
    ///
    /// @param zone of the project
    @Schema(name = "OwnQuestion")
    public record Own(Question question, String projectName, String zone) {
        Own with(Question shown) {
            return new Own(shown, projectName, zone);
        }
    }
}
