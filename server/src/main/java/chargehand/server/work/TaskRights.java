package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import chargehand.server.shared.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may what about a task, beyond what a role allows everywhere: whoever works on it.
@Component
class TaskRights {
    private static final int LONGEST_ID = 200;

    private final OwnTasks tasks;

    TaskRights(OwnTasks tasks) {
        this.tasks = tasks;
    }

    /// @throws Problem 404 if there is no such task
    Head task(UUID project, String task) {
        if (task.isBlank() || task.length() > LONGEST_ID) throw Problem.notFound();
        var key = new TaskKey(project, task);
        var head = tasks.heads(List.of(key)).get(key);
        if (head == null) throw Problem.notFound();
        return head;
    }

    boolean isIn(Caller caller, Head task) {
        return caller.may(Permission.WORK_SEE, task.key().project(), task.client());
    }

    boolean plans(Caller caller, Head task) {
        return caller.may(Permission.PLAN_EDIT, task.key().project(), task.client());
    }

    boolean worksOn(Caller caller, Head task) {
        return caller.person() != null && task.people().contains(caller.person());
    }

    /// @throws Problem 403 for others than those who work on it or plan it
    void needOwn(Caller caller, Head task) {
        if (!worksOn(caller, task) && !plans(caller, task))
            throw Problem.forbidden().hint("Whoever works on the task can do it, and whoever may change its plan.");
    }
}
