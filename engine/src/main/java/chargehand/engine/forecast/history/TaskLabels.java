package chargehand.engine.forecast.history;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What tells one task of a plan from another, in the words that a history has for it.
public final class TaskLabels {
    /// The kind of what passes by itself, within its family.
    public static final String WAITING = "waiting";

    private final Around around;
    private final Map<ResourceId, Resource> resources = new HashMap<>();
    private final Map<TaskId, ScheduledTask> scheduled = new HashMap<>();

    /// What a plan doesn't say.
    ///
    /// @param family of kinds to which its tasks belong, as "software"; empty for none
    /// @param requester whom it is for, or null
    /// @param having how many people have each skill
    /// @param persons what a history calls those who are not called by their ids
    /// @param teams to which people belong
    public record Around(
            @Nullable String project,
            String family,
            @Nullable String requester,
            Map<String, Integer> having,
            Map<ResourceId, String> persons,
            Map<ResourceId, String> teams) {
        /// Of a plan by itself: its name, and the skills of the people in it.
        public static Around of(Plan plan) {
            var having = new HashMap<String, Integer>();
            var persons = new HashMap<ResourceId, String>();
            for (var each : plan.resources()) {
                persons.put(each.id(), each.name());
                for (var skill : each.skills()) having.merge(skill, 1, Integer::sum);
            }
            return new Around(plan.name(), "", null, having, persons, Map.of());
        }
    }

    public TaskLabels(Plan plan, Calendar calendar, Around around) {
        this.around = around;
        for (var each : plan.resources()) resources.put(each.id(), each);
        for (var each : calendar.tasks()) scheduled.put(each.task(), each);
    }

    /// The task as work that is to be forecast at a moment; only of one that takes time.
    public Work work(Task task, Instant known) {
        return new Work(task.id().value(), of(task), FinishedTasks.estimate(task), known, HoursRange.of(task));
    }

    public Labels of(Task task) {
        var who = who(task);
        return new Labels(
                who == null
                        ? null
                        : around.persons().getOrDefault(who.id(), who.id().value()),
                who == null ? null : around.teams().get(who.id()),
                around.project(),
                kind(task, who),
                task.parent() == null ? null : task.parent().value(),
                around.requester(),
                null);
    }

    /// The first who is at work on it, by the calendar.
    private @Nullable Resource who(Task task) {
        var at = scheduled.get(task.id());
        if (at == null || at.assignments().isEmpty()) return null;
        return resources.get(at.assignments().getFirst().resource());
    }

    /// The skill that is asked for, or else that of whoever does it which most people have: so that nearly every kind
    /// is several people's.
    private @Nullable String kind(Task task, @Nullable Resource who) {
        if (task.extent() instanceof TaskExtent.ByElapsedTime) return within(WAITING);
        for (var each : task.assignments()) if (each.who() instanceof Who.AnyoneWith(var skill)) return within(skill);
        if (who == null) return family();
        return who.skills().stream()
                .max(Comparator.<String>comparingInt(skill -> around.having().getOrDefault(skill, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .map(this::within)
                .orElse(family());
    }

    private @Nullable String family() {
        return around.family().isEmpty() ? null : around.family();
    }

    private String within(String kind) {
        return around.family().isEmpty() ? kind : around.family() + "/" + kind;
    }
}
