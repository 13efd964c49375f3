package chargehand.server.planning;

import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A plan as it is stored: what people wrote, and the facts on which its calendar stands. Immutable.
///
/// @param calendar the id of the project's own calendar, one of `calendars`
/// @param calendars the project's own and those that tasks name; people's are among the facts
/// @param rows depth first, each after its parent
/// @param links ordered by [#BY_ENDS], at most one of a type for a pair
record WrittenPlan(
        String name,
        ZoneId zone,
        Instant start,
        String calendar,
        List<WorkingCalendar> calendars,
        Facts facts,
        List<TaskRow> rows,
        List<Link> links) {
    static final Comparator<Link> BY_ENDS = Comparator.comparing(Link::predecessor)
            .thenComparing(Link::successor)
            .thenComparing(Link::type);

    WrittenPlan {
        calendars = List.copyOf(calendars);
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }

    /// A plan of anyone's as ours: tasks depth first, links in order, twice the same link once.
    static WrittenPlan of(Plan plan) {
        var used = new HashSet<String>();
        for (var each : plan.resources()) if (each.calendar() != null) used.add(each.calendar());
        var named = new HashSet<String>();
        named.add(plan.calendar());
        for (var task : plan.tasks()) if (task.calendar() != null) named.add(task.calendar());
        var own = new ArrayList<WorkingCalendar>();
        var peoples = new ArrayList<WorkingCalendar>();
        for (var each : plan.calendars()) {
            if (named.contains(each.id()) || !used.contains(each.id())) own.add(each);
            else peoples.add(each);
        }
        return new WrittenPlan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                own,
                new Facts(plan.resources(), peoples, plan.bookings()),
                rows(plan.tasks()),
                links(plan.links()));
    }

    private static List<TaskRow> rows(List<Task> tasks) {
        var known = new HashSet<TaskId>();
        for (var task : tasks) known.add(task.id());
        var rows = new ArrayList<TaskRow>();
        var parents = new HashSet<TaskId>();
        for (var task : tasks) {
            var parent = task.parent() != null && known.contains(task.parent()) ? task.parent() : null;
            if (parent != null) parents.add(parent);
            rows.add(new TaskRow(task.withParent(parent).withWbs(""), rows.size() + 1.0, null));
        }
        rows.replaceAll(row -> parents.contains(row.id()) && !row.task().isSummary() ? PlanDraft.asSummary(row) : row);
        return depthFirst(rows);
    }

    /// Rows of any order, each after its parent, siblings by rank.
    static List<TaskRow> depthFirst(List<TaskRow> rows) {
        var beneath = new HashMap<@Nullable TaskId, List<TaskRow>>();
        for (var row : rows)
            beneath.computeIfAbsent(row.parent(), any -> new ArrayList<>()).add(row);
        beneath.values()
                .forEach(each ->
                        each.sort(Comparator.comparingDouble(TaskRow::rank).thenComparing(TaskRow::id)));
        var ordered = new ArrayList<TaskRow>(rows.size());
        addBeneath(null, beneath, ordered);
        return ordered;
    }

    private static void addBeneath(
            @Nullable TaskId parent, HashMap<@Nullable TaskId, List<TaskRow>> beneath, List<TaskRow> ordered) {
        for (var row : beneath.getOrDefault(parent, List.of())) {
            ordered.add(row);
            addBeneath(row.id(), beneath, ordered);
        }
    }

    static List<Link> links(List<Link> links) {
        var byEnds = new TreeMap<Link, Link>(BY_ENDS);
        for (var link : links) byEnds.put(link, link);
        return List.copyOf(byEnds.values());
    }

    /// As the engine takes it.
    Plan plan() {
        var tasks = new ArrayList<Task>(rows.size());
        for (var row : rows) tasks.add(row.task());
        var all = new ArrayList<>(calendars);
        var ids = new HashSet<String>();
        for (var each : calendars) ids.add(each.id());
        for (var each : facts.calendars()) if (ids.add(each.id())) all.add(each);
        return new Plan(name, zone, start, calendar, all, facts.resources(), tasks, links, facts.bookings());
    }

    WorkingCalendar projectCalendar() {
        return calendars.stream()
                .filter(each -> each.id().equals(calendar))
                .findFirst()
                .orElseThrow();
    }

    WrittenPlan withFacts(Facts newer) {
        return new WrittenPlan(name, zone, start, calendar, calendars, newer, rows, links);
    }

    boolean hasSameHead(WrittenPlan other) {
        return name.equals(other.name)
                && zone.equals(other.zone)
                && start.equals(other.start)
                && calendar.equals(other.calendar)
                && calendars.equals(other.calendars)
                && Objects.equals(facts, other.facts);
    }
}
