package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A week in which somebody has more booked than they have time, and what could be done about it.
///
/// @param week its Monday
/// @param percent of their working time that is booked
/// @param tasks of projects that the reader sees, which have some of the week
/// @param hidden how many projects have some of it that the reader does not see
/// @param others people outside of these projects who know the same and have time, to be asked for
@Schema(name = "Overload")
record Overload(
        UUID person,
        String name,
        LocalDate week,
        long percent,
        List<OverloadedTask> tasks,
        int hidden,
        List<Helper> others) {
    /// @param version of the plan, for `If-Match`
    /// @param ways to leave the week; none for whoever may not change the plan, and for what is done
    @Schema(name = "OverloadedTask")
    record OverloadedTask(
            UUID project, String projectName, String zone, long version, String task, String name, List<Way> ways) {}

    @Schema(name = "OverloadWayKind")
    enum Kind {
        /// somebody else does it
        reassign,
        /// it begins in the week after
        move,
        /// somebody else does half of it
        split
    }

    /// One way out, tried on the plan as it is.
    ///
    /// @param changes what to send to the plan in order to go it
    /// @param helper who comes to it, with what they would have booked in the week
    /// @param percent what the person would have booked in the week
    @Schema(name = "OverloadWay")
    record Way(
            Kind kind, List<PlanChange> changes, @Nullable Helper helper, long percent, Effect effect) {}

    /// @param percent of their working time in the week that is booked
    @Schema(name = "OverloadHelper")
    record Helper(UUID person, String name, long percent) {}

    /// @param taskWas when the task is planned to be done, and `taskThen` when it would be
    /// @param was the planned finish of the project, and `then` what it would be
    /// @param moved how many other tasks would stand elsewhere
    /// @param missed promises that are kept as planned now, and would not be
    @Schema(name = "OverloadEffect")
    record Effect(Instant taskWas, Instant taskThen, Instant was, Instant then, int moved, List<String> missed) {}
}
