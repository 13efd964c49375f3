package chargehand.engine.network;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import java.util.Map;

/// Which task stands beneath which.
public final class Hierarchy {
    private final int[] parent;
    private final boolean[] summary;

    public Hierarchy(Plan plan, Map<TaskId, Integer> positions) {
        int n = plan.tasks().size();
        parent = new int[n];
        summary = new boolean[n];
        for (int i = 0; i < n; i++) {
            var task = plan.tasks().get(i);
            var above = task.parent();
            parent[i] = above == null ? -1 : positions.getOrDefault(above, -1);
            summary[i] = task.isSummary();
        }
    }

    /// The place of the task above, or -1 at the top.
    public int parent(int task) {
        return parent[task];
    }

    public boolean isSummary(int task) {
        return summary[task];
    }

    /// Whether `above` is a summary somewhere over `task`, or that task itself.
    public boolean isWithin(int task, int above) {
        for (int at = task; at >= 0; at = parent[at]) if (at == above) return true;
        return false;
    }
}
