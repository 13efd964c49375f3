package chargehand.server.planning;

import chargehand.engine.plan.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a step of the history is called if whoever made it did not say: a short English sentence.
final class Labels {
    private static final int LONGEST = 200;

    private Labels() {}

    static String of(@Nullable String given, List<PlanChange> changes, WrittenPlan before) {
        if (given != null && !given.isBlank())
            return given.strip().substring(0, Math.min(LONGEST, given.strip().length()));
        var label = changes.isEmpty() ? "Nothing" : one(changes.getFirst(), before);
        var more = changes.size() > 1 ? " and %d more".formatted(changes.size() - 1) : "";
        return label.substring(0, Math.min(LONGEST - more.length(), label.length())) + more;
    }

    private static String one(PlanChange change, WrittenPlan plan) {
        return switch (change) {
            case PlanChange.AddTask add -> "Add “%s”".formatted(add.task().name());
            case PlanChange.SetTask set -> "Change “%s”".formatted(name(plan, set.task()));
            case PlanChange.MoveTask move -> "Move “%s”".formatted(name(plan, move.task()));
            case PlanChange.RemoveTask remove -> "Remove “%s”".formatted(name(plan, remove.task()));
            case PlanChange.AddLink link ->
                "Link “%s” to “%s”".formatted(name(plan, link.predecessor()), name(plan, link.successor()));
            case PlanChange.SetLink link ->
                "Change the link from “%s” to “%s”"
                        .formatted(name(plan, link.predecessor()), name(plan, link.successor()));
            case PlanChange.RemoveLink link ->
                "Unlink “%s” from “%s”".formatted(name(plan, link.predecessor()), name(plan, link.successor()));
            case PlanChange.SetPlan set -> "Change the project";
            case PlanChange.TakeFacts take -> "Take people as they are now";
            case PlanChange.SetFacts set -> "Take people as they are now";
            case PlanChange.TakeProposal take -> "Take a better calendar";
            case PlanChange.RestoreTasks restore ->
                "Restore “%s”"
                        .formatted(restore.tasks().getFirst().document().task().name());
        };
    }

    private static String name(WrittenPlan plan, String task) {
        var id = new TaskId(task);
        return plan.rows().stream()
                .filter(row -> row.id().equals(id))
                .map(row -> row.task().name())
                .findFirst()
                .orElse(task);
    }
}
