package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A need as programs get it.
///
/// @param taskStart when its task is planned to begin
/// @param owner who sees to it; absent while nobody does
/// @param late whether it is due after its task should begin
/// @param overdue whether its day is over
/// @param waitingSince since when the task stands still for it
/// @param heldUntil until when the task is held for it
/// @param may what the reader may do with it
@Schema(name = "Need")
record NeedView(
        UUID id,
        UUID project,
        String projectName,
        String task,
        String taskName,
        Instant taskStart,
        Need.Kind kind,
        String what,
        @Nullable Owner owner,
        @Nullable LocalDate due,
        Need.State state,
        boolean late,
        boolean overdue,
        @Nullable String note,
        Need.Deed asked,
        Need.@Nullable Deed closed,
        @Nullable Instant waitingSince,
        @Nullable Instant heldUntil,
        May may,
        long version) {
    /// @param person absent for the client
    @Schema(name = "NeedOwner")
    record Owner(@Nullable UUID person, String name, boolean ofClient) {}

    /// @param change all of it; `day` only its day; `close` that it is met; `waiting` that the task stands still for it
    @Schema(name = "NeedMay")
    record May(boolean change, boolean day, boolean close, boolean waiting) {}
}
