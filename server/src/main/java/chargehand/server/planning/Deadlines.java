package chargehand.server.planning;

import chargehand.engine.plan.Deadline;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The promised dates of tasks as plans have them: for whoever keeps account of promises.
@Service
public class Deadlines {
    private final PlanEditing editing;
    private final PlanChanges history;
    private final WarmPlans warm;

    Deadlines(PlanEditing editing, PlanChanges history, WarmPlans warm) {
        this.editing = editing;
        this.history = history;
        this.warm = warm;
    }

    /// Writes one into the plan, or takes it out, as a step of its own.
    ///
    /// @return the version that it made
    public long set(Caller caller, UUID project, String task, @Nullable Deadline deadline, String label) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var promise = deadline == null ? null : new TaskFields.Promise(deadline.by(), deadline.promisedTo());
        var values = new TaskFields(null, null, null, null, null, null, null, null, promise, null, null, null, null);
        var change = new PlanChange.SetTask(task, new TaskPatch(values, Set.of(TaskField.DEADLINE)));
        return editing.apply(caller, project, List.of(change), live.version(), label)
                .version();
    }

    /// A step of the plan that gave a task another promised date.
    ///
    /// @param was null where there was none before, and `by` where there is none any more
    public record Moved(
            long version, @Nullable Instant was, @Nullable Instant by, UUID account, String name, Instant at) {}

    /// In order; steps that were taken back, and what took them back, are among them.
    public List<Moved> moved(UUID project, String task) {
        var moved = new ArrayList<Moved>();
        for (var step : history.touching(project, Touches.field(task, TaskField.DEADLINE))) {
            var content = history.content(project, step.version());
            var was = deadline(content.inverse(), task);
            var by = deadline(content.changes(), task);
            if (Objects.equals(was, by)) continue;
            moved.add(new Moved(step.version(), was, by, step.author(), step.authorName(), step.at()));
        }
        return moved;
    }

    private static @Nullable Instant deadline(List<PlanChange> changes, String task) {
        return changes.stream()
                .filter(PlanChange.SetTask.class::isInstance)
                .map(PlanChange.SetTask.class::cast)
                .filter(each -> each.task().equals(task) && each.set().has(TaskField.DEADLINE))
                .map(each -> each.set().values().deadline())
                .filter(Objects::nonNull)
                .map(TaskFields.Promise::by)
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
