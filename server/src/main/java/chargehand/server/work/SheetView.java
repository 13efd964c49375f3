package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A week sheet as those see it who tell or approve it.
///
/// @param week its Monday; `zone` the clock on which the person's days begin
/// @param counts whether hours of it were approved, in this revision or before a correction
/// @param correction whether it is about to correct what was approved
/// @param days Monday to Sunday: what the person's working calendar has
/// @param planned what the calendar has for them this week and no line tells yet
/// @param revisions how it came to what it is, the first first
/// @param codes cost codes of late, to choose from
@Schema(name = "WeekSheet")
record SheetView(
        UUID person,
        String personName,
        LocalDate week,
        String zone,
        LocalDate today,
        Sheet.State state,
        boolean counts,
        boolean correction,
        long version,
        List<Day> days,
        List<LineView> lines,
        List<Planned> planned,
        List<RevisionView> revisions,
        List<String> codes,
        boolean mayTell,
        boolean mayApprove) {
    /// @param minutes of working time, absences left out
    @Schema(name = "WeekSheetDay")
    record Day(LocalDate date, int minutes, boolean away) {}

    /// @param name of the task, or the code
    /// @param minutes Monday to Sunday
    @Schema(name = "WeekSheetLine")
    record LineView(
            @Nullable UUID project,
            @Nullable String projectName,
            @Nullable String task,
            String name,
            @Nullable String code,
            @Nullable String note,
            List<Integer> minutes) {}

    /// @param code under which the task was told last
    @Schema(name = "WeekSheetPlanned")
    record Planned(
            UUID project,
            String projectName,
            String task,
            String name,
            @Nullable String code,
            List<Integer> minutes) {}

    /// @param reason why what was approved was corrected
    /// @param returned why it was sent back
    /// @param changes what a correction made different, against the revision before
    @Schema(name = "WeekSheetRevision")
    record RevisionView(
            int number,
            @Nullable String reason,
            By begun,
            @Nullable By submitted,
            @Nullable By decided,
            @Nullable String returned,
            List<Change> changes) {}

    @Schema(name = "WeekSheetDeed")
    record By(String name, Instant at) {}

    /// @param was minutes before, and `now` after
    @Schema(name = "WeekSheetChange")
    record Change(LocalDate date, String name, @Nullable String code, int was, int now) {}

    /// @param minutes in all
    /// @param lines how many
    /// @param submitted when, and by whom
    @Schema(name = "WeekSheetHead")
    record Head(
            UUID person,
            String personName,
            LocalDate week,
            Sheet.State state,
            boolean correction,
            int minutes,
            List<String> lines,
            @Nullable By submitted,
            @Nullable String returned) {}
}
