package chargehand.server.planning;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.levelling.Scheduler;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/// Keeps the dates of a calendar to compare with. A baseline never changes; the first one is what bars
/// show unless another is asked for.
@Service
public class Baselining {
    private static final int SCHEDULES = 100;
    private static final long SEED = 1;

    private final Baselines baselines;
    private final PlanEditing editing;
    private final Audit audit;
    private final Clock clock;

    Baselining(Baselines baselines, PlanEditing editing, Audit audit, Clock clock) {
        this.baselines = baselines;
        this.editing = editing;
        this.audit = audit;
        this.clock = clock;
    }

    List<PlanView.BaselineHead> heads(UUID project) {
        return baselines.heads(project).stream()
                .map(each -> new PlanView.BaselineHead(each.id(), each.name(), each.at()))
                .toList();
    }

    PlanDeskController.BaselineView find(UUID project, UUID id) {
        var found = baselines.find(project, id).orElseThrow(Problem::notFound);
        var dates = new TreeMap<String, PlanView.Dates>();
        found.dates().forEach((task, at) -> dates.put(task.value(), new PlanView.Dates(at.start(), at.finish())));
        return new PlanDeskController.BaselineView(found.id(), found.name(), found.at(), found.version(), dates);
    }

    PlanView.BaselineHead create(Caller caller, UUID project, String name) {
        var text = PlanEdits.planName(name == null ? "" : name);
        var at = clock.instant();
        return new PlanView.BaselineHead(lay(caller, project, text, at), text, at);
    }

    /// Keeps the dates of the calendar as it is now.
    ///
    /// @return the id of the baseline
    public UUID lay(Caller caller, UUID project, String name) {
        return lay(caller, project, PlanEdits.planName(name), clock.instant());
    }

    private UUID lay(Caller caller, UUID project, String name, Instant at) {
        var id = Ids.next(clock);
        keep(caller, project, id, name, at, live -> live.calendar().tasks());
        return id;
    }

    /// Keeps the dates that a plan with a past had before it: levelled from its start, as if nothing
    /// were done yet.
    public void createAsBegun(Caller caller, UUID project, String name) {
        keep(caller, project, Ids.next(clock), PlanEdits.planName(name), clock.instant(), live -> {
            var untouched = live.plan().tasks().stream()
                    .map(each -> each.withProgress(null))
                    .toList();
            var plan = live.plan().withTasks(untouched);
            return Scheduler.schedule(
                            plan,
                            Options.schedules(SCHEDULES).withNow(plan.start()).withSeed(SEED))
                    .tasks();
        });
    }

    private void keep(
            Caller caller,
            UUID project,
            UUID id,
            String name,
            Instant at,
            Function<LivePlan, List<ScheduledTask>> dates) {
        editing.tell(project, caller.account(), live -> {
            var tasks = dates.apply(live);
            var baseline = new Baseline(id, name, at, live.version(), Baselines.dates(tasks));
            baselines.insert(project, baseline, tasks, caller.account());
            audit.record(caller, "baseline-kept", "plan", project, project, Map.of("name", name));
            var first = live.baseline() == null ? baseline : live.baseline();
            return live.with(live.version() + 1, first, live.baseline() == null);
        });
    }
}
