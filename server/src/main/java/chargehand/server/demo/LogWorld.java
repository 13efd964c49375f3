package chargehand.server.demo;

import chargehand.server.forecasting.Risk;
import chargehand.server.logbook.LogEntry;
import chargehand.server.meetings.Minute;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the made-up people wrote down: what was decided and learnt, who promised what, what may happen, what they
/// worked, when they want to be away, and which systems their projects have.
record LogWorld(
        List<Entry> entries,
        List<Given> promises,
        List<Feared> risks,
        List<Week> hours,
        List<Away> absences,
        List<Met> meetings,
        List<Used> systems) {
    /// @param project its file; `by` and `owner` names of people
    /// @param state in which it is by now, with `outcome`; null while it is open
    record Entry(
            String project,
            String by,
            LogEntry.Kind kind,
            String title,
            String text,
            @Nullable String who,
            @Nullable LocalDate day,
            @Nullable String owner,
            @Nullable List<String> tasks,
            LogEntry.@Nullable State state,
            @Nullable String outcome) {}

    /// Who gave a promise whose date stands in the plan; `by` wrote that down.
    record Given(
            String project,
            String by,
            String task,
            String giver,
            LocalDate on,
            @Nullable String wording) {}

    /// @param percent the chance of it; `days` by which the tasks begin later
    record Feared(
            String project,
            String by,
            String what,
            Risk.Cause cause,
            int percent,
            List<String> tasks,
            int days,
            String owner,
            String response,
            LocalDate review) {}

    /// @param week its Monday
    record Week(String person, LocalDate week, List<Line> lines) {}

    /// @param hours from Monday on
    record Line(String project, String task, List<BigDecimal> hours) {}

    /// A meeting of people by name, and what was written down in it.
    record Met(
            String project,
            String by,
            String title,
            String rule,
            LocalDate first,
            LocalTime from,
            int minutes,
            String place,
            List<String> people,
            List<Said> said) {}

    record Said(
            LocalDate day,
            String by,
            Minute.Kind kind,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    /// A system of a project; others, assets and people by name.
    record Used(
            String project,
            String by,
            String kind,
            String name,
            String about,
            @Nullable String field,
            @Nullable String asset,
            @Nullable List<String> runsOn,
            @Nullable List<String> knownBy,
            @Nullable List<String> tasks) {}

    record Away(String person, LocalDate from, LocalDate to, String kind, String note) {}
}
