package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft beside the plan that it is of.
///
/// @param id of the draft, which is read and changed as any plan is
/// @param base the version of the plan that it began from, and `current` the plan's now
/// @param since how many steps others made in the plan meanwhile
/// @param finish when the plan's calendar ends, and the draft's
/// @param steps what was tried, in order
/// @param moves tasks that end at another moment, those that move most first; at most 200 of `moved`
/// @param removed tasks that the draft doesn't have any more
@Schema(name = "Draft")
record DraftView(
        UUID id,
        String name,
        long base,
        long current,
        int since,
        Instant at,
        PlanDelta.Author by,
        PlanDeskController.FinishView finish,
        List<StepView> steps,
        int moved,
        List<MoveView> moves,
        List<String> removed) {
    /// @param version of the draft that it made, by which it is chosen
    /// @param takeable whether it can be made in the plan: better calendars and new facts of people
    /// are the draft's own
    /// @param conflicts what was changed in the plan meanwhile; both values
    @Schema(name = "DraftStep")
    record StepView(
            long version,
            String label,
            PlanDelta.Author by,
            Instant at,
            boolean takeable,
            List<Conflicts.Conflict> conflicts) {}

    /// @param was when it ends in the plan; null for a task that only the draft has
    @Schema(name = "DraftMove")
    record MoveView(String task, String name, @Nullable Instant was, Instant now) {}

    /// @param steps how many changes it has
    @Schema(name = "DraftHead")
    record Head(UUID id, String name, Instant at, PlanDelta.Author by, int steps, Instant finish) {}
}
