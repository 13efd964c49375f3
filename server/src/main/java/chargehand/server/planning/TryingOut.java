package chargehand.server.planning;

import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Drafts in which one thing is tried already: for whoever has found something that might help.
@Service
public class TryingOut {
    private static final int WHOLE = 100;

    private final Drafting drafting;
    private final PlanEditing editing;
    private final WarmPlans warm;

    TryingOut(Drafting drafting, PlanEditing editing, WarmPlans warm) {
        this.drafting = drafting;
        this.editing = editing;
        this.warm = warm;
    }

    /// A draft in which a task has other work, and maybe somebody more who does it.
    ///
    /// @param minutes as the task's kind counts them
    /// @param resource who comes to it, or null for nobody
    /// @return the draft
    @Transactional
    public UUID begin(Caller caller, UUID project, String name, String task, long minutes, @Nullable String resource) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var place = live.places().get(new TaskId(task));
        if (place == null) throw Problem.notFound();
        var before = TaskWriting.fields(live.plan().tasks().get(place));
        var fields = EnumSet.of(TaskField.MINUTES);
        var assigned = before.assignments() == null ? List.<TaskFields.Assigned>of() : before.assignments();
        if (resource != null) {
            fields.add(TaskField.ASSIGNMENTS);
            assigned = new ArrayList<>(assigned);
            assigned.add(new TaskFields.Assigned(resource, null, WHOLE, null));
        }
        var values =
                new TaskFields(null, null, null, minutes, assigned, null, null, null, null, null, null, null, null);
        var draft = drafting.begin(caller, project, name);
        editing.apply(caller, draft, List.of(new PlanChange.SetTask(task, new TaskPatch(values, fields))), 1, null);
        return draft;
    }
}
