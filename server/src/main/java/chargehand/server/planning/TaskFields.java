package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be written about a task. Instants are whole minutes.
///
/// @param id for a new task only: what its client calls it already; a UUID, or absent for one of the server's
/// @param minutes person-minutes of an effort, working minutes of a duration, minutes by the clock if elapsed
/// @param priority 0 to 1000, 500 is usual
/// @param range how sure the estimator is of the minutes; it says nothing while these lie outside of it
@Schema(name = "TaskFields")
record TaskFields(
        @Nullable String id,
        @Nullable String name,
        @Nullable Kind kind,
        @Nullable Long minutes,
        @Nullable List<Assigned> assignments,
        @Nullable String calendar,
        @Nullable Instant notBefore,
        @Nullable Instant pinned,
        @Nullable Promise deadline,
        @Nullable List<Span> windows,
        @Nullable Actual progress,
        @Nullable Integer priority,
        @Nullable Between range) {
    static final TaskFields NONE =
            new TaskFields(null, null, null, null, null, null, null, null, null, null, null, null, null);

    TaskFields withId(String id) {
        return new TaskFields(
                id,
                name,
                kind,
                minutes,
                assignments,
                calendar,
                notBefore,
                pinned,
                deadline,
                windows,
                progress,
                priority,
                range);
    }

    /// How much there is to a task.
    enum Kind {
        effort,
        duration,
        elapsed,
        milestone,
        summary
    }

    /// One who is assigned: a person by id, or whoever has a skill.
    ///
    /// @param units percent of one person
    /// @param minutes this one's own effort where it is apart from the others'
    @Schema(name = "Assignment")
    record Assigned(
            @Nullable String person,
            @Nullable String skill,
            int units,
            @Nullable Long minutes) {}

    @Schema(name = "Deadline")
    record Promise(Instant by, @Nullable String promisedTo) {}

    @Schema(name = "Window")
    record Span(Instant from, Instant to) {}

    /// Less than `low` minutes in one case of ten, more than `high` in one of ten.
    ///
    /// @param low at least 1, below `high`
    @Schema(name = "EstimateRange")
    record Between(long low, long high) {}

    @Schema(name = "Progress")
    record Actual(
            Instant started,
            @Nullable Instant finished,
            @Nullable Integer remainingMinutes) {}
}
