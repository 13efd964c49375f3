package chargehand.server.planning;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Keeps the dates of a calendar to compare with. A baseline never changes; the first one is what bars show unless
/// another is asked for.
@Service
class Baselining {
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
        var id = Ids.next(clock);
        var text = PlanEdits.planName(name == null ? "" : name);
        var at = clock.instant();
        editing.tell(project, caller.account(), live -> {
            var tasks = live.calendar().tasks();
            var baseline = new Baseline(id, text, at, live.version(), Baselines.dates(tasks));
            baselines.insert(project, baseline, tasks, caller.account());
            audit.record(caller, "baseline-kept", "plan", project, project, Map.of("name", text));
            var first = live.baseline() == null ? baseline : live.baseline();
            return live.with(live.version() + 1, first, live.baseline() == null);
        });
        return new PlanView.BaselineHead(id, text, at);
    }
}
