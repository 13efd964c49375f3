package chargehand.server.budget;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of something that is above a limit.
///
/// @param asked by whom it was entered, who therefore doesn't decide it
/// @param reason of whoever decided
@Schema(name = "MoneyApproval")
record Approval(
        State state,
        Deed asked,
        @Nullable Deed decided,
        @Nullable String reason) {
    /// Until it is approved, it counts nowhere.
    @Schema(name = "ApprovalState")
    enum State {
        waiting,
        approved,
        refused
    }

    @Schema(name = "MoneyDeed")
    record Deed(UUID account, String name, Instant at) {}

    static Approval waiting(Deed asked) {
        return new Approval(State.waiting, asked, null, null);
    }

    boolean isWaiting() {
        return state == State.waiting;
    }
}
