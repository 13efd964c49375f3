package chargehand.server.work;

import chargehand.server.planning.TaskKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a task can't go on without, and who sees to it by when.
///
/// @param owner the person who sees to it; null where it is the client, or nobody yet
/// @param due the day by which it is to be there, on the project's clock
/// @param note how it was met, or why it is needed no more
/// @param waitingSince when somebody told that the task stands still for it, or null
/// @param hold of the task until then, or null where it was not held for it
record Need(
        UUID id,
        UUID project,
        String task,
        Kind kind,
        String what,
        @Nullable UUID owner,
        boolean ofClient,
        @Nullable LocalDate due,
        State state,
        @Nullable String note,
        Deed asked,
        @Nullable Deed closed,
        @Nullable Instant waitingSince,
        @Nullable Hold hold,
        long version) {
    @Schema(name = "NeedKind")
    enum Kind {
        access,
        hardware,
        document,
        decision,
        handOver
    }

    /// `dropped`: it is needed no more.
    @Schema(name = "NeedState")
    enum State {
        open,
        met,
        dropped
    }

    /// Who did something, and when.
    @Schema(name = "WorkDeed")
    record Deed(UUID account, String name, Instant at) {}

    /// The task may not begin before `until`.
    ///
    /// @param before what it had as its earliest start until then
    record Hold(Instant until, @Nullable Instant before) {}

    /// The task that waits for it.
    TaskKey of() {
        return new TaskKey(project, task);
    }

    Need with(
            State newState,
            @Nullable String newNote,
            @Nullable Deed newClosed,
            @Nullable Instant waiting,
            @Nullable Hold newHold) {
        return new Need(
                id,
                project,
                task,
                kind,
                what,
                owner,
                ofClient,
                due,
                newState,
                newNote,
                asked,
                newClosed,
                waiting,
                newHold,
                version + 1);
    }

    Need withHold(Hold newHold) {
        return new Need(
                id,
                project,
                task,
                kind,
                what,
                owner,
                ofClient,
                due,
                state,
                note,
                asked,
                closed,
                waitingSince,
                newHold,
                version);
    }

    boolean isOpen() {
        return state == State.open;
    }

    boolean isUnowned() {
        return owner == null && !ofClient;
    }
}
