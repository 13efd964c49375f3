package chargehand.server.work;

import chargehand.server.planning.TaskKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that came in the way of a task, told by whoever met it.
///
/// @param costMinutes of working time that it takes, or null if nobody can tell yet
/// @param effect as it was reckoned when it was told, or null if nothing could be
/// @param takenAt when its cost was taken into the plan, or null
/// @param done what was done about it; null while it is open
record Complication(
        UUID id,
        UUID project,
        String task,
        String what,
        @Nullable Integer costMinutes,
        boolean urgent,
        Need.Deed told,
        @Nullable Effect effect,
        @Nullable Instant takenAt,
        @Nullable String done,
        Need.@Nullable Deed closed) {
    /// The task in whose way it is.
    TaskKey of() {
        return new TaskKey(project, task);
    }

    boolean isOpen() {
        return closed == null;
    }

    /// What it does to the plan if nobody does anything about it.
    ///
    /// @param taskFinish of the task then, and `taskWas` without it
    /// @param finish of the whole project then, and `was` without it
    /// @param moved how many other tasks would stand elsewhere
    /// @param people who would work at other times
    /// @param promises that would be kept at another time, or no more
    @Schema(name = "ComplicationEffect")
    record Effect(
            Instant taskFinish,
            Instant taskWas,
            Instant finish,
            Instant was,
            int moved,
            List<String> people,
            List<Promise> promises) {}

    /// @param planned when it would be done, and `was` without it
    /// @param missed whether it would come after its day
    @Schema(name = "PromiseEffect")
    record Promise(
            String name, Instant by, @Nullable String promisedTo, Instant planned, Instant was, boolean missed) {}

    /// Why somebody hears of it: they answer for the project, know the field, or work on what would move.
    @Schema(name = "HearsBecause")
    enum Because {
        answers,
        field,
        touched
    }
}
