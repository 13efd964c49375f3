package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A promise with how it stands.
///
/// @param task null for the whole project
/// @param giver who gave it, and `on` when; null of one that only the plan knows
/// @param chance that it is kept, 0 to 1, where there is a forecast
/// @param likely by when it is done in 80 of 100 runs
/// @param planned when it is done by the calendar
/// @param steps every date that it had, the first first
@Schema(name = "Promise")
record PromiseView(
        @Nullable String task,
        String name,
        Instant by,
        @Nullable String to,
        @Nullable String wording,
        @Nullable String giver,
        @Nullable LocalDate on,
        Promise.State state,
        @Nullable Double chance,
        @Nullable Instant likely,
        Instant planned,
        @Nullable Instant finished,
        List<StepView> steps) {
    /// @param kind given, moved or withdrawn; `changed` where it was changed in the plan, without a reason
    @Schema(name = "PromiseStep")
    record StepView(
            String kind,
            @Nullable Instant was,
            @Nullable Instant by,
            @Nullable String reason,
            String name,
            Instant at) {}
}
