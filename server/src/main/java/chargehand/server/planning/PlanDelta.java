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
/// @param floats the floats that differ; only there with `moves`
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
        @Nullable Floats floats,
        List<FindingView> findings,
        PlanView.@Nullable BaselineHead baseline,
        PlanView.@Nullable Undoable undo,
        PlanView.@Nullable Undoable redo,
        @Nullable Author by,
        PlanView.@Nullable FactsHead facts) {
    /// Dates as numbers, since thousands of tasks may move at once. Each number counts from the one before it, which is
    /// mostly near: a third of the bytes of moments.
    ///
    /// @param places in display order: rows from the place before, of the first one from row 0
    /// @param starts minutes from the start before, of the first one from 1970 in UTC
    /// @param lengths minutes from start to finish
    @Schema(name = "Moves")
    record Moves(int[] places, int[] starts, int[] lengths) {
        /// @param places in display order, counted from 0, ascending
        /// @param starts of these tasks, in minutes since 1970 in UTC, and `finishes` likewise
        static Moves of(int[] places, int[] starts, int[] finishes) {
            var lengths = new int[places.length];
            for (int i = 0; i < lengths.length; i++) lengths[i] = finishes[i] - starts[i];
            return new Moves(steps(places), steps(starts), lengths);
        }
    }

    /// @param places as those of moves
    /// @param minutes the float of each, or `-1 - minutes` if the task is critical
    @Schema(name = "Floats")
    record Floats(int[] places, int[] minutes) {
        /// @param places in display order, counted from 0, ascending
        static Floats of(int[] places, int[] minutes) {
            return new Floats(steps(places), minutes);
        }
    }

    private static int[] steps(int[] values) {
        var steps = values.clone();
        for (int i = steps.length - 1; i > 0; i--) steps[i] -= steps[i - 1];
        return steps;
    }

    @Schema(name = "Author")
    record Author(UUID account, String name) {}
}
