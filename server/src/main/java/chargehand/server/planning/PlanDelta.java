package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became different in a plan since a version: to be laid over what a client has of that version.
///
/// @param since the version that it is to be laid over
/// @param tasks whole rows: of all that differ, or if these are many of those that differ in more than dates and float
/// @param order the ids of all tasks in display order; only there if order or parents changed
/// @param removed tasks that are gone
/// @param links all of them; only there if any changed
/// @param moves the dates of rows that moved and are not in `tasks`; only there if those are many
/// @param floats for each task in display order its float in minutes, or `-1 - minutes` if it is critical; only there
///     with `moves`
/// @param by whose change the last one was
@Schema(name = "PlanDelta")
record PlanDelta(
        UUID project,
        long since,
        long version,
        String name,
        String zone,
        Instant now,
        Instant planStart,
        Instant start,
        Instant finish,
        @Nullable Instant bound,
        boolean proved,
        PlanChange.@Nullable ProjectCalendar calendar,
        List<PlanView.TaskView> tasks,
        @Nullable List<String> order,
        List<String> removed,
        @Nullable List<PlanView.LinkView> links,
        @Nullable List<PlanView.TeamMember> people,
        @Nullable Moves moves,
        int @Nullable [] floats,
        List<FindingView> findings,
        PlanView.@Nullable BaselineHead baseline,
        PlanView.@Nullable Undoable undo,
        PlanView.@Nullable Undoable redo,
        @Nullable Author by,
        PlanView.@Nullable FactsHead facts) {
    /// Dates as numbers, since thousands of tasks may move at once.
    ///
    /// @param places in display order, counted from 0
    /// @param starts of these tasks, in minutes since 1970 in UTC, and `finishes` likewise
    @Schema(name = "Moves")
    record Moves(int[] places, int[] starts, int[] finishes) {}

    @Schema(name = "Author")
    record Author(UUID account, String name) {}
}
