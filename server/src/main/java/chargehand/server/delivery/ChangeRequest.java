package chargehand.server.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is asked for beside what was agreed, from the wish to the signature.
///
/// @param number counts the changes of a project from 1
/// @param wish as it was asked; `title` and `what` are how the client is to read it
/// @param ofClient whether the client asked; else somebody of ours did, and the client sees it once it
/// was offered
/// @param draft the plan in which it is worked out; null where nothing of the plan changes
/// @param reason why it was declined by the client or refused by us
/// @param decided who signed, declined or refused it
public record ChangeRequest(
        UUID id,
        UUID project,
        int number,
        State state,
        String wish,
        String title,
        String what,
        boolean ofClient,
        @Nullable Origin origin,
        @Nullable UUID draft,
        @Nullable Price price,
        @Nullable String reason,
        Deed asked,
        @Nullable Deed decided,
        long version) {
    /// `asked` → `working` → `offered` → `signed` or `declined`. A declined one is worked out again or
    /// refused; an offer that was withdrawn is `working` again. `signed` and `refused` are for good.
    @Schema(name = "ChangeState")
    public enum State {
        asked,
        working,
        offered,
        signed,
        declined,
        refused;

        boolean isFinal() {
            return this == signed || this == refused;
        }
    }

    @Schema(name = "ChangeOriginKind")
    public enum OriginKind {
        question,
        complication,
        need
    }

    /// What it was born from, in its words of then.
    @Schema(name = "ChangeOrigin")
    public record Origin(OriginKind kind, UUID id, String text) {}

    @Schema(name = "ChangeDeed")
    public record Deed(UUID account, String name, Instant at) {}
}
