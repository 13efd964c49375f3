package chargehand.engine.plans;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.plan.Window;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks of a random plan: nested summaries, all extents, few or many limits.
final class RandomTasks {
    private final Dice dice;
    private final Instant start;
    private final @Nullable Instant now;
    private final List<WorkingCalendar> calendars;
    private final List<Resource> resources;
    /// How rare pins, windows and the like are in this plan: one task in so many has one.
    private final int rarity;

    RandomTasks(
            Dice dice,
            Instant start,
            @Nullable Instant now,
            List<WorkingCalendar> calendars,
            List<Resource> resources) {
        this.dice = dice;
        this.start = start;
        this.now = now;
        this.calendars = calendars;
        this.resources = resources;
        this.rarity = dice.of(List.of(4, 10, 30, 1000));
    }

    List<Task> tasks() {
        int size = 1 + dice.upTo(1 + dice.upTo(60));
        boolean nested = dice.oneIn(2);
        var tasks = new ArrayList<Task>();
        Deque<TaskId> above = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            while (!above.isEmpty() && dice.oneIn(4)) above.pop();
            var id = "T" + (i + 1);
            boolean summary = nested && dice.oneIn(5);
            var parent = above.peek();
            var task = Task.of(id, id, summary ? new TaskExtent.Summary() : extent())
                    .withParent(parent);
            tasks.add(limited(summary ? task : task.withAssignments(assignments())));
            if (summary) above.push(task.id());
        }
        tasks.replaceAll(task -> task.isSummary() && hasNothingBeneath(task, tasks)
                ? task.withExtent(new TaskExtent.Milestone())
                : task);
        return tasks;
    }

    private static boolean hasNothingBeneath(Task task, List<Task> tasks) {
        return tasks.stream().noneMatch(each -> task.id().equals(each.parent()));
    }

    private TaskExtent extent() {
        return switch (dice.upTo(10)) {
            case 0 -> new TaskExtent.Milestone();
            case 1, 2 -> new TaskExtent.ByElapsedTime(Duration.ofMinutes(dice.upTo(3000)));
            case 3, 4, 5 -> new TaskExtent.ByEffort(new Effort(dice.upTo(3000)));
            default -> new TaskExtent.ByWorkingTime(new WorkingDuration(dice.upTo(2400)));
        };
    }

    private List<Assignment> assignments() {
        var assignments = new ArrayList<Assignment>();
        var free = new ArrayList<>(resources);
        for (int i = dice.oneIn(8) ? 0 : dice.of(List.of(1, 1, 1, 2, 3)); i > 0 && !free.isEmpty(); i--) {
            var resource = free.remove(dice.upTo(free.size()));
            var effort = dice.oneIn(12) ? new Effort(1 + dice.upTo(1500)) : null;
            boolean bySkill = i == 1 && dice.oneIn(4) && !resource.skills().isEmpty();
            assignments.add(
                    bySkill
                            ? new Assignment(
                                    new Who.AnyoneWith(
                                            resource.skills().iterator().next()),
                                    units(resource),
                                    effort)
                            : new Assignment(new Who.Named(resource.id()), units(resource), effort));
        }
        return assignments;
    }

    private int units(Resource resource) {
        if (dice.oneIn(100)) return resource.capacity() + 50;
        return dice.oneIn(2) ? Math.min(100, resource.capacity()) : 1 + dice.upTo(resource.capacity());
    }

    private Task limited(Task task) {
        var limited = task;
        if (dice.oneIn(rarity * 2)) limited = limited.withNotBefore(moment());
        if (dice.oneIn(rarity)) limited = limited.withDeadline(new Deadline(moment(), null));
        if (dice.oneIn(rarity * 2)) limited = limited.withWindows(windows());
        if (dice.oneIn(rarity)) limited = limited.withPriority(dice.upTo(1001));
        if (task.isSummary()) return limited;
        if (dice.oneIn(rarity * 2))
            limited = limited.withCalendar(dice.of(calendars).id());
        if (dice.oneIn(rarity * 3)) limited = limited.withPinnedStart(moment());
        if (dice.oneIn(rarity * 2)) limited = limited.withProgress(progress());
        return limited;
    }

    private Instant moment() {
        return start.plusSeconds(60L * (dice.upTo(25 * 24 * 60) - 24 * 60));
    }

    private List<Window> windows() {
        var windows = new ArrayList<Window>();
        for (int i = 1 + dice.upTo(5); i > 0; i--) {
            var from = moment();
            windows.add(new Window(from, from.plusSeconds(60L * (60 + dice.upTo(4 * 24 * 60)))));
        }
        return windows;
    }

    private Progress progress() {
        var latest = now == null ? start.plusSeconds(5 * 24 * 3600L) : now;
        var started = latest.minusSeconds(60L * dice.upTo(9 * 24 * 60) - (dice.oneIn(20) ? 86_400 : 0));
        if (dice.oneIn(2)) return new Progress(started, started.plusSeconds(60L * dice.upTo(3 * 24 * 60)), null);
        return new Progress(started, null, dice.oneIn(2) ? null : new WorkingDuration(dice.upTo(2000)));
    }
}
