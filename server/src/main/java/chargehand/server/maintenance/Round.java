package chargehand.server.maintenance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day of a policy of which something is known.
///
/// @param project in whose plan it is, or null
/// @param task the summary of its steps there
/// @param outcome null until somebody tells
/// @param done the day on which it was done
/// @param assets what it was done to
record Round(
        UUID policy,
        LocalDate day,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID project,
        @Nullable String task,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable LocalDate done,
        @Nullable String toldBy,
        List<UUID> assets,
        List<Taken> steps) {
    Round {
        assets = List.copyOf(assets);
        steps = List.copyOf(steps);
    }

    /// What came of a round.
    @Schema(name = "MaintenanceOutcome")
    enum Outcome {
        /// It is as it should be; of a restore: what was backed up came back.
        worked,
        /// The way back was taken.
        undone,
        failed,
        /// Nothing was done, on purpose.
        skipped
    }

    /// A step of a round.
    ///
    /// @param step which of the policy's, from 0
    /// @param task in the plan, or null
    /// @param took minutes, as somebody told, or null
    record Taken(int step, @Nullable String task, @Nullable Integer took) {}
}
