package chargehand.engine.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of a plan, as somebody wrote it. Instants are whole minutes.
///
/// @param id unique in the plan
/// @param wbs its place in the work breakdown, as "1.2.3"; may be empty
/// @param parent the summary it belongs to, or null at the top
/// @param calendar the id of a calendar on which alone it may be worked on, besides that of whoever does it;
/// or null
/// @param notBefore it may not start earlier, or null
/// @param pinnedStart it starts exactly then, whatever links and people say, or null
/// @param windows it must lie whole within one of these; none means that it may lie anywhere
/// @param progress what really happened so far, or null
/// @param priority 0 to 1000, higher goes first when people are short; 500 is usual
/// @param range how sure the estimator is of the extent, or null; one that the extent lies outside of says nothing
public record Task(
        TaskId id,
        String wbs,
        String name,
        @Nullable TaskId parent,
        TaskExtent extent,
        List<Assignment> assignments,
        @Nullable String calendar,
        @Nullable Instant notBefore,
        @Nullable Instant pinnedStart,
        @Nullable Deadline deadline,
        List<Window> windows,
        @Nullable Progress progress,
        int priority,
        @Nullable EstimateRange range) {
    public static final int USUAL_PRIORITY = 500;

    public Task {
        assignments = List.copyOf(assignments);
        windows = List.copyOf(windows);
    }

    /// A task with nothing but the given; the rest by the `with…` methods.
    public static Task of(String id, String name, TaskExtent extent) {
        return new Task(
                new TaskId(id),
                "",
                name,
                null,
                extent,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                USUAL_PRIORITY,
                null);
    }

    public boolean isSummary() {
        return extent instanceof TaskExtent.Summary;
    }

    public Task withWbs(String wbs) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withParent(@Nullable TaskId parent) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withExtent(TaskExtent extent) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withAssignments(List<Assignment> assignments) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withAssignments(Assignment... assignments) {
        return withAssignments(List.of(assignments));
    }

    public Task withCalendar(@Nullable String calendar) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withNotBefore(@Nullable Instant notBefore) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withPinnedStart(@Nullable Instant pinnedStart) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withDeadline(@Nullable Deadline deadline) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withWindows(List<Window> windows) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withProgress(@Nullable Progress progress) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withPriority(int priority) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    public Task withRange(@Nullable EstimateRange range) {
        return new Task(
                id,
                wbs,
                name,
                parent,
                extent,
                assignments,
                calendar,
                notBefore,
                pinnedStart,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    @Override
    public String toString() {
        return Objects.requireNonNullElse(wbs, "") + " " + name;
    }
}
