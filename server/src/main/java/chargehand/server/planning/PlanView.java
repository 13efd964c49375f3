package chargehand.server.planning;

import chargehand.server.planning.PlanChange.ProjectCalendar;
import chargehand.server.planning.TaskFields.Actual;
import chargehand.server.planning.TaskFields.Assigned;
import chargehand.server.planning.TaskFields.Promise;
import chargehand.server.planning.TaskFields.Span;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan with its calendar, whole.
///
/// @param now the moment before which nothing is planned anew
/// @param bound no calendar of this plan can finish earlier; absent if that is not known
/// @param proved whether no calendar can be better than this one
/// @param tasks in display order, depth first
/// @param facts there if people are other than when the calendar was made
@Schema(name = "Plan")
record PlanView(
        UUID project,
        String name,
        long version,
        String zone,
        Instant now,
        Instant planStart,
        Instant start,
        Instant finish,
        @Nullable Instant bound,
        boolean proved,
        ProjectCalendar calendar,
        List<TaskView> tasks,
        List<LinkView> links,
        List<TeamMember> people,
        List<String> calendars,
        List<FindingView> findings,
        @Nullable BaselineHead baseline,
        @Nullable Undoable undo,
        @Nullable Undoable redo,
        May can,
        @Nullable FactsHead facts) {

    /// A task as it is written, and where it is planned.
    ///
    /// @param who works on it, with percent of one person; absent where they are those of `assignments`
    /// @param floatMinutes working time by which it can slip without moving the end
    /// @param was where the baseline has it
    /// @param after in a delta whose order changed: the row before it; absent for the first
    @Schema(name = "Task")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskView(
            String id,
            @Nullable String parent,
            String name,
            TaskFields.Kind kind,
            @Nullable Long minutes,
            @Nullable List<Assigned> assignments,
            @Nullable String calendar,
            @Nullable Instant notBefore,
            @Nullable Instant pinned,
            @Nullable Promise deadline,
            @Nullable List<Span> windows,
            @Nullable Actual progress,
            @Nullable Integer priority,
            TaskFields.@Nullable Between range,
            Instant start,
            Instant finish,
            @Nullable List<Working> who,
            @Nullable Integer floatMinutes,
            @Nullable Boolean critical,
            @Nullable Dates was,
            @Nullable String after) {}

    @Schema(name = "Working")
    record Working(String person, int units) {}

    @Schema(name = "Dates")
    record Dates(Instant start, Instant finish) {}

    @Schema(name = "Link")
    record LinkView(String predecessor, String successor, PlanChange.Type type, PlanChange.@Nullable Delay lag) {}

    /// @param pool true for several alike; `capacity` is percent of one person
    @Schema(name = "TeamMember")
    record TeamMember(
            String id,
            String name,
            String initials,
            Set<String> skills,
            @Nullable Boolean pool,
            int capacity) {}

    @Schema(name = "BaselineHead")
    record BaselineHead(UUID id, String name, Instant at) {}

    /// What an undo or redo of the caller would do.
    @Schema(name = "Undoable")
    record Undoable(long version, String label) {}

    @Schema(name = "PlanMay")
    record May(boolean edit) {}

    /// @param changed how many people are other than when the calendar was made
    @Schema(name = "FactsHead")
    record FactsHead(int changed) {}
}
