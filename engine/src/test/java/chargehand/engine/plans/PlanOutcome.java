package chargehand.engine.plans;

import chargehand.engine.explain.Cause;
import chargehand.engine.explain.Explainer;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What became of a plan in text, in the columns and words in which the text expects it.
final class PlanOutcome {
    private final TextPlan text;
    private final Calendar calendar;
    private final TextTimes times;

    PlanOutcome(TextPlan text, Calendar calendar) {
        this.text = text;
        this.calendar = calendar;
        this.times =
                new TextTimes(text.plan().zone(), text.plan().projectCalendar().minutesOfADay());
    }

    /// The table as written, with the calendar as it is in each column that says something of it.
    TextTable table() {
        var table = text.table();
        for (var column : table.columns()) {
            table = switch (column) {
                case TextTable.PICTURE -> with(table, column, picture());
                case "start" -> with(table, column, task -> times.words(placedStart(task)));
                case "finish" ->
                    with(
                            table,
                            column,
                            task -> times.words(calendar.task(task.id()).finish()));
                case "critical" ->
                    with(table, column, task -> calendar.task(task.id()).critical() ? "yes" : "");
                case "float" ->
                    with(
                            table,
                            column,
                            task -> TextTimes.amount(
                                    calendar.task(task.id()).totalFloat().minutes()));
                case "by" -> with(table, column, this::by);
                case "why" -> with(table, column, why());
                default -> table;
            };
        }
        return table;
    }

    private TextTable with(TextTable table, String column, Function<Task, String> words) {
        return table.with(column, text.plan().tasks().stream().map(words).toList());
    }

    private Function<Task, String> picture() {
        var first = text.plan().start().atZone(text.plan().zone()).toLocalDate();
        return new Picture(text.plan(), calendar, first, text.table().days().length())::of;
    }

    private Instant placedStart(Task task) {
        return calendar.task(task.id()).start();
    }

    private String by(Task task) {
        return calendar.task(task.id()).assignments().stream()
                .map(ScheduledAssignment::resource)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private Function<Task, String> why() {
        var reasons = Explainer.explain(text.plan(), calendar, text.now());
        return task -> reasons.get(text.plan().tasks().indexOf(task)).causes().stream()
                .map(PlanOutcome::words)
                .collect(Collectors.joining(", "));
    }

    static String words(Cause cause) {
        return switch (cause) {
            case Cause.PlanStart _ -> "plan start";
            case Cause.Now _ -> "now";
            case Cause.NotBefore _ -> "not before";
            case Cause.Pinned _ -> "pinned";
            case Cause.Happened _ -> "happened";
            case Cause.Waits wait ->
                "waits for %s %s%s".formatted(wait.predecessor(), wait.type(), wait.lagged() ? " lagged" : "");
            case Cause.Busy busy -> "%s busy on %s".formatted(busy.resource(), busy.on());
            case Cause.Booked booked -> "%s booked for %s".formatted(booked.resource(), booked.reason());
            case Cause.OffHours off -> off.resource() + " off";
            case Cause.WindowOpens _ -> "window opens";
            case Cause.Kept _ -> "kept";
            case Cause.FirstBeneath(var task) -> "first beneath is " + task;
        };
    }

    /// Each as `error dependency-cycle (Cabling, Cut-over)`.
    List<String> findings() {
        return calendar.findings().stream().map(PlanOutcome::words).toList();
    }

    private static String words(Finding finding) {
        return "%s %s (%s)"
                .formatted(
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.code().code(),
                        finding.tasks().stream().map(TaskId::value).collect(Collectors.joining(", ")));
    }
}
