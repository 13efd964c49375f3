package chargehand.server.maintenance;

import chargehand.server.assets.ChangeWindows;
import chargehand.server.assets.Recurrence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When changes are made, and when none are.
@Schema(name = "ChangeCalendar")
record WindowView(List<Shown> windows, List<Freeze> freezes) {
    /// A change window.
    ///
    /// @param first the day from which the rule counts
    @Schema(name = "ChangeWindow")
    record Named(UUID id, String name, String rule, LocalDate first, LocalTime from, int minutes) {
        ChangeWindows windows() {
            return new ChangeWindows(Recurrence.of("rule", rule), from, minutes);
        }
    }

    /// @param next its first days from today on, without those on which nothing is changed
    @Schema(name = "ChangeWindowShown")
    record Shown(Named window, List<LocalDate> next) {}

    /// Days on which nothing is changed.
    ///
    /// @param last is one of them
    @Schema(name = "ChangeFreeze")
    record Freeze(UUID id, String name, LocalDate first, LocalDate last) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /// @param first today if absent
    @Schema(name = "ChangeWindowWrite")
    record WindowWrite(
            @Nullable String name,
            @Nullable String rule,
            @Nullable LocalDate first,
            @Nullable LocalTime from,
            @Nullable Integer minutes) {}

    @Schema(name = "ChangeFreezeWrite")
    record FreezeWrite(
            @Nullable String name,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}
}
