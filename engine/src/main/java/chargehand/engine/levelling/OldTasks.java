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

    /// What a task was before, or null if it is new.
    ///
    /// @param place where it stands now
    @Nullable
    Task of(int place, Task task) {
        var there = place < tasks.size() ? tasks.get(place) : null;
        if (there == task || there != null && there.id().equals(task.id())) return there;
        if (byId.isEmpty()) for (var each : tasks) byId.put(each.id(), each);
        return byId.get(task.id());
    }
}
