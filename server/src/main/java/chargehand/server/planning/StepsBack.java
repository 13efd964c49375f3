package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Caller;
import chargehand.server.planning.PlanChanges.Kind;
import chargehand.server.planning.PlanEdits.Edited;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What taking back a step, or making it again, makes of a plan.
@Component
class StepsBack {
    private final PlanChanges history;
    private final Clock clock;

    StepsBack(PlanChanges history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /// @param version the step that is meant, or null for the caller's last one; nothing if it was taken back already
    Attempt undo(Caller caller, LivePlan old, @Nullable Long version, Instant now) {
        var step = history.undoable(old.project(), caller.account());
        if (version == null
                || step.map(PlanChanges.Step::version).filter(version::equals).isPresent())
            return takeBack(old, step.orElseThrow(() -> nothingTo("undo")), Kind.undo, now);
        if (isUndone(old.project(), caller, version)) return Attempt.nothing(old);
        throw nothingTo("undo");
    }

    private boolean isUndone(UUID project, Caller caller, long version) {
        return history.page(project, version + 1, 1).stream()
                .anyMatch(each ->
                        each.version() == version && each.author().equals(caller.account()) && each.undoneBy() != null);
    }

    Attempt redo(Caller caller, LivePlan old, Instant now) {
        var step = history.redoable(old.project(), caller.account()).orElseThrow(() -> nothingTo("redo"));
        return takeBack(old, step, Kind.redo, now);
    }

    private static Problem nothingTo(String what) {
        return Problem.of(
                        409,
                        "nothing-to-" + what,
                        "There is nothing to " + what,
                        "None of your changes to this plan is left to " + what + ".")
                .hint("Changes of others are theirs to take back.");
    }

    private Attempt takeBack(LivePlan old, PlanChanges.Step step, Kind kind, Instant now) {
        var project = old.project();
        var content = history.content(project, step.version());
        var between = history.since(project, step.version());
        Conflicts.refuse(old, content.inverse(), between);
        var edited = PlanEdits.apply(
                old.written(), content.inverse(), () -> Ids.next(clock).toString());
        boolean exact = Conflicts.standing(between).isEmpty()
                && between.stream().allMatch(each -> each.kind() != Kind.undo || each.exact());
        var calendar = exact ? restored(edited.plan(), old, content.before(), now) : null;
        if (calendar == null && content.changes().stream().anyMatch(PlanChange.TakeProposal.class::isInstance))
            throw nothingTo(kind.name()).with("version", step.version());
        return new Attempt(
                new Edited(edited.plan(), content.inverse(), content.changes(), edited.touches()),
                calendar,
                kind,
                step.label(),
                step.version(),
                calendar != null);
    }

    /// The calendar with tasks back where they were, or null if one of them was nowhere.
    private static @Nullable Calendar restored(
            WrittenPlan written, LivePlan old, List<ScheduledTask> before, Instant now) {
        var at = new HashMap<TaskId, ScheduledTask>();
        for (var each : old.calendar().tasks()) at.put(each.task(), each);
        for (var each : before) at.put(each.task(), each);
        var tasks = new ArrayList<ScheduledTask>();
        for (var row : written.rows()) {
            var task = at.get(row.id());
            if (task == null) return null;
            tasks.add(task);
        }
        return PlacedTasks.measured(written.plan(), PlacedTasks.in(old.calendar(), tasks), now);
    }
}
