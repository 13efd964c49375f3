package chargehand.server.programme;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.assets.Asset;
import chargehand.server.assets.ChangeWindows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns what is due into a plan: what is alike is ordered together, and changed one after another within windows, so
/// that never two of a kind are down at once. Written as a person would; whoever runs the project goes on from there.
final class ProgrammePlan {
    /// An order may begin so long before the day on which it has to.
    private static final int DAYS_BEFORE = 28;

    /// Of what is alike, so many are changed one after another; more of them go in rows beside each other.
    private static final int LONGEST_ROW = 12;
    private static final int WINDOWS = 60;
    private static final int WITHOUT_SUPPORT = 800;
    private static final int SOON = 600;

    private final StepWords words;
    private final Skills skills;
    private final ChangeWindows windows;
    private final ZoneId zone;
    private final Instant start;
    private final LocalDate today;
    private final Supplier<String> ids;

    private final List<Task> tasks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final List<Replacement> replacements = new ArrayList<>();

    /// @param start nothing begins earlier; whole minutes
    /// @param ids a new one at each call
    ProgrammePlan(
            StepWords words, Skills skills, ChangeWindows windows, ZoneId zone, Instant start, Supplier<String> ids) {
        this.words = words;
        this.skills = skills;
        this.windows = windows;
        this.zone = zone;
        this.start = start;
        this.today = LocalDate.ofInstant(start, zone);
        this.ids = ids;
    }

    /// Which task replaces an asset, and with which it is ordered.
    record Replacement(UUID asset, String task, String order) {}

    List<Replacement> replacements() {
        return replacements;
    }

    Plan of(String name, WorkingCalendar working, List<Due> groups) {
        for (var group : groups) add(group);
        var calendar = new WorkingCalendar("project", "Working week", zone, working.week(), working.exceptions());
        var resources = skills.people(used).stream()
                .map(each -> new Resource(
                        new ResourceId(each.id().toString()),
                        each.name(),
                        each.capacity(),
                        null,
                        each.skills().keySet()))
                .toList();
        return new Plan(name, zone, start, "project", List.of(calendar), resources, tasks, links, List.of());
    }

    private void add(Due group) {
        var count = group.assets().size();
        var above = summary(
                null,
                words.say(
                        "group",
                        "what",
                        group.what(),
                        "site",
                        group.site() == null ? "" : group.site(),
                        "count",
                        count));
        var steps = Steps.of(group.assets().getFirst());
        var order = order(above, group, steps);
        var last = order;
        if (steps.deliveryDays() > 0) {
            last = ids.get();
            tasks.add(Task.of(last, words.say("delivery"), elapsed(steps.deliveryDays()))
                    .withParent(new TaskId(above)));
            links.add(Link.of(order, last));
        }
        var rows = new String[(count + LONGEST_ROW - 1) / LONGEST_ROW];
        for (int i = 0; i < count; i++) {
            var asset = group.assets().get(i);
            var own = count == 1 ? above : summary(above, words.say("replace", "name", asset.name()));
            rows[i % rows.length] = replace(own, asset, last, rows[i % rows.length]);
            replacements.add(new Replacement(asset.id(), own, order));
        }
    }

    private String summary(@Nullable String parent, String name) {
        var id = ids.get();
        tasks.add(Task.of(id, name, new TaskExtent.Summary()).withParent(parent == null ? null : new TaskId(parent)));
        return id;
    }

    private String order(String above, Due group, Steps steps) {
        var due = group.due(today);
        var id = add(
                above,
                words.say("order"),
                steps.order(),
                skills.ordering(),
                priority(group.assets().getFirst()));
        int place = tasks.size() - 1;
        var from = begin(due.minusDays(DAYS_BEFORE));
        var task = tasks.get(place).withNotBefore(from.isAfter(start) ? from : null);
        if (due.isAfter(today)) task = task.withDeadline(new Deadline(begin(due.plusDays(1)), promisedTo(group)));
        tasks.set(place, task);
        return id;
    }

    private static @Nullable String promisedTo(Due group) {
        return group.assets().getFirst().owner();
    }

    /// @param before whose change has to be over, or null
    /// @return the change
    private String replace(String above, Asset asset, String ordered, @Nullable String before) {
        var steps = Steps.of(asset);
        var skill = skills.changing(asset);
        int priority = priority(asset);
        var last = ordered;
        if (steps.prepare() > 0)
            last = follow(last, add(above, words.say("prepare"), steps.prepare(), skill, priority));
        if (steps.prove() > 0)
            last = follow(last, add(above, words.say("prove"), steps.prove(), skills.proving(asset), priority));
        var change = add(above, words.say("change", "name", asset.name()), steps.change(), skill, priority);
        int place = tasks.size() - 1;
        follow(last, change);
        if (before != null) links.add(Link.of(before, change));
        tasks.set(place, inWindow(tasks.get(place), asset));
        if (steps.retire() > 0) follow(change, add(above, words.say("retire"), steps.retire(), skill, priority));
        return change;
    }

    private Task inWindow(Task change, Asset asset) {
        var due = Due.due(asset, today).minusDays(DAYS_BEFORE);
        var from = begin(due).isAfter(start) ? begin(due) : start;
        var task = change.withWindows(windows.after(from, zone, WINDOWS));
        var ends = asset.ends();
        if (ends == null || !ends.isAfter(today)) return task;
        return task.withDeadline(new Deadline(begin(ends.plusDays(1)), asset.owner()));
    }

    private String follow(String before, String after) {
        links.add(Link.of(before, after));
        return after;
    }

    private String add(String above, String name, int hours, @Nullable String skill, int priority) {
        var id = ids.get();
        var task = Task.of(id, name, new TaskExtent.ByEffort(new Effort(hours * 60L)))
                .withParent(new TaskId(above))
                .withPriority(priority);
        if (skill != null) {
            used.add(skill);
            task = task.withAssignments(Assignment.anyoneWith(skill));
        }
        tasks.add(task);
        return id;
    }

    private int priority(Asset asset) {
        if (asset.ends() == null || asset.ends().isBefore(today)) return WITHOUT_SUPPORT;
        return Due.due(asset, today).isBefore(today.plusYears(1)) ? SOON : Task.USUAL_PRIORITY;
    }

    private static TaskExtent elapsed(int days) {
        return new TaskExtent.ByElapsedTime(Duration.ofDays(days));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
