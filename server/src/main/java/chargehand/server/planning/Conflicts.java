package chargehand.server.planning;

import chargehand.engine.plan.TaskId;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a change made on an older version can be made on today's: it can where nothing that it
/// touches was changed
/// since.
final class Conflicts {
    private final LivePlan current;
    private final Map<String, PlanChanges.Step> since = new HashMap<>();
    private final List<Conflict> found = new ArrayList<>();

    /// Both values of what two people changed.
    ///
    /// @param yours what was asked for, and `theirs` what is there now; absent is nothing
    /// @param by who changed it since, and `at` when
    record Conflict(
            @Nullable String task,
            String field,
            @Nullable Object yours,
            @Nullable Object theirs,
            String by,
            Instant at) {}

    private Conflicts(LivePlan current, List<PlanChanges.Step> steps) {
        this.current = current;
        for (var step : standing(steps)) for (var touch : step.touches()) since.put(touch, step);
    }

    /// Without what was taken back within these steps, and the taking back.
    static List<PlanChanges.Step> standing(List<PlanChanges.Step> steps) {
        var versions = new HashSet<Long>();
        for (var step : steps) versions.add(step.version());
        return steps.stream()
                .filter(each -> each.undoneBy() == null)
                .filter(each -> each.kind() != PlanChanges.Kind.undo || !versions.contains(each.undoes()))
                .toList();
    }

    /// @param steps what was changed since the version that the changes were made on
    /// @throws Problem that has both values of each field, if there is any
    static void refuse(LivePlan current, List<PlanChange> changes, List<PlanChanges.Step> steps) {
        if (steps.isEmpty()) return;
        var found = of(current, changes, steps);
        if (!found.isEmpty()) throw problem(current.version(), found);
    }

    /// What of these changes was changed by others, without refusing anything.
    static List<Conflict> of(LivePlan current, List<PlanChange> changes, List<PlanChanges.Step> steps) {
        var conflicts = new Conflicts(current, steps);
        var own = new HashSet<String>();
        for (var change : changes) conflicts.look(change, own);
        return List.copyOf(conflicts.found);
    }

    static Problem problem(long version, List<Conflict> conflicts) {
        return Problem.of(
                        412,
                        "plan-conflict",
                        "Somebody else changed the same",
                        "The plan is at version %d now, and what you changed was changed there too.".formatted(version))
                .hint("Look at both values and choose one.")
                .with("version", version)
                .with("conflicts", conflicts);
    }

    private void look(PlanChange change, Set<String> own) {
        switch (change) {
            case PlanChange.AddTask(var task, var parent, var after, var last) -> {
                if (task != null && task.id() != null) own.add(task.id());
                lookFor(parent, "parent", task, own);
            }
            case PlanChange.SetTask set -> lookAt(set, own);
            case PlanChange.MoveTask(var task, var parent, var after, var last) -> {
                if (lookFor(task, "place", parent, own)) look(Touches.place(task), task, "place", parent, null);
                lookFor(parent, "parent", task, own);
            }
            case PlanChange.RemoveTask(var task) -> lookBeneath(task);
            case PlanChange.AddLink(var from, var to, var type, var lag) -> lookAt(from, to, change, own);
            case PlanChange.SetLink(var from, var to, var type, var lag) -> lookAt(from, to, change, own);
            case PlanChange.RemoveLink(var from, var to, var type) ->
                look(Touches.link(from, to), to, "link", null, link(from, to));
            case PlanChange.SetPlan(var set) -> lookAt(set);
            case PlanChange.RestoreTasks restore ->
                lookFor(restore.tasks().getFirst().parent(), "parent", null, own);
            case PlanChange.SetFacts facts -> look(Touches.plan("facts"), null, "facts", null, null);
            case PlanChange.TakeFacts facts -> {}
            case PlanChange.TakeProposal proposal -> {}
        }
    }

    /// Whether the task is still there; that somebody removed it is a conflict, that it never was is not.
    private boolean lookFor(@Nullable String task, String field, @Nullable Object yours, Set<String> own) {
        if (task == null || own.contains(task)) return false;
        var step = since.get(Touches.removed(task));
        if (step == null) return true;
        boolean isThere = current.written().rows().stream()
                .anyMatch(row -> row.id().value().equals(task));
        if (!isThere) found.add(new Conflict(task, field, yours, "removed", step.authorName(), step.at()));
        return isThere;
    }

    private void look(
            String touch, @Nullable String task, String field, @Nullable Object yours, @Nullable Object theirs) {
        var step = since.get(touch);
        if (step != null) found.add(new Conflict(task, field, yours, theirs, step.authorName(), step.at()));
    }

    private void lookAt(PlanChange.SetTask set, Set<String> own) {
        if (set.task() == null || set.set() == null) return;
        var fields = set.set().fields().stream().sorted().toList();
        if (fields.isEmpty()
                || !lookFor(
                        set.task(),
                        fields.getFirst().key(),
                        fields.getFirst().of(set.set().values()),
                        own)) return;
        TaskFields now = null;
        for (var field : fields) {
            if (!since.containsKey(Touches.field(set.task(), field))) continue;
            if (now == null) now = fields(set.task());
            if (now == null) return;
            var yours = field.of(set.set().values());
            var theirs = field.of(now);
            if (!Objects.equals(yours, theirs))
                look(Touches.field(set.task(), field), set.task(), field.key(), yours, theirs);
        }
    }

    private @Nullable TaskFields fields(String task) {
        return current.plan().task(new TaskId(task)).map(TaskWriting::fields).orElse(null);
    }

    /// A removal takes all beneath and all links with it, so none of that may be new to whoever asked
    /// for it.
    private void lookBeneath(@Nullable String task) {
        if (task == null) return;
        var gone = new HashSet<String>();
        for (var row : current.written().rows()) {
            boolean within = row.id().value().equals(task)
                    || row.parent() != null && gone.contains(row.parent().value());
            if (within) gone.add(row.id().value());
        }
        var byTask = new LinkedHashMap<String, PlanChanges.Step>();
        since.forEach((touch, step) -> {
            if (touch.startsWith("t:")) {
                var id = touch.substring(2, touch.lastIndexOf(':'));
                if (gone.contains(id)) byTask.put(id, step);
            } else if (Touches.isLink(touch)) {
                int arrow = touch.indexOf('>');
                if (gone.contains(touch.substring(2, arrow))) byTask.put(touch.substring(2, arrow), step);
                if (gone.contains(touch.substring(arrow + 1))) byTask.put(touch.substring(arrow + 1), step);
            }
        });
        byTask.forEach((id, step) ->
                found.add(new Conflict(id, "removed", "removed", fields(id), step.authorName(), step.at())));
    }

    private void lookAt(String from, String to, PlanChange yours, Set<String> own) {
        if (!lookFor(from, "link", yours, own) & !lookFor(to, "link", yours, own)) return;
        var theirs = link(from, to);
        boolean same = theirs != null
                && yours instanceof PlanChange.AddLink add
                && theirs.equals(new PlanView.LinkView(
                        from, to, add.type() == null ? PlanChange.Type.FS : add.type(), add.lag()));
        if (!same) look(Touches.link(from, to), to, "link", yours, theirs);
    }

    private PlanView.@Nullable LinkView link(String from, String to) {
        return PlanViews.links(current.written().links()).stream()
                .filter(each ->
                        each.predecessor().equals(from) && each.successor().equals(to))
                .findFirst()
                .orElse(null);
    }

    private void lookAt(PlanChange.@Nullable PlanFields set) {
        if (set == null) return;
        var now = current.written();
        if (set.name() != null) look(Touches.plan("name"), null, "name", set.name(), now.name());
        if (set.start() != null) look(Touches.plan("start"), null, "start", set.start(), now.start());
        if (set.zone() != null)
            look(Touches.plan("zone"), null, "zone", set.zone(), now.zone().getId());
        if (set.calendar() != null)
            look(Touches.plan("calendar"), null, "calendar", set.calendar(), PlanEdits.calendar(now));
    }
}
