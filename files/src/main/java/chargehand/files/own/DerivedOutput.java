package chargehand.files.own;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.files.Planned;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes what was derived from a plan: the calendar's and the tasks' times, how good the calendar is, what
/// was found.
final class DerivedOutput {
    private final JsonOutput json;
    private final Planned planned;
    private final Times times;
    private final Words words;
    private final Map<ResourceId, String> names = new HashMap<>();

    DerivedOutput(JsonOutput json, Planned planned) {
        this.json = json;
        this.planned = planned;
        times = new Times(planned.plan().zone());
        words = new Words(planned.plan());
        for (Resource each : planned.plan().resources()) names.put(each.id(), each.name());
    }

    void write() {
        var calendar = planned.calendar();
        json.text("start", times.text(calendar.start()));
        json.text("finish", times.text(calendar.finish()));
        json.text("zone", planned.plan().zone().getId());
        json.list(
                "tasks",
                IntStream.range(0, calendar.tasks().size()).boxed().toList(),
                index -> json.object(() -> task(index)));
        json.number("schedules", calendar.schedules());
        json.number("seed", calendar.seed());
        orNothing("bound", calendar.bound() == null ? null : times.text(calendar.bound()));
        if (calendar.gap().isPresent()) json.number("gap", calendar.gap().getAsDouble());
        else json.nothing("gap");
        json.flag("proved", calendar.proved());
        json.list("findings", calendar.findings(), each -> json.object(() -> finding(each)));
    }

    private void task(int index) {
        Task task = planned.plan().tasks().get(index);
        ScheduledTask scheduled = planned.calendar().tasks().get(index);
        json.text("id", task.id().value());
        json.text("wbs", task.wbs());
        json.text("name", task.name());
        json.flag("summary", task.isSummary());
        json.text("start", times.text(scheduled.start()));
        json.text("finish", times.text(scheduled.finish()));
        orNothing("likelyBy", likelyBy(index));
        json.list("assignees", scheduled.assignments(), each -> json.object(() -> assignee(each)));
        json.flag("critical", scheduled.critical());
        json.text("why", words.why(planned.reasons().get(index)));
    }

    /// The day in the plan's zone, null without a forecast.
    private @Nullable String likelyBy(int index) {
        if (planned.forecast().runs() == 0) return null;
        Instant likely = planned.forecast().tasks().get(index).p80();
        return likely.atZone(planned.plan().zone()).toLocalDate().toString();
    }

    private void assignee(ScheduledAssignment assignment) {
        json.text(
                "name",
                names.getOrDefault(assignment.resource(), assignment.resource().value()));
        json.number("units", assignment.units());
    }

    private void finding(Finding finding) {
        json.text("code", finding.code().code());
        json.text("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.texts("tasks", finding.tasks().stream().map(TaskId::value).toList());
        json.text("message", words.message(finding));
        json.text("hint", words.hint(finding));
    }

    private void orNothing(String name, @Nullable String text) {
        if (text == null) json.nothing(name);
        else json.text(name, text);
    }
}
