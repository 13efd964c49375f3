package chargehand.files.own;

import static chargehand.files.own.CsvColumn.DURATION;
import static chargehand.files.own.CsvColumn.ELAPSED;
import static chargehand.files.own.CsvColumn.MILESTONE;
import static chargehand.files.own.CsvColumn.SUMMARY;
import static chargehand.files.own.CsvColumn.WORK;

import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.UnreadableFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much there is to a task of a CSV file. Other programs' tables say it several times over: then what
/// stands first here counts: tasks beneath it, milestone, work, duration, elapsed.
///
/// @param range how sure the length is, where the cell tells
/// @param ignored the columns that say another length, which does not count
record CsvExtent(TaskExtent extent, @Nullable EstimateRange range, List<CsvColumn> ignored) {
    private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "ja", "j", "wahr");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein", "falsch");

    static CsvExtent of(CsvTable.Line line, boolean hasTasksBeneath, Durations durations) throws UnreadableFile {
        var work = length(line, WORK, durations);
        var duration = length(line, DURATION, durations);
        var elapsed = length(line, ELAPSED, Durations.ELAPSED);
        boolean summary = isYes(line, SUMMARY) || hasTasksBeneath;
        boolean milestone = isYes(line, MILESTONE);
        if (summary) return new CsvExtent(new TaskExtent.Summary(), null, given(work, duration, elapsed));
        if (milestone) return new CsvExtent(new TaskExtent.Milestone(), null, given(work, duration, elapsed));
        if (work != null)
            return new CsvExtent(
                    new TaskExtent.ByEffort(new Effort(work.minutes())), work.range(), given(null, duration, elapsed));
        if (duration != null)
            return new CsvExtent(
                    new TaskExtent.ByWorkingTime(new WorkingDuration(duration.minutes())),
                    duration.range(),
                    given(null, null, elapsed));
        if (elapsed != null)
            return new CsvExtent(
                    new TaskExtent.ByElapsedTime(Duration.ofMinutes(elapsed.minutes())), elapsed.range(), List.of());
        throw line.refusal(
                "missing-cell",
                WORK,
                "the task says neither how long it takes nor that it is a milestone",
                "Fill \"work\", \"duration\", \"elapsed\" or \"milestone\".");
    }

    private static @Nullable Estimate length(CsvTable.Line line, CsvColumn column, Durations durations)
            throws UnreadableFile {
        return line.optional(column, text -> Estimate.read(inLetters(text), durations));
    }

    /// `3 days`, `1,5 Tage` and `2 days?` as `3d`, `1.5d` and `2d`.
    private static String inLetters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("(\\d),(\\d)", "$1.$2")
                .replaceAll("(weeks?|wks?|wochen?)\\b\\??", "w")
                .replaceAll("(days?|tage?)\\b\\??", "d")
                .replaceAll("(hours?|hrs?|stunden?|std\\.?)", "h")
                .replaceAll("(minutes?|minuten?|mins?)\\b\\??", "m");
    }

    private static boolean isYes(CsvTable.Line line, CsvColumn column) throws UnreadableFile {
        return Boolean.TRUE.equals(line.optional(column, CsvExtent::isYes));
    }

    private static boolean isYes(String text) throws BadValue {
        var answer = text.toLowerCase(Locale.ROOT);
        if (YES.contains(answer) || NO.contains(answer)) return YES.contains(answer);
        throw new BadValue("\"%s\" is neither yes nor no".formatted(Quoted.shortened(text)), "Write yes, or nothing.");
    }

    private static List<CsvColumn> given(
            @Nullable Estimate work, @Nullable Estimate duration, @Nullable Estimate elapsed) {
        var given = new ArrayList<CsvColumn>();
        if (work != null && work.minutes() > 0) given.add(WORK);
        if (duration != null && duration.minutes() > 0) given.add(DURATION);
        if (elapsed != null && elapsed.minutes() > 0) given.add(ELAPSED);
        return given;
    }
}
