package chargehand.server.logbook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a project's logbook.
///
/// @param number among those of its kind in the project
/// @param text why it was decided; what makes us think so; what is the matter; what to do next time
/// @param who decided, in words
/// @param day of a decision when it was made; of others by when it is to be seen to
/// @param owner the person who sees to it
/// @param tasks that it is about
/// @param outcome what it changed, what turned out, or what was done
@Schema(name = "LogEntry")
public record LogEntry(
        UUID id,
        UUID project,
        int number,
        Kind kind,
        String title,
        String text,
        @Nullable String who,
        @Nullable LocalDate day,
        @Nullable UUID owner,
        List<String> tasks,
        @Nullable Origin origin,
        State state,
        @Nullable String outcome,
        Deed made,
        @Nullable Deed closed,
        long version) {
    public LogEntry {
        tasks = List.copyOf(tasks);
    }

    @Schema(name = "LogKind")
    public enum Kind {
        decision,
        assumption,
        issue,
        lesson
    }

    /// `open`: a decision stands, an assumption is not proved, an issue is not done; lessons stay so.
    /// An assumption has `held` or was `wrong`; an issue is `closed`; a decision is `replaced` by another
    /// one, or `closed` when it has no effect any more.
    @Schema(name = "LogState")
    public enum State {
        open,
        closed,
        held,
        wrong,
        replaced;

        boolean isEndOf(Kind kind) {
            return switch (kind) {
                case decision -> this == replaced || this == closed;
                case assumption -> this == held || this == wrong;
                case issue -> this == closed;
                case lesson -> false;
            };
        }
    }

    @Schema(name = "LogDeed")
    public record Deed(UUID account, String name, Instant at) {}

    /// Of what it was born.
    ///
    /// @param kind question, complication, change or meeting
    /// @param text its words then
    @Schema(name = "LogOrigin")
    public record Origin(String kind, UUID id, String text) {}

    boolean isOpen() {
        return state == State.open;
    }

    LogEntry ended(State state, @Nullable String outcome, @Nullable Deed closed) {
        return new LogEntry(
                id,
                project,
                number,
                kind,
                title,
                text,
                who,
                day,
                owner,
                tasks,
                origin,
                state,
                outcome,
                made,
                closed,
                version + 1);
    }
}
