package chargehand.engine.check;

import static chargehand.engine.check.WorkingMinutes.minute;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a plan says, read literally: what is beneath what, which links count, who works when.
public final class PlanFacts {
    private static final long MARGIN = 400 * 24 * 60L;

    private final Plan plan;
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Map<ResourceId, Resource> resources = new LinkedHashMap<>();
    private final Map<TaskId, List<Task>> leaves = new HashMap<>();
    private final Map<String, WorkingMinutes> calendars = new HashMap<>();
    private final Map<ResourceId, WorkingMinutes> available = new HashMap<>();
    private final long from;
    private final long to;

    /// The facts of a plan in the time that a calendar of it covers, and more than a year around it.
    public PlanFacts(Plan plan, Calendar calendar) {
        this.plan = plan;
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        plan.resources().forEach(resource -> resources.put(resource.id(), resource));
        plan.tasks().forEach(task -> leaves.put(task.id(), leavesOf(task)));
        var moments = calendar.tasks().stream()
                .flatMap(task -> Stream.of(task.start(), task.finish()))
                .toList();
        this.from = minute(moments.stream().min(Instant::compareTo).orElse(plan.start())) - MARGIN;
        this.to = minute(moments.stream().max(Instant::compareTo).orElse(plan.start())) + MARGIN;
    }

    private List<Task> leavesOf(Task task) {
        if (!task.isSummary()) return List.of(task);
        return plan.tasks().stream()
                .filter(each -> !each.isSummary() && isBeneath(each.id(), task.id()))
                .toList();
    }

    public Plan plan() {
        return plan;
    }

    public boolean isBeneath(TaskId task, TaskId summary) {
        return above(task).stream().anyMatch(each -> each.id().equals(summary));
    }

    /// The summaries above a task, the nearest first.
    public List<Task> above(TaskId task) {
        var result = new ArrayList<Task>();
        for (var each = parent(tasks.get(task)); each != null; each = parent(each)) result.add(each);
        return result;
    }

    private @Nullable Task parent(@Nullable Task task) {
        return task == null || task.parent() == null ? null : tasks.get(task.parent());
    }

    public Task task(TaskId id) {
        return Objects.requireNonNull(tasks.get(id), () -> "no task " + id);
    }

    public boolean knows(TaskId id) {
        return tasks.containsKey(id);
    }

    public @Nullable Resource resource(ResourceId id) {
        return resources.get(id);
    }

    /// A task itself, or all that is beneath a summary.
    public List<Task> leaves(TaskId id) {
        return Objects.requireNonNull(leaves.get(id));
    }

    public boolean isWithinSummary(Link link) {
        return link.predecessor().equals(link.successor())
                || isBeneath(link.predecessor(), link.successor())
                || isBeneath(link.successor(), link.predecessor());
    }

    public boolean isToSummaryFinish(Link link) {
        return task(link.successor()).isSummary()
                && switch (link.type()) {
                    case FS, SS -> false;
                    case FF, SF -> true;
                };
    }

    public boolean isKnown(Link link) {
        return knows(link.predecessor()) && knows(link.successor());
    }

    private boolean isCandidate(Link link) {
        return isKnown(link) && !isToSummaryFinish(link) && !isWithinSummary(link);
    }

    /// Links that hold: neither unknown nor impossible, nor the last of a cycle.
    public List<Link> links() {
        var links = new ArrayList<>(plan.links());
        links.removeAll(lastOfCycles());
        links.removeIf(link -> !isCandidate(link));
        return links;
    }

    /// Links that close a cycle with those that stand before them in the file.
    public List<Link> lastOfCycles() {
        var after = new HashMap<TaskId, Set<TaskId>>();
        var closing = new ArrayList<Link>();
        for (var link : plan.links()) {
            if (!isCandidate(link)) continue;
            var successors = leaves(link.successor());
            var predecessors = leaves(link.predecessor());
            if (successors.stream().anyMatch(each -> reachesAny(each.id(), predecessors, after))) closing.add(link);
            for (var predecessor : predecessors)
                for (var successor : successors)
                    after.computeIfAbsent(predecessor.id(), _ -> new HashSet<>())
                            .add(successor.id());
        }
        return closing;
    }

    private static boolean reachesAny(TaskId start, List<Task> goals, Map<TaskId, Set<TaskId>> after) {
        var seen = new HashSet<TaskId>(Set.of(start));
        var open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            for (var next : after.getOrDefault(open.removeLast(), Set.of())) if (seen.add(next)) open.add(next);
        }
        return goals.stream().anyMatch(goal -> seen.contains(goal.id()));
    }

    /// Working time of a calendar by its id; the project's where there is none of that id.
    public WorkingMinutes calendar(@Nullable String id) {
        var chosen = plan.calendars().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(plan::projectCalendar);
        return calendars.computeIfAbsent(chosen.id(), _ -> WorkingMinutes.of(chosen, from, to));
    }

    public boolean knowsCalendar(@Nullable String id) {
        return plan.calendars().stream().map(WorkingCalendar::id).anyMatch(each -> each.equals(id));
    }

    /// When a resource can work: its calendar without the bookings that leave nothing of it.
    public WorkingMinutes available(ResourceId id) {
        return available.computeIfAbsent(id, _ -> {
            var resource = Objects.requireNonNull(resources.get(id));
            var minutes = calendar(resource.calendar());
            var cuts = bookings(id).stream()
                    .flatMap(each -> Stream.of(minute(each.fromInclusive()), minute(each.toExclusive())))
                    .sorted()
                    .distinct()
                    .toList();
            for (int i = 0; i + 1 < cuts.size(); i++)
                if (booked(id, cuts.get(i)) >= resource.capacity())
                    minutes = minutes.without(cuts.get(i), cuts.get(i + 1));
            return minutes;
        });
    }

    public List<Booking> bookings(ResourceId id) {
        return plan.bookings().stream()
                .filter(each -> each.resource().equals(id))
                .toList();
    }

    /// The units of a resource that are booked outside the plan at a minute.
    public int booked(ResourceId id, long at) {
        return bookings(id).stream()
                .filter(each -> minute(each.fromInclusive()) <= at && at < minute(each.toExclusive()))
                .mapToInt(Booking::units)
                .sum();
    }

    /// When a task is worked on by a resource, or by nobody in particular.
    public WorkingMinutes working(Task task, @Nullable ResourceId resource) {
        boolean ownCalendar = knowsCalendar(task.calendar());
        if (resource == null) return calendar(task.calendar());
        var minutes = available(resource);
        return ownCalendar ? minutes.and(calendar(task.calendar())) : minutes;
    }
}
