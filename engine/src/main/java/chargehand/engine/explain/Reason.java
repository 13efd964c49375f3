package chargehand.engine.explain;

import chargehand.engine.plan.TaskId;
import java.util.List;

/// Why a task starts when it does: the causes that together keep it from starting earlier, the chief one first; empty
/// only for a summary without tasks.
public record Reason(TaskId task, List<Cause> causes) {
    public Reason {
        causes = List.copyOf(causes);
    }
}
