package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a client asks about a project.
///
/// @param about the milestone that it is about, where it is about one
/// @param knows who in the team was told because they know the field; absent for clients, and where the field
/// is that of who answers for the project, or nobody's
/// @param draft the answer that they wrote, which nobody has released; absent for clients
/// @param answer absent while nobody has answered
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
        Update.@Nullable Deed answered) {
    /// @param name as the client was told it
    @Schema(name = "QuestionAbout")
    public record About(String task, String name) {}

    @Schema(name = "QuestionExpert")
    public record Knows(UUID account, String name) {}

    @Schema(name = "AnswerDraft")
    public record Draft(String text, Update.Deed drafted) {}

    /// As its client sees it: who else was told, and what they wrote, is the company's own.
    Question forClient() {
        return new Question(id, project, text, asked, about, null, null, answer, answered);
    }

    /// One that the reader was told of because they know the field.
    ///
    /// @param zone of the project
    @Schema(name = "OwnQuestion")
    public record Own(Question question, String projectName, String zone) {}
}
