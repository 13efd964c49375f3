package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Plans and their calendars, to read.
@Service
public class PlanReading {
    private final Plans plans;
    private final WarmPlans warm;
    private final PlanEditing editing;
    private final PlanChanges changes;
    private final Baselines baselines;
    private final Scopes scopes;

    PlanReading(
            Plans plans, WarmPlans warm, PlanEditing editing, PlanChanges changes, Baselines baselines, Scopes scopes) {
        this.plans = plans;
        this.warm = warm;
        this.editing = editing;
        this.changes = changes;
        this.baselines = baselines;
        this.scopes = scopes;
    }

    /// A plan with its calendar at one version, as the engine has them.
    ///
    /// @param now as the calendar's findings know it
    /// @param done the share of its work that is finished, 0 to 1
    /// @param draft whether it only tries something out
    public record Current(
            UUID project, long version, Plan plan, Calendar calendar, Instant now, double done, boolean draft) {}

    /// What the plan is now; tasks have their place in the work breakdown as `wbs`.
    public Optional<Current> current(UUID project) {
        return warm.current(project)
                .map(live -> new Current(
                        project,
                        live.version(),
                        numbered(live.plan()),
                        live.calendar(),
                        warm.now(),
                        live.done(),
                        live.draft()));
    }

    static Plan numbered(Plan plan) {
        var numbers = new HashMap<String, String>();
        var counts = new HashMap<String, Integer>();
        var tasks = new ArrayList<Task>(plan.tasks().size());
        for (var task : plan.tasks()) {
            var parent = task.parent() == null ? "" : task.parent().value();
            int number = counts.merge(parent, 1, Integer::sum);
            var wbs = parent.isEmpty() ? "" + number : numbers.get(parent) + "." + number;
            numbers.put(task.id().value(), wbs);
            tasks.add(task.withWbs(wbs));
        }
        return plan.withTasks(tasks);
    }

    long version(UUID project) {
        return plans.version(project).orElseThrow(Problem::notFound);
    }

    /// @param baseline the one to compare with, or null for the first
    PlanView plan(Caller caller, UUID project, @Nullable UUID baseline) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var chosen = baseline == null
                ? live.baseline()
                : baselines.find(project, baseline).orElseThrow(Problem::notFound);
        var home = live.draft() ? scopes.home(project) : project;
        boolean mayEdit =
                caller.may(Permission.PLAN_EDIT, home, scopes.client(project).orElse(null));
        return PlanViews.plan(live, chosen, editing.viewFor(caller, live, mayEdit), warm.now());
    }

    PlanDelta since(Caller caller, UUID project, long since) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        return editing.delta(caller, live, Math.min(since, live.version()));
    }

    @Schema(name = "PlanHistory")
    record History(List<Item> items, @Nullable Long next) {
        /// @param undone whether it was taken back
        @Schema(name = "PlanHistoryItem")
        record Item(long version, String kind, String label, PlanDelta.Author by, Instant at, boolean undone) {}
    }

    History history(UUID project, long below, int size) {
        version(project);
        var steps = changes.page(project, below, size + 1);
        var items = steps.stream()
                .limit(size)
                .map(each -> new History.Item(
                        each.version(),
                        each.kind().name(),
                        each.label(),
                        new PlanDelta.Author(each.author(), each.authorName()),
                        each.at(),
                        each.undoneBy() != null))
                .toList();
        return new History(items, steps.size() > size ? items.getLast().version() : null);
    }

    /// What others than planning call tasks by.
    public Map<String, String> names(UUID project) {
        var names = new HashMap<String, String>();
        warm.current(project)
                .ifPresent(live ->
                        live.plan().tasks().forEach(task -> names.put(task.id().value(), task.name())));
        return names;
    }
}
