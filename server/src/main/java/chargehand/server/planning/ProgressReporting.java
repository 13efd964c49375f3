package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.planning.TaskFields.Actual;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What happened to tasks, told by whoever works on them: an edit of the plan like any other, without the right to any
/// other.
@Service
public class ProgressReporting {
    private final PlanEditing editing;
    private final WarmPlans warm;
    private final Scopes scopes;

    ProgressReporting(PlanEditing editing, WarmPlans warm, Scopes scopes) {
        this.editing = editing;
        this.warm = warm;
        this.scopes = scopes;
    }

    /// A task of a plan as it is now.
    ///
    /// @param start planned, as `finish`
    /// @param people who work on it, those who are persons
    public record Known(
            String name,
            Instant start,
            Instant finish,
            @Nullable Progress progress,
            @Nullable Instant notBefore,
            Set<UUID> people) {}

    /// @throws Problem 404 if there is no such task
    public Known task(UUID project, String task) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        int place = place(live, task);
        var written = live.plan().tasks().get(place);
        var at = live.calendar().tasks().get(place);
        var people = Stream.concat(
                        at.assignments().stream()
                                .map(ScheduledAssignment::resource)
                                .map(each -> each.value()),
                        named(written))
                .flatMap(each -> Facts.person(each).stream())
                .collect(Collectors.toSet());
        return new Known(written.name(), at.start(), at.finish(), written.progress(), written.notBefore(), people);
    }

    private static int place(LivePlan live, String task) {
        for (int i = 0; i < live.plan().tasks().size(); i++)
            if (live.plan().tasks().get(i).id().value().equals(task)) return i;
        throw Problem.notFound();
    }

    private static Stream<String> named(Task task) {
        return task.assignments().stream()
                .flatMap(each -> each.who() instanceof Who.Named(var who) ? Stream.of(who.value()) : Stream.empty());
    }

    /// @throws Problem 403 unless the caller works on the task, or may change its plan
    public void needOwn(Caller caller, UUID project, Known task) {
        if (caller.person() != null && task.people().contains(caller.person())) return;
        if (caller.may(Permission.PLAN_EDIT, project, scopes.client(project).orElse(null))) return;
        throw Problem.forbidden().hint("Whoever works on the task can do it, and whoever may change its plan.");
    }

    /// What came of it.
    ///
    /// @param version of the plan now
    /// @param moved how many other tasks stand elsewhere than before, summaries included
    /// @param finish of the whole project, and `was` before
    public record Told(long version, int moved, Instant finish, Instant was) {}

    /// @param progress null for a task that has not begun after all
    /// @param base the version that the caller saw: refused where somebody has told of this task since
    /// @param label what the step is called in the history
    public Told report(Caller caller, UUID project, String task, @Nullable Progress progress, long base, String label) {
        var before = warm.current(project).orElseThrow(Problem::notFound);
        var actual = progress == null ? null : actual(progress);
        var values = new TaskFields(null, null, null, null, null, null, null, null, null, null, actual, null, null);
        return told(before, set(caller, project, task, values, TaskField.PROGRESS, base, label), task);
    }

    private static Actual actual(Progress progress) {
        var remaining = progress.remaining();
        return new Actual(progress.started(), progress.finished(), remaining == null ? null : remaining.minutes());
    }

    private PlanDelta set(
            Caller caller, UUID project, String task, TaskFields values, TaskField field, long base, String label) {
        var patch = new TaskPatch(values, Set.of(field));
        return editing.apply(caller, project, List.of(new PlanChange.SetTask(task, patch)), base, label);
    }

    private static Told told(LivePlan before, PlanDelta delta, String task) {
        var places = before.places();
        int others = delta.moves() == null
                ? (int) delta.tasks().stream()
                        .filter(each -> !each.id().equals(task) && isElsewhere(before, places, each))
                        .count()
                : delta.moves().places().length;
        return new Told(
                delta.version(), others, delta.finish(), before.calendar().finish());
    }

    private static boolean isElsewhere(LivePlan before, Map<TaskId, Integer> places, PlanView.TaskView now) {
        var place = places.get(new TaskId(now.id()));
        if (place == null) return false;
        var was = before.calendar().tasks().get(place);
        return !was.start().equals(now.start()) || !was.finish().equals(now.finish());
    }

    /// The task may not begin earlier than then, since it waits for something; null takes that back.
    public Told holdUntil(Caller caller, UUID project, String task, @Nullable Instant until, String label) {
        var before = warm.current(project).orElseThrow(Problem::notFound);
        var values = new TaskFields(null, null, null, null, null, null, until, null, null, null, null, null, null);
        return told(before, set(caller, project, task, values, TaskField.NOT_BEFORE, before.version(), label), task);
    }
}
