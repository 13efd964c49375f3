package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What it does to a plan if a task takes longer than was thought.
@Service
public class Setbacks {
    private static final int MOST_MINUTES = 250 * 480;

    private final PlanEditing editing;
    private final WarmPlans warm;

    Setbacks(PlanEditing editing, WarmPlans warm) {
        this.editing = editing;
        this.warm = warm;
    }

    /// @param task when it would finish, and `taskWas` when it does now
    /// @param finish of the whole project then, and `was` now
    /// @param moved how many other tasks would stand elsewhere, summaries aside
    /// @param people who would work at other times than now
    public record Setback(
            Instant task,
            Instant taskWas,
            Instant finish,
            Instant was,
            int moved,
            Set<UUID> people,
            List<Promise> promises) {}

    /// A promise whose task would be done at another time.
    ///
    /// @param planned when it would be done, and `was` when it is now
    public record Promise(
            String task, String name, Instant by, @Nullable String promisedTo, Instant planned, Instant was) {
        public boolean isMissed() {
            return planned.isAfter(by);
        }

        public boolean wasMissed() {
            return was.isAfter(by);
        }
    }

    /// @param minutes more of its work; at least 1
    /// @throws Problem for a task that can't take longer: a milestone, a summary, one that is done
    public Setback of(UUID project, String task, int minutes) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var tried = editing.tried(project, List.of(longer(live, task, minutes)));
        var places = tried.before().places();
        var people = new LinkedHashSet<UUID>();
        var promises = new ArrayList<Promise>();
        int moved = 0;
        var self = new TaskId(task);
        var now = new HashMap<TaskId, ScheduledTask>();
        for (var each : tried.plan().calendar().tasks()) now.put(each.task(), each);
        for (var each : tried.plan().plan().tasks()) {
            var place = places.get(each.id());
            var then = now.get(each.id());
            if (place == null || then == null) continue;
            var was = tried.before().calendar().tasks().get(place);
            if (then.start().equals(was.start()) && then.finish().equals(was.finish())) continue;
            if (each.deadline() != null) promises.add(promise(each, then, was));
            if (each.isSummary() || each.id().equals(self)) continue;
            moved++;
            for (var work : then.assignments())
                Facts.person(work.resource().value()).ifPresent(people::add);
        }
        var at = now.get(self);
        var before = tried.before().calendar().tasks().get(place(tried.before(), self));
        if (at == null) throw Problem.notFound();
        return new Setback(
                at.finish(),
                before.finish(),
                tried.plan().calendar().finish(),
                tried.before().calendar().finish(),
                moved,
                people,
                promises);
    }

    private static Promise promise(chargehand.engine.plan.Task task, ScheduledTask then, ScheduledTask was) {
        var deadline = java.util.Objects.requireNonNull(task.deadline());
        return new Promise(
                task.id().value(), task.name(), deadline.by(), deadline.promisedTo(), then.finish(), was.finish());
    }

    private static int place(LivePlan live, TaskId task) {
        Map<TaskId, Integer> places = live.places();
        var place = places.get(task);
        if (place == null) throw Problem.notFound();
        return place;
    }

    /// Takes it into the plan: from now on the task is so much longer.
    ///
    /// @return the version of the plan
    public long take(Caller caller, UUID project, String task, int minutes, String label) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        return editing.apply(caller, project, List.of(longer(live, task, minutes)), live.version(), label)
                .version();
    }

    private static PlanChange longer(LivePlan live, String id, int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES)
            throw Problem.invalid("costMinutes", "%d minutes can't be lost.".formatted(minutes));
        var task = live.plan().tasks().get(place(live, new TaskId(id)));
        var fields = TaskWriting.fields(task);
        var all = fields.minutes();
        var progress = fields.progress();
        if (all == null || progress != null && progress.finished() != null)
            throw Problem.invalid("task", "“%s” can't take longer.".formatted(task.name()))
                    .hint("A milestone and a summary have no work of their own, and what is done takes no more.");
        if (progress == null) return set(id, values(all + minutes, null), TaskField.MINUTES);
        long left = progress.remainingMinutes() == null ? all : progress.remainingMinutes();
        var told = new TaskFields.Actual(progress.started(), null, Math.toIntExact(left + minutes));
        return set(id, values(null, told), TaskField.PROGRESS);
    }

    private static TaskFields values(@Nullable Long minutes, TaskFields.@Nullable Actual progress) {
        return new TaskFields(null, null, null, minutes, null, null, null, null, null, null, progress, null, null);
    }

    private static PlanChange set(String task, TaskFields values, TaskField field) {
        return new PlanChange.SetTask(task, new TaskPatch(values, Set.of(field)));
    }
}
