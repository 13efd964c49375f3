package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task as it lies on a board or in the backlog.
///
/// @param key what it is called by, in branches and messages too
/// @param epic the summary that it belongs to
/// @param minutes its estimate: of work, or of time
/// @param who works on it
/// @param start when it is planned to begin, and `finish` to be done; what happened where it has
/// @param likely the moment by which it is done with 80 %
/// @param notReady why it can't be begun well: `estimate`, `nobody`, `need`, `aside`; empty if it can
/// @param marks what code hosts told last, as far as it calls for somebody: `failed`, `waits`,
///     `changes`
/// @param elapsed whether its estimate is time by the clock
/// @param increment that takes it on
@Schema(name = "Card")
record CardView(
        String task,
        String key,
        String name,
        @Nullable String epic,
        String column,
        @Nullable Long minutes,
        @Nullable Integer remainingMinutes,
        List<WhoView> who,
        Instant start,
        Instant finish,
        @Nullable Instant likely,
        boolean critical,
        boolean begun,
        boolean done,
        boolean bug,
        List<String> notReady,
        List<WaitView> waits,
        List<MarkView> marks,
        boolean elapsed,
        @Nullable UUID increment,
        @Nullable Instant movedAt) {
    /// What a code host told last: of its checks, and of its review.
    @Schema(name = "CardMark")
    record MarkView(
            Signal.Kind kind,
            Instant at,
            String source,
            @Nullable String url) {}

    @Schema(name = "CardWho")
    record WhoView(String name, String initials) {}

    /// @param late its day is over
    @Schema(name = "CardWait")
    record WaitView(String what, @Nullable LocalDate due, boolean late, boolean standsStill) {}
}
