package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.planning.TaskFields.Between;
import chargehand.server.shared.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes an estimate that was made elsewhere into a plan: an edit like any other, that can be taken back.
@Service
public class EstimateTaking {
    private final PlanEditing editing;
    private final WarmPlans warm;

    EstimateTaking(PlanEditing editing, WarmPlans warm) {
        this.editing = editing;
        this.warm = warm;
    }

    /// How sure one is: less than the one in one case of ten, more than the other in one of ten.
    public record Range(long low, long high) {}

    /// @param minutes of what the task is measured in already: work, working time, or time by the clock
    /// @param range null for a single figure; one that the task had goes
    /// @param label what the step is called in the history
    /// @throws Problem 404 if there is no such task; 422 for an estimate that can't be
    public void take(Caller caller, UUID project, String task, long minutes, @Nullable Range range, String label) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var between = range == null ? null : new Between(range.low(), range.high());
        var values = new TaskFields(null, null, null, minutes, null, null, null, null, null, null, null, null, between);
        var patch = new TaskPatch(values, Set.of(TaskField.MINUTES, TaskField.RANGE));
        editing.apply(caller, project, List.of(new PlanChange.SetTask(task, patch)), live.version(), label);
    }
}
