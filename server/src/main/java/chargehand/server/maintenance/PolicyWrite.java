package chargehand.server.maintenance;

import chargehand.server.maintenance.Policy.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A policy as somebody writes it, whole; what is absent is none, or as usual.
///
/// @param first today if absent
/// @param grace a week if absent
@Schema(name = "MaintenancePolicyWrite")
record PolicyWrite(
        @Nullable String name,
        @Nullable Kind kind,
        @Nullable String rule,
        @Nullable LocalDate first,
        @Nullable Set<LocalDate> except,
        @Nullable Integer grace,
        @Nullable UUID window,
        @Nullable Boolean approval,
        @Nullable List<StepWrite> steps,
        @Nullable String wayBack,
        @Nullable Integer wayBackMinutes,
        @Nullable List<UUID> assets,
        @Nullable Boolean ended) {
    /// One thing that is done in each round; see [Policy.Step].
    ///
    /// @param within no if absent, as `each`
    @Schema(name = "MaintenanceStepWrite")
    record StepWrite(
            @Nullable String name,
            @Nullable Integer minutes,
            @Nullable String skill,
            @Nullable Boolean within,
            @Nullable Boolean each) {}
}
