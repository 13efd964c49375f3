package chargehand.server.planning;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.people.Week;
import chargehand.server.shared.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes changes to a written plan, and says how to take them back. Pure: knows no store and no calendar.
final class PlanEdits {
    /// What only a task has that is worked on itself.
    private static final Set<TaskField> OF_WORK =
            Set.of(TaskField.ASSIGNMENTS, TaskField.CALENDAR, TaskField.PINNED, TaskField.PROGRESS);

    private static final int MOST_TASKS = 100_000;
    private static final int DEEPEST = 50;
    private static final int LONGEST_LAG = 20 * 366 * 24 * 60;

    private final Supplier<String> ids;
    private WrittenPlan plan;
    private PlanDraft draft;
    private final List<PlanChange> made = new ArrayList<>();
    private final List<PlanChange> inverse = new ArrayList<>();
    private final Set<String> touches = new LinkedHashSet<>();

    /// What came of it.
    ///
    /// @param changes as they were made, with the ids of new tasks; those that changed nothing are left out
    /// @param inverse what takes them back, in order
    /// @param touches keys of everything that is different now, see [Touches]
    record Edited(WrittenPlan plan, List<PlanChange> changes, List<PlanChange> inverse, Set<String> touches) {
        boolean isNothing() {
            return changes.isEmpty();
        }
    }

    private PlanEdits(WrittenPlan plan, Supplier<String> ids) {
        this.plan = plan;
        this.ids = ids;
        this.draft = new PlanDraft(plan);
    }

    /// All of the changes, one after the other.
    ///
    /// @param ids for tasks that come without one
    /// @throws Problem if one of them can't be; the plan is as it was
    static Edited apply(WrittenPlan plan, List<PlanChange> changes, Supplier<String> ids) {
        var edits = new PlanEdits(plan, ids);
        for (var change : changes) edits.apply(change);
        return new Edited(edits.result(), edits.made, edits.inverse.reversed(), edits.touches);
    }

    private WrittenPlan result() {
        return new WrittenPlan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                plan.facts(),
                draft.rows,
                draft.links);
    }

    private void apply(PlanChange change) {
        switch (change) {
            case PlanChange.AddTask add -> add(add);
            case PlanChange.SetTask set -> set(set);
            case PlanChange.MoveTask move -> move(move);
            case PlanChange.RemoveTask remove -> remove(remove);
            case PlanChange.AddLink(var from, var to, var type, var lag) ->
                link(change, from, to, type == null ? PlanChange.Type.FS : type, lag, true);
            case PlanChange.SetLink(var from, var to, var type, var lag) -> link(change, from, to, type, lag, false);
            case PlanChange.RemoveLink remove -> unlink(remove);
            case PlanChange.SetPlan set -> setPlan(set);
            case PlanChange.RestoreTasks restore -> restore(restore);
            case PlanChange.SetFacts set -> setFacts(set);
            case PlanChange.TakeFacts take -> throw new IllegalArgumentException("The facts are taken before.");
            case PlanChange.TakeProposal take -> made.add(take);
        }
    }

    private void add(PlanChange.AddTask add) {
        if (add.task() == null) throw Problem.invalid("task", "A task is to be added, and none is given.");
        if (draft.rows.size() >= MOST_TASKS)
            throw Problem.invalid("task", "A plan has at most %,d tasks.".formatted(MOST_TASKS));
        var id = add.task().id() == null ? ids.get() : add.task().id();
        if (id.isBlank() || id.length() > 200) throw Problem.invalid("id", "An id has 1 to 200 characters.");
        var task = new TaskId(id);
        if (draft.place(task) >= 0) throw Problem.invalid("id", "There is a task with the id “%s”.".formatted(id));
        var parent = parent(add.parent(), task);
        var after = sibling(add.after(), parent);
        var row = new TaskRow(TaskWriting.task(task, parent, add.task()), 0, null);
        touchKind(parent);
        draft.insert(List.of(row), parent, after, Boolean.TRUE.equals(add.last()));
        touches.add(Touches.added(id));
        if (parent != null) touches.add(Touches.beneath(parent.value()));
        made.add(new PlanChange.AddTask(add.task().withId(id), add.parent(), add.after(), add.last()));
        inverse.add(new PlanChange.RemoveTask(id));
    }

    private int need(@Nullable String id) {
        int place = id == null || id.isBlank() || id.length() > 200 ? -1 : draft.place(new TaskId(id));
        if (place < 0) throw unknownTask(String.valueOf(id));
        return place;
    }

    static Problem unknownTask(String id) {
        return Problem.of(422, "unknown-task", "No such task", "This plan has no task “%s”.".formatted(id))
                .hint("Maybe somebody has removed it; load the plan again.")
                .with("task", id);
    }

    private @Nullable TaskId parent(@Nullable String parent, TaskId child) {
        if (parent == null) return null;
        int depth = 1;
        for (TaskId at = draft.rows.get(need(parent)).id();
                at != null;
                at = draft.rows.get(draft.place(at)).parent()) {
            if (at.equals(child))
                throw Problem.of(
                                422,
                                "task-within-itself",
                                "A task can't stand beneath itself",
                                "“%s” would stand beneath itself.".formatted(name(child)))
                        .hint("Move it somewhere else, or move the other one out first.")
                        .with("task", child.value());
            if (++depth > DEEPEST) throw Problem.invalid("parent", "Tasks nest at most %d deep.".formatted(DEEPEST));
        }
        return new TaskId(parent);
    }

    private String name(TaskId task) {
        int place = draft.place(task);
        return place < 0 ? task.value() : draft.rows.get(place).task().name();
    }

    /// A sibling that has gone elsewhere meanwhile is no reason to refuse: the task comes last then.
    private @Nullable TaskId sibling(@Nullable String after, @Nullable TaskId parent) {
        if (after == null) return null;
        int place = draft.place(new TaskId(after));
        boolean beside = place >= 0 && Objects.equals(draft.rows.get(place).parent(), parent);
        if (beside) return new TaskId(after);
        TaskId last = null;
        for (var row : draft.rows) if (Objects.equals(row.parent(), parent)) last = row.id();
        return last;
    }

    private void touchKind(@Nullable TaskId parent) {
        if (parent != null && !draft.rows.get(draft.place(parent)).task().isSummary())
            touches.add(Touches.field(parent.value(), TaskField.KIND));
    }

    private void set(PlanChange.SetTask set) {
        int place = need(set.task());
        var row = draft.rows.get(place);
        var before = TaskWriting.fields(row.task());
        var task = extent(place, row.task(), set.set());
        for (var field : set.set().fields())
            task = TaskWriting.with(task, field, set.set().values());
        var after = TaskWriting.fields(task);
        var changed = EnumSet.noneOf(TaskField.class);
        for (var field : TaskField.values()) if (!Objects.equals(field.of(before), field.of(after))) changed.add(field);
        if (changed.isEmpty()) return;
        if (changed.contains(TaskField.KIND)) changed.add(TaskField.MINUTES);
        if (changed.contains(TaskField.MINUTES)) changed.add(TaskField.KIND);
        draft.set(place, row.with(task));
        for (var field : changed) touches.add(Touches.field(set.task(), field));
        made.add(new PlanChange.SetTask(set.task(), new TaskPatch(after, changed)));
        inverse.add(new PlanChange.SetTask(set.task(), new TaskPatch(before, changed)));
    }

    private Task extent(int place, Task task, TaskPatch set) {
        boolean beneath = draft.hasBeneath(place);
        if (beneath)
            for (var field : OF_WORK) if (set.has(field) && field.of(set.values()) != null) throw spansItsTasks(task);
        if (!set.has(TaskField.KIND) && !set.has(TaskField.MINUTES)) return task;
        var kind = set.has(TaskField.KIND) ? set.values().kind() : TaskWriting.kind(task.extent());
        if (beneath && (set.has(TaskField.MINUTES) || kind != TaskFields.Kind.summary)) throw spansItsTasks(task);
        var minutes = set.has(TaskField.MINUTES) ? set.values().minutes() : TaskWriting.minutes(task.extent());
        boolean lengthens = !set.has(TaskField.KIND)
                && (task.extent() instanceof TaskExtent.Milestone || task.extent() instanceof TaskExtent.Summary);
        var changed = task.withExtent(TaskWriting.extent(lengthens ? TaskFields.Kind.duration : kind, minutes));
        // Hours of people say nothing of hours by the clock.
        return TaskWriting.kind(changed.extent()) == TaskWriting.kind(task.extent())
                ? changed
                : changed.withRange(null);
    }

    private static Problem spansItsTasks(Task task) {
        return Problem.of(
                        422,
                        "summary-spans-its-tasks",
                        "A summary has no work of its own",
                        "“%s” lasts from the first to the last task beneath it, and is done by those who do these."
                                .formatted(task.name()))
                .hint("Change the tasks beneath it, or move them out first.")
                .with("task", task.id().value());
    }

    private void move(PlanChange.MoveTask move) {
        int place = need(move.task());
        var row = draft.rows.get(place);
        var parent = parent(move.parent(), row.id());
        var oldParent = row.parent();
        var oldAfter = draft.siblingBefore(place);
        var after = sibling(move.after(), parent);
        if (after != null && after.equals(row.id())) after = oldAfter;
        touchKind(parent);
        var subtree = draft.take(place);
        draft.insert(subtree, parent, after, Boolean.TRUE.equals(move.last()));
        int now = draft.place(row.id());
        if (Objects.equals(oldParent, parent) && Objects.equals(oldAfter, draft.siblingBefore(now))) {
            draft.set(now, draft.rows.get(now).withRank(row.rank()));
            return;
        }
        touches.add(Touches.place(move.task()));
        if (parent != null) touches.add(Touches.beneath(parent.value()));
        if (oldParent != null) touches.add(Touches.beneath(oldParent.value()));
        made.add(move);
        inverse.add(new PlanChange.MoveTask(move.task(), value(oldParent), value(oldAfter), null));
    }

    private static @Nullable String value(@Nullable TaskId id) {
        return id == null ? null : id.value();
    }

    /// What is gone already need not be removed again.
    private void remove(PlanChange.RemoveTask remove) {
        if (remove.task() == null) throw Problem.invalid("task", "A task is to be removed, and none is given.");
        int place = draft.place(new TaskId(remove.task()));
        if (place < 0) return;
        var after = draft.siblingBefore(place);
        var taken = draft.take(place);
        var gone = new HashSet<TaskId>();
        for (var row : taken) gone.add(row.id());
        var links = draft.linksTouching(gone);
        draft.links.removeAll(new HashSet<>(links));
        for (var row : taken) touches.add(Touches.removed(row.id().value()));
        for (var link : links) touches.add(Touches.link(link));
        made.add(remove);
        inverse.add(new PlanChange.RestoreTasks(
                taken.stream().map(PlanEdits::kept).toList(),
                value(after),
                links.stream().map(PlanJson.LinkDocument::of).toList()));
    }

    private static PlanChange.Kept kept(TaskRow row) {
        return new PlanChange.Kept(row.id().value(), value(row.parent()), row.rank(), PlanJson.TaskDocument.of(row));
    }

    private void restore(PlanChange.RestoreTasks restore) {
        var rows = new ArrayList<TaskRow>();
        for (var kept : restore.tasks()) rows.add(kept.document().row(kept.id(), kept.parent(), kept.rank()));
        var root = rows.getFirst();
        for (var row : rows)
            if (draft.place(row.id()) >= 0)
                throw Problem.invalid("id", "There is a task with the id “%s”.".formatted(row.id()));
        var parent = parent(value(root.parent()), root.id());
        touchKind(parent);
        draft.insert(rows, parent, sibling(restore.after(), parent), false);
        for (var row : rows) touches.add(Touches.added(row.id().value()));
        for (var document : restore.links()) {
            var link = document.link();
            if (draft.place(link.predecessor()) < 0 || draft.place(link.successor()) < 0) continue;
            draft.put(link);
            touches.add(Touches.link(link));
        }
        made.add(restore);
        inverse.add(new PlanChange.RemoveTask(root.id().value()));
    }

    private void link(
            PlanChange change,
            String predecessor,
            String successor,
            PlanChange.@Nullable Type type,
            PlanChange.@Nullable Delay lag,
            boolean isNew) {
        var from = draft.rows.get(need(predecessor)).id();
        var to = draft.rows.get(need(successor)).id();
        if (from.equals(to))
            throw Problem.of(
                            422,
                            "dependency-cycle",
                            "A task can't wait for itself",
                            "“%s” would wait for itself.".formatted(name(from)))
                    .hint("Link it to another task.")
                    .with("tasks", List.of(from.value()));
        if (lag != null && Math.abs(lag.value()) > LONGEST_LAG)
            throw Problem.invalid("lag", "A lag has at most twenty years.");
        var before = draft.linksOf(from, to);
        if (!isNew && before.isEmpty())
            throw Problem.of(422, "unknown-link", "No such link", "These two tasks are not linked.")
                    .hint("Maybe somebody has removed the link; load the plan again.")
                    .with("predecessor", predecessor)
                    .with("successor", successor);
        var link = linked(from, to, type, lag, before, isNew);
        if (before.contains(link)) return;
        boolean replaces = !isNew && before.size() == 1;
        if (replaces) draft.drop(before.getFirst());
        var sameType =
                before.stream().filter(each -> each.type() == link.type()).toList();
        draft.put(link);
        touches.add(Touches.link(link));
        made.add(change);
        if (replaces) inverse.add(set(before.getFirst()));
        else if (!sameType.isEmpty()) inverse.add(addLink(sameType.getFirst()));
        else inverse.add(new PlanChange.RemoveLink(predecessor, successor, PlanJson.type(link.type())));
    }

    private static Link linked(
            TaskId from,
            TaskId to,
            PlanChange.@Nullable Type type,
            PlanChange.@Nullable Delay lag,
            List<Link> before,
            boolean isNew) {
        LinkType kind = type != null ? PlanJson.type(type) : before.getFirst().type();
        Lag delay = lag == null && !isNew
                ? before.stream()
                        .filter(each -> each.type() == kind || before.size() == 1)
                        .map(Link::lag)
                        .findFirst()
                        .orElse(Lag.NONE)
                : PlanJson.lag(lag);
        return new Link(from, to, kind, delay);
    }

    private static PlanChange set(Link link) {
        var delay = PlanJson.delay(link.lag());
        return new PlanChange.SetLink(
                link.predecessor().value(),
                link.successor().value(),
                PlanJson.type(link.type()),
                delay == null ? new PlanChange.Delay(PlanChange.DelayKind.working, 0) : delay);
    }

    private static PlanChange addLink(Link link) {
        return new PlanChange.AddLink(
                link.predecessor().value(),
                link.successor().value(),
                PlanJson.type(link.type()),
                PlanJson.delay(link.lag()));
    }

    private void unlink(PlanChange.RemoveLink remove) {
        if (remove.predecessor() == null || remove.successor() == null)
            throw Problem.invalid("predecessor", "A link has two ends.");
        boolean any = false;
        for (var link : draft.linksOf(new TaskId(remove.predecessor()), new TaskId(remove.successor()))) {
            if (remove.type() != null && PlanJson.type(link.type()) != remove.type()) continue;
            draft.drop(link);
            touches.add(Touches.link(link));
            inverse.add(addLink(link));
            any = true;
        }
        if (any) made.add(remove);
    }

    private void setPlan(PlanChange.SetPlan change) {
        var set = change.set();
        if (set == null) throw Problem.invalid("set", "What is to be set is missing.");
        var name = set.name() == null ? plan.name() : planName(set.name());
        var zone = set.zone() == null ? plan.zone() : zone(set.zone());
        var start =
                set.start() == null ? plan.start() : Objects.requireNonNull(TaskWriting.moment("start", set.start()));
        var before = calendar(plan);
        var calendars = calendars(zone, set.calendar());
        var edited = new WrittenPlan(name, zone, start, plan.calendar(), calendars, plan.facts(), List.of(), List.of());
        if (plan.hasSameHead(edited)) return;
        if (!name.equals(plan.name())) touches.add(Touches.plan("name"));
        if (!start.equals(plan.start())) touches.add(Touches.plan("start"));
        if (!zone.equals(plan.zone())) touches.add(Touches.plan("zone"));
        if (set.calendar() != null) touches.add(Touches.plan("calendar"));
        made.add(change);
        inverse.add(new PlanChange.SetPlan(new PlanChange.PlanFields(
                set.name() == null ? null : plan.name(),
                set.start() == null ? null : plan.start(),
                set.zone() == null ? null : plan.zone().getId(),
                set.calendar() == null ? null : before)));
        plan = edited;
    }

    static String planName(String name) {
        var text = TaskWriting.name(name);
        if (text.isEmpty()) throw Problem.invalid("name", "A project needs a name.");
        return text;
    }

    static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", "There is no time zone “%s”.".formatted(zone))
                    .hint("Write it as Europe/Berlin.");
        }
    }

    static PlanChange.ProjectCalendar calendar(WrittenPlan plan) {
        var calendar = plan.projectCalendar();
        var exceptions = new TreeMap<String, List<String>>();
        calendar.exceptions()
                .forEach((date, ranges) -> exceptions.put(
                        date.toString(), ranges.stream().map(Week::text).toList()));
        return new PlanChange.ProjectCalendar(Week.of(calendar.week()), exceptions);
    }

    private List<WorkingCalendar> calendars(ZoneId zone, PlanChange.@Nullable ProjectCalendar set) {
        var calendars = new ArrayList<WorkingCalendar>();
        for (var each : plan.calendars()) {
            boolean own = each.id().equals(plan.calendar());
            if (!own || (set == null && zone.equals(plan.zone()))) calendars.add(each);
            else
                calendars.add(new WorkingCalendar(
                        each.id(),
                        each.name(),
                        zone.equals(plan.zone()) ? each.zone() : zone,
                        set == null ? each.week() : set.week().days(),
                        set == null || set.exceptions() == null ? each.exceptions() : exceptions(set)));
        }
        return calendars;
    }

    private static NavigableMap<LocalDate, List<TimeRange>> exceptions(PlanChange.ProjectCalendar set) {
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        Objects.requireNonNull(set.exceptions()).forEach((date, ranges) -> {
            try {
                exceptions.put(LocalDate.parse(date), Week.ranges(ranges));
            } catch (DateTimeException unreadable) {
                throw Problem.invalid("calendar", "“%s” is no date; write it as 2027-02-01.".formatted(date));
            }
        });
        return exceptions;
    }

    private void setFacts(PlanChange.SetFacts set) {
        var facts = set.facts().facts().sharing(plan.facts());
        if (facts.equals(plan.facts())) return;
        touches.add(Touches.plan("facts"));
        made.add(set);
        inverse.add(new PlanChange.SetFacts(PlanJson.FactsDocument.of(plan.facts())));
        plan = plan.withFacts(facts);
    }
}
