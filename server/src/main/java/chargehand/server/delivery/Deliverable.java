package chargehand.server.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a client gets, and by what they accept it.
///
/// @param task of the plan with which it is ready
/// @param shown whether the client sees it
/// @param reason why it was sent back last
public record Deliverable(
        UUID id,
        UUID project,
        String name,
        String about,
        @Nullable String task,
        boolean shown,
        State state,
        List<Criterion> criteria,
        @Nullable String reason,
        ChangeRequest.@Nullable Deed handed,
        ChangeRequest.@Nullable Deed accepted,
        long version) {
    /// `open` → `handed` → `accepted`, or back to `open`.
    @Schema(name = "DeliverableState")
    public enum State {
        open,
        handed,
        accepted
    }

    /// @param met whether it is so, as those who make it say
    @Schema(name = "AcceptanceCriterion")
    public record Criterion(String text, boolean met) {}
}
