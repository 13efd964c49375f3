package chargehand.server.planning;

import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A task in its place among those with the same parent.
///
/// @param rank orders siblings; says nothing else
/// @param leaf what a summary was before it got tasks beneath it, and will be again when the last one leaves; or null
record TaskRow(Task task, double rank, @Nullable Task leaf) {
    TaskId id() {
        return task.id();
    }

    @Nullable
    TaskId parent() {
        return task.parent();
    }

    TaskRow with(Task changed) {
        return new TaskRow(changed, rank, leaf);
    }

    TaskRow withRank(double newRank) {
        return new TaskRow(task, newRank, leaf);
    }
}
