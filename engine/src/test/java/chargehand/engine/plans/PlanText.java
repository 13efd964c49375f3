package chargehand.engine.plans;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a plan as text that [TextPlan] reads back to the same plan, if names are ids.
public final class PlanText {
    private final Plan plan;
    private final TextTimes times;

    private PlanText(Plan plan) {
        this.plan = plan;
        this.times = new TextTimes(plan.zone(), plan.projectCalendar().minutesOfADay());
    }

    public static String of(Plan plan, @Nullable Instant now) {
        return new PlanText(plan).text(now);
    }

    private String text(@Nullable Instant now) {
        var lines = new ArrayList<String>();
        lines.add("zone: " + plan.zone());
        lines.add("start: " + times.words(plan.start()));
        if (now != null) lines.add("now: " + times.words(now));
        for (var each : plan.calendars()) lines.add("calendar %s: %s".formatted(each.id(), TextCalendar.words(each)));
        for (var each : plan.resources()) lines.add("person %s: %s".formatted(each.id(), words(each)));
        for (var each : plan.bookings())
            lines.add("booking %s: %d%% %s to %s for %s"
                    .formatted(
                            each.resource(),
                            each.units(),
                            times.words(each.fromInclusive()),
                            times.words(each.toExclusive()),
                            each.reason()));
        lines.add(table().toString());
        return String.join("\n", lines);
    }

    private static String words(Resource resource) {
        var words = new ArrayList<String>();
        words.add("capacity " + resource.capacity() + "%");
        if (resource.calendar() != null) words.add("calendar " + resource.calendar());
        if (!resource.skills().isEmpty()) words.add("skills " + String.join(", ", new TreeSet<>(resource.skills())));
        return String.join("; ", words);
    }

    private TextTable table() {
        var header = Stream.of("task", "extent", "who", "after", "limits")
                .map(each -> " " + each)
                .toList();
        return new TextTable(header, plan.tasks().stream().map(this::row).toList());
    }

    private List<String> row(Task task) {
        return Stream.of(
                        "  ".repeat(level(task)) + task.name(),
                        words(task.extent()),
                        task.assignments().stream().map(this::words).collect(Collectors.joining(", ")),
                        plan.links().stream()
                                .filter(link -> link.successor().equals(task.id()))
                                .map(PlanText::words)
                                .collect(Collectors.joining(", ")),
                        String.join("; ", limits(task)))
                .map(each -> " " + each)
                .toList();
    }

    private int level(Task task) {
        var parent = task.parent();
        return parent == null ? 0 : 1 + plan.task(parent).map(this::level).orElse(0);
    }

    private static String words(TaskExtent extent) {
        return switch (extent) {
            case TaskExtent.ByEffort(var effort) -> TextTimes.amount(effort.personMinutes()) + " effort";
            case TaskExtent.ByWorkingTime(var duration) -> TextTimes.amount(duration.minutes());
            case TaskExtent.ByElapsedTime(var duration) -> TextTimes.amount(duration.toMinutes()) + " elapsed";
            case TaskExtent.Milestone() -> "milestone";
            case TaskExtent.Summary() -> "";
        };
    }

    private String words(Assignment assignment) {
        var words = switch (assignment.who()) {
            case Who.Named(var id) ->
                plan.resources().stream().anyMatch(each -> each.id().equals(id)) ? id.value() : id + "?";
            case Who.AnyoneWith(var skill) -> "any " + skill;
        };
        if (assignment.units() != Assignment.WHOLE) words += " " + assignment.units() + "%";
        var effort = assignment.effort();
        return effort == null ? words : words + " for " + TextTimes.amount(effort.personMinutes());
    }

    private static String words(Link link) {
        var lag = switch (link.lag()) {
            case Lag.Working(int minutes) -> minutes == 0 ? "" : signed(minutes);
            case Lag.Elapsed(int minutes) -> signed(minutes) + " elapsed";
            case Lag.Percent(int percent) -> (percent < 0 ? "" : "+") + percent + "%";
        };
        return link.predecessor() + " " + link.type() + lag;
    }

    private static String signed(int minutes) {
        return (minutes < 0 ? "-" : "+") + TextTimes.amount(Math.abs(minutes));
    }

    private List<String> limits(Task task) {
        var limits = new ArrayList<String>();
        add(limits, "not before", task.notBefore());
        add(limits, "pinned", task.pinnedStart());
        var deadline = task.deadline();
        add(limits, "deadline", deadline == null ? null : deadline.by());
        if (task.priority() != Task.USUAL_PRIORITY) limits.add("priority " + task.priority());
        if (task.calendar() != null) limits.add("calendar " + task.calendar());
        for (var window : task.windows())
            limits.add("window %s to %s"
                    .formatted(times.words(window.fromInclusive()), times.words(window.toExclusive())));
        var progress = task.progress();
        if (progress == null) return limits;
        add(limits, "started", progress.started());
        add(limits, "finished", progress.finished());
        var remaining = progress.remaining();
        if (remaining != null) limits.add("remaining " + TextTimes.amount(remaining.minutes()));
        return limits;
    }

    private void add(List<String> limits, String name, @Nullable Instant moment) {
        if (moment != null) limits.add(name + " " + times.words(moment));
    }
}
