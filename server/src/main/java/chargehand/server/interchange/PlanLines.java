package chargehand.server.interchange;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.files.ReadPlan;
import chargehand.server.interchange.PlanImportViews.LineView;
import chargehand.server.interchange.PlanImportViews.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/// What comes in from a file and what can't, line by line.
final class PlanLines {
    private final List<LineView> lines = new ArrayList<>();

    private PlanLines() {}

    static List<LineView> of(ReadPlan read, Calendar calendar) {
        var all = new PlanLines();
        all.comesIn(read.plan());
        for (var each : read.notCarriedOver())
            all.lines.add(new LineView(each.what(), each.why(), each.count(), Severity.warning));
        all.findings(read.plan(), calendar);
        return all.lines;
    }

    private void comesIn(Plan plan) {
        note("tasks", plan, task -> !task.isSummary() && !(task.extent() instanceof TaskExtent.Milestone));
        note("milestones", plan, task -> task.extent() instanceof TaskExtent.Milestone);
        note("summaries", plan, Task::isSummary);
        note("links", plan.links().size());
        note("people", plan.resources().size());
        note("deadlines", plan, task -> task.deadline() != null);
        note("pinned starts", plan, task -> task.pinnedStart() != null);
        note("tasks with progress", plan, task -> task.progress() != null);
    }

    private void note(String what, Plan plan, Predicate<Task> counted) {
        note(what, (int) plan.tasks().stream().filter(counted).count());
    }

    private void note(String what, int count) {
        if (count > 0) lines.add(new LineView(what, null, count, Severity.note));
    }

    /// Errors of the plan itself; who has time for it is decided when it is levelled with everybody's bookings.
    private void findings(Plan plan, Calendar calendar) {
        var words = new Words(plan);
        var firsts = new LinkedHashMap<FindingCode, Finding>();
        var counts = new LinkedHashMap<FindingCode, Integer>();
        for (var finding : calendar.findings()) {
            if (finding.severity() != chargehand.engine.plan.Severity.ERROR) continue;
            firsts.putIfAbsent(finding.code(), finding);
            counts.merge(finding.code(), 1, Integer::sum);
        }
        firsts.forEach((code, finding) -> lines.add(new LineView(
                words.message(finding), words.hint(finding), counts.getOrDefault(code, 1), Severity.error)));
    }
}
