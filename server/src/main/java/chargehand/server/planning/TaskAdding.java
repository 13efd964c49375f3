package chargehand.server.planning;

import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Task;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Adds tasks that were made elsewhere to a plan, at its end, as one step that can be taken back.
@Service
public class TaskAdding {
    /// So many tasks and links fit into a step.
    public static final int MOST = 4_000;

    private final PlanEditing editing;
    private final WarmPlans warm;

    TaskAdding(PlanEditing editing, WarmPlans warm) {
        this.editing = editing;
        this.warm = warm;
    }

    /// @param tasks each after the summary that it stands beneath
    /// @param links from finish to start, without lag
    /// @param label what the step is called in the history
    /// @throws Problem 404 if there is no such project
    public void add(Caller caller, UUID project, List<Task> tasks, List<Link> links, String label) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        if (live.draft()) throw Problem.invalid("project", "A draft has the work of its plan.");
        var changes = new ArrayList<PlanChange>();
        for (var task : tasks)
            changes.add(new PlanChange.AddTask(
                    fields(task), task.parent() == null ? null : task.parent().value(), null, true));
        for (var link : links) changes.add(change(link));
        editing.apply(caller, project, changes, live.version(), label);
    }

    private static TaskFields fields(Task task) {
        return TaskWriting.fields(task).withId(task.id().value());
    }

    private static PlanChange change(Link link) {
        if (link.type() != LinkType.FS || !link.lag().isNone())
            throw new IllegalArgumentException("Only links from finish to start are added, not %s.".formatted(link));
        return new PlanChange.AddLink(
                link.predecessor().value(), link.successor().value(), null, null);
    }
}
