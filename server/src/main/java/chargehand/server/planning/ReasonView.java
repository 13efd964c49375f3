package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a task is where it is.
///
/// @param sentence in English; programs make their own of the first cause
/// @param causes what together keeps it from starting earlier, the chief one first
/// @param chain the tasks that lead to it, each held by the next, back to one that no task holds
/// @param drives the tasks that wait for it
@Schema(name = "Reason")
record ReasonView(String task, String sentence, List<CauseView> causes, List<Step> chain, List<String> drives) {
    /// One thing that holds it.
    ///
    /// @param code plan-start, now, not-before, pinned, happened, waits-fs, waits-ss, waits-ff, waits-sf,
    ///     waits-lag, busy, booked, off-hours, window, first-beneath or kept
    /// @param values by the names used in the words; instants as text
    @Schema(name = "Cause")
    record CauseView(
            String code,
            Map<String, Object> values,
            String sentence,
            @Nullable String task,
            @Nullable String person) {}

    @Schema(name = "ReasonStep")
    record Step(String task, Instant start, Instant finish, String sentence, String code, Map<String, Object> values) {}
}
