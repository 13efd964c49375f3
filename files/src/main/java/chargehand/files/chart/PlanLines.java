package chargehand.files.chart;

import chargehand.engine.explain.Reason;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.files.Planned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts plan, calendar, forecast and reasons together, task by task.
final class PlanLines {
    private PlanLines() {}

    /// In the order of the plan.
    static List<TaskLine> of(Planned planned) {
        var plan = planned.plan();
        var parents = parents(plan);
        var levels = new HashMap<TaskId, Integer>();
        var names = names(plan);
        var reasons = planned.reasons().stream().collect(Collectors.toMap(Reason::task, each -> each, (a, b) -> a));
        var lines = new ArrayList<TaskLine>();
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            var scheduled = planned.calendar().tasks().get(i);
            levels.put(task.id(), level(task, levels));
            lines.add(new TaskLine(
                    task,
                    i,
                    task.wbs().isBlank() ? Integer.toString(i + 1) : task.wbs(),
                    levels.get(task.id()),
                    parents.contains(task.id()),
                    scheduled,
                    planned.forecast().tasks().get(i),
                    planned.forecast().kept().get(task.id()),
                    reasons.getOrDefault(task.id(), new Reason(task.id(), List.of())),
                    who(scheduled, names)));
        }
        return lines;
    }

    /// What each resource is called in words.
    static Map<ResourceId, String> names(Plan plan) {
        return plan.resources().stream().collect(Collectors.toMap(each -> each.id(), each -> each.name(), (a, b) -> a));
    }

    private static Set<TaskId> parents(Plan plan) {
        var parents = new HashSet<TaskId>();
        for (var task : plan.tasks()) {
            var parent = task.parent();
            if (parent != null) parents.add(parent);
        }
        return parents;
    }

    /// A summary stands before those beneath it, so the parent's level is known.
    private static int level(Task task, Map<TaskId, Integer> levels) {
        var parent = task.parent();
        return parent == null ? 0 : levels.getOrDefault(parent, -1) + 1;
    }

    private static List<String> who(ScheduledTask scheduled, Map<ResourceId, String> names) {
        return scheduled.assignments().stream()
                .map(each -> names.getOrDefault(each.resource(), each.resource().value()))
                .distinct()
                .toList();
    }
}
