package chargehand.files.chart;

import chargehand.engine.explain.Cause;
import chargehand.engine.explain.Words;
import chargehand.engine.plan.TaskId;
import chargehand.files.Planned;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the drawings say of a task in words.
final class Sentences {
    private final Dates dates;
    private final Words words;
    private final int minutesOfADay;
    private final Map<TaskId, String> names;

    Sentences(Planned planned, List<TaskLine> lines, Dates dates) {
        this.dates = dates;
        words = new Words(planned.plan());
        minutesOfADay = planned.plan().projectCalendar().minutesOfADay();
        names = lines.stream().collect(Collectors.toMap(line -> line.task().id(), TaskLine::name, (a, b) -> a));
    }

    /// What a bar is called where it can't be seen: "Integration tests, critical, starts Monday 22 February
    /// 09:00…"
    String spoken(TaskLine line) {
        var text = new StringBuilder(line.name());
        if (line.isSummary()) text.append(", summary");
        if (line.isMilestone()) text.append(", milestone");
        if (line.isCritical()) text.append(", critical");
        if (line.isFinished())
            return text.append(", finished ")
                    .append(dates.spokenEndDay(line.finish()))
                    .toString();
        text.append(line.isMilestone() ? ", planned " : ", starts ").append(dates.spoken(line.start()));
        text.append(", likely by ").append(dates.spokenEndDay(line.chance().p80()));
        var held = heldBy(line);
        if (!held.isEmpty()) text.append(", held by ").append(held);
        return text.toString();
    }

    /// Why it starts when it does.
    String why(TaskLine line) {
        return words.why(line.reason());
    }

    /// How far it can slip; empty for what is finished, and for summaries.
    String slack(TaskLine line) {
        if (line.isFinished() || line.isSummary()) return "";
        int minutes = line.scheduled().totalFloat().minutes();
        if (minutes == 0) return "No float: a day later here is a day later at the end.";
        return "It can slip %s of working time before the project ends later.".formatted(length(minutes));
    }

    /// What was promised of it and the chance that it is kept; empty without a deadline.
    String promise(TaskLine line) {
        var deadline = line.task().deadline();
        if (deadline == null) return "";
        var to = deadline.promisedTo();
        var promised = "Promised%s by %s".formatted(to == null ? "" : " to " + to, dates.fullEnd(deadline.by()));
        if (line.isFinished())
            return promised + (line.finish().isAfter(deadline.by()) ? "; it was later." : "; it was kept.");
        return "%s: %s.".formatted(promised, chance(line.percentBy(deadline)));
    }

    /// "92 %", "over 98 %"
    static String chance(int percent) {
        if (percent > 98) return "over\u00a098\u00a0%";
        if (percent < 2) return "under\u00a02\u00a0%";
        return percent + "\u00a0%";
    }

    /// Who does it, "Ada, Bram and 3 more" at most.
    static String who(TaskLine line) {
        var who = line.who();
        if (who.size() <= 2) return String.join(", ", who);
        return "%s, %s and %s more".formatted(who.get(0), who.get(1), who.size() - 2);
    }

    private String heldBy(TaskLine line) {
        return line.reason().causes().stream()
                .filter(Cause.Waits.class::isInstance)
                .map(cause -> names.getOrDefault(((Cause.Waits) cause).predecessor(), ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String length(int minutes) {
        if (minutes >= minutesOfADay) return counted(Math.round((float) minutes / minutesOfADay), "day");
        return minutes >= 60 ? counted(Math.round(minutes / 60f), "hour") : counted(minutes, "minute");
    }

    /// "1 day", "2 days"
    static String counted(int count, String noun) {
        return count + "\u00a0" + noun + (count == 1 ? "" : "s");
    }

    Words words() {
        return words;
    }
}
