package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is somebody's to do over all projects that they see, as they begin with it.
///
/// @param zone the clock on which the person works; all days and halves are on it
/// @param person whose work it is; absent for an account with nobody of the company's people behind it
/// @param days from today on, those on which there is anything to do or to be worked
/// @param later how many tasks come after the last of these days
/// @param needs what the person sees to for others, the open ones
/// @param complications that they were told of or have told: open, or closed lately
/// @param mentions of the last week
/// @param meetings of these days, in projects that the reader sees, by their begin
@Schema(name = "MyWork")
record MyWork(
        Instant now,
        String zone,
        LocalDate today,
        @Nullable UUID person,
        List<Item> tasks,
        List<Day> days,
        int later,
        List<NeedView> needs,
        List<ComplicationView> complications,
        List<Mention> mentions,
        List<Met> meetings) {

    /// @param version of the plan that this was read from, for `If-Match`
    /// @param above the summary that it belongs to
    /// @param start when this person begins, and `finish` when they are done, as planned
    /// @param minutes of work in all, as the plan has it
    /// @param likely the moments by which it is done with 2, 10, 50, 80, 90 and 98 %
    /// @param promise what was promised for it
    /// @param next what waits for it, the first first
    /// @param waitsFor what it needs and has not
    /// @param pace where the works agreement says that one sees one's own; only of work that was begun
    @Schema(name = "OwnTask")
    record Item(
            UUID project,
            String projectName,
            long version,
            String task,
            String name,
            @Nullable String above,
            State state,
            Instant start,
            Instant finish,
            @Nullable Long minutes,
            boolean fixed,
            @Nullable Instant started,
            @Nullable Instant finished,
            @Nullable Integer remainingMinutes,
            @Nullable List<Instant> likely,
            @Nullable Promise promise,
            List<Next> next,
            List<WaitsFor> waitsFor,
            @Nullable Pace pace) {}

    /// A meeting at which the reader is.
    ///
    /// @param day by the meeting's own clock, which names its minutes
    @Schema(name = "OwnMeeting")
    record Met(
            UUID project,
            String projectName,
            UUID meeting,
            String title,
            @Nullable String place,
            @Nullable String link,
            LocalDate day,
            Instant from,
            Instant to) {}

    /// @param who sees to it; absent while nobody does
    /// @param stands whether somebody told that the task stands still for it
    @Schema(name = "WaitsFor")
    record WaitsFor(
            String what, @Nullable String who, @Nullable LocalDate due, boolean late, boolean stands) {}

    /// Somebody said something to the reader.
    @Schema(name = "WorkMention")
    record Mention(
            UUID project, String projectName, String task, String taskName, String text, String name, Instant at) {}

    /// `overdue`: it should be done by the calendar, and nobody has told.
    @Schema(name = "OwnTaskState")
    enum State {
        planned,
        begun,
        overdue,
        done
    }

    /// @param chance that it is kept, 0 to 1, where there is a forecast
    @Schema(name = "OwnPromise")
    record Promise(
            Instant by,
            @Nullable String promisedTo,
            @Nullable Double chance) {}

    /// @param people who work on it; the reader's own name is left out
    /// @param own whether the reader works on it
    /// @param promise of that task, where there is one
    @Schema(name = "NextTask")
    record Next(
            String task,
            String name,
            Instant start,
            List<String> people,
            boolean own,
            boolean milestone,
            @Nullable Promise promise) {}

    /// @param minutes of working time on it, absences and meetings left out
    /// @param away whether they would work on it but are away
    @Schema(name = "WorkDay")
    record Day(LocalDate date, int minutes, boolean away, List<Slot> slots) {}

    /// A half of a day that a task has some of.
    ///
    /// @param minutes that it has of it
    /// @param from its own hours, where it has to lie in them, as in a change window; and `to` likewise
    @Schema(name = "WorkSlot")
    record Slot(
            HalfDays.Part part,
            UUID project,
            String task,
            int minutes,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
