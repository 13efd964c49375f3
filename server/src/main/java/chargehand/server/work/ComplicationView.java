package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A complication as programs get it.
///
/// @param effect on the dates, as it was reckoned when it was told
/// @param hearers the names of those who were told
/// @param takenAt when its cost was taken into the plan
/// @param done what was done about it; absent while it is open
@Schema(name = "Complication")
record ComplicationView(
        UUID id,
        UUID project,
        String projectName,
        String task,
        String taskName,
        String what,
        @Nullable Integer costMinutes,
        boolean urgent,
        Need.Deed told,
        Complication.@Nullable Effect effect,
        List<Hearer> hearers,
        @Nullable Instant takenAt,
        @Nullable String done,
        Need.@Nullable Deed closed,
        May may) {
    @Schema(name = "ComplicationHearer")
    record Hearer(String name, Complication.Because because) {}

    /// @param take its cost into the plan
    @Schema(name = "ComplicationMay")
    record May(boolean close, boolean take) {}
}
