package chargehand.engine.plans;

import static chargehand.engine.plans.TextPlanReader.parts;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.plan.Window;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the rows of a table as tasks, links, and the resources that they name. A task's name is its id.
final class TextTasks {
    private static final Pattern WHO = Pattern.compile("(any )?(.+?)(\\?)?( (\\d+)%)?( for (.+))?");
    private static final Pattern AFTER = Pattern.compile("(.+?)(?: (FS|SS|FF|SF)(?:([+-])(.+?)( elapsed)?)?)?");

    private final TextTimes times;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> resources = new LinkedHashSet<>();

    TextTasks(TextTable table, TextTimes times) {
        this.times = times;
        var above = new ArrayList<TaskId>();
        for (int row = 0; row < table.rows().size(); row++) {
            var name = table.cell(row, "task");
            int level = (name.length() - name.stripLeading().length()) / 2;
            above.subList(Math.min(level, above.size()), above.size()).clear();
            var task = Task.of(name.strip(), name.strip(), extent(table.cell(row, "extent")))
                    .withParent(above.isEmpty() ? null : above.getLast())
                    .withAssignments(assignments(table.cell(row, "who")));
            above.add(task.id());
            tasks.add(limited(task, table.cell(row, "limits")));
            for (var after : parts(table.cell(row, "after"), ",").toList()) links.add(link(after, task.id()));
        }
    }

    List<Task> tasks() {
        return tasks;
    }

    List<Link> links() {
        return links;
    }

    /// Those that are named in the table without a question mark.
    Set<String> resources() {
        return resources;
    }

    private TaskExtent extent(String text) {
        if (text.isEmpty()) return new TaskExtent.Summary();
        if (text.equals("milestone")) return new TaskExtent.Milestone();
        if (text.endsWith(" effort")) return new TaskExtent.ByEffort(new Effort(times.work(before(text, " effort"))));
        if (text.endsWith(" elapsed"))
            return new TaskExtent.ByElapsedTime(Duration.ofMinutes(times.clock(before(text, " elapsed"))));
        return new TaskExtent.ByWorkingTime(new WorkingDuration(times.work(text)));
    }

    private static String before(String text, String ending) {
        return text.substring(0, text.length() - ending.length());
    }

    private List<Assignment> assignments(String text) {
        return parts(text, ",").map(this::assignment).toList();
    }

    private Assignment assignment(String text) {
        var who = matched(WHO, text);
        var name = who.group(2);
        boolean bySkill = who.group(1) != null;
        if (!bySkill && who.group(3) == null) resources.add(name);
        int units = who.group(5) == null ? Assignment.WHOLE : Integer.parseInt(who.group(5));
        var effort = who.group(7) == null ? null : new Effort(times.work(who.group(7)));
        return new Assignment(bySkill ? new Who.AnyoneWith(name) : new Who.Named(new ResourceId(name)), units, effort);
    }

    private Link link(String text, TaskId successor) {
        var after = matched(AFTER, text);
        var type = after.group(2) == null ? LinkType.FS : LinkType.valueOf(after.group(2));
        return new Link(new TaskId(after.group(1)), successor, type, lag(after));
    }

    private Lag lag(Matcher after) {
        var amount = after.group(4);
        if (amount == null) return Lag.NONE;
        int sign = after.group(3).equals("-") ? -1 : 1;
        if (amount.endsWith("%")) return new Lag.Percent(sign * Integer.parseInt(before(amount, "%")));
        return after.group(5) == null
                ? new Lag.Working(sign * times.work(amount))
                : new Lag.Elapsed(sign * times.clock(amount));
    }

    private static Matcher matched(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException("\"%s\" can't be read.".formatted(text));
        return matcher;
    }

    private Task limited(Task task, String limits) {
        var limited = task;
        for (var limit : parts(limits, ";").toList()) limited = limitedBy(limited, limit);
        return limited;
    }

    private Task limitedBy(Task task, String limit) {
        boolean twoWords = limit.startsWith("not before ");
        int space = limit.indexOf(' ', twoWords ? "not ".length() : 0);
        var value = limit.substring(space + 1);
        return switch (limit.substring(0, space)) {
            case "not before" -> task.withNotBefore(times.moment(value));
            case "pinned" -> task.withPinnedStart(times.moment(value));
            case "deadline" -> task.withDeadline(new Deadline(times.moment(value), null));
            case "priority" -> task.withPriority(Integer.parseInt(value));
            case "calendar" -> task.withCalendar(value);
            case "window" -> {
                var ends = value.split(" to ");
                var windows = new ArrayList<>(task.windows());
                windows.add(new Window(times.moment(ends[0]), times.moment(ends[1])));
                yield task.withWindows(windows);
            }
            case "started" -> task.withProgress(new Progress(times.moment(value), null, null));
            case "finished" -> task.withProgress(new Progress(begun(task).started(), times.moment(value), null));
            case "remaining" ->
                task.withProgress(new Progress(
                        begun(task).started(), begun(task).finished(), new WorkingDuration(times.work(value))));
            default -> throw new IllegalArgumentException("A task can't be limited by \"%s\".".formatted(limit));
        };
    }

    private static Progress begun(Task task) {
        var progress = task.progress();
        if (progress == null) throw new IllegalArgumentException("%s needs \"started\" first.".formatted(task.name()));
        return progress;
    }
}
