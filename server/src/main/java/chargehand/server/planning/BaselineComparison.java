package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A baseline beside today's calendar: what moved, by which step, and what each step did to the
/// finish.
///
/// @param finish of the project in the baseline, and today
/// @param kept when the calendar of the plan ended that the baseline was kept beside: another
///     moment than in the baseline where that has the dates of before anything was done
/// @param steps that moved a task since then, the newest first; at most 200 of `stepsInAll`
/// @param tasks that are at another place, those that moved most first; at most 200 of `moved`
/// @param added names of tasks that the baseline doesn't know, `removed` of those that are gone
@Schema(name = "BaselineComparison")
record BaselineComparison(
        UUID id,
        String name,
        Instant at,
        PlanDeskController.FinishView finish,
        Instant kept,
        int stepsInAll,
        List<MovingStep> steps,
        int moved,
        List<MovedTask> tasks,
        List<String> added,
        List<String> removed) {
    /// @param moved how many tasks it moved
    /// @param finish of the calendar before it and after it
    @Schema(name = "MovingStep")
    record MovingStep(
            long version,
            String kind,
            String label,
            PlanDelta.Author by,
            Instant at,
            int moved,
            PlanDeskController.FinishView finish) {}

    /// @param by the version of the step that moved its finish furthest this way; null where it
    ///     moved before the baseline was kept
    @Schema(name = "MovedTask")
    record MovedTask(
            String task,
            String name,
            PlanView.Dates was,
            PlanView.Dates now,
            @Nullable Long by) {}
}
