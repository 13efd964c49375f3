package chargehand.engine.levelling;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tasks of the plan before an edit, found by place where that is still right, else by id.
final class OldTasks {
    private final List<Task> tasks;
    private final Map<TaskId, Task> byId = new HashMap<>();

    OldTasks(Plan old) {
        tasks = old.tasks();
    }

    @Nullable
    Task at(int place, TaskId id) {
        if (place < tasks.size() && tasks.get(place).id().equals(id)) return tasks.get(place);
        return of(id);
    }

    @Nullable
    Task of(TaskId id) {
        if (byId.isEmpty()) for (var task : tasks) byId.put(task.id(), task);
        return byId.get(id);
    }
}
