package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.Task;
import chargehand.server.forecasting.PromiseView.StepView;
import chargehand.server.planning.Deadlines;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The promises of a project, with how they stand and every date that they had.
@Service
class PromiseReading {
    private final Promises promises;
    private final PlanReading plans;
    private final Forecasting forecasting;
    private final Deadlines deadlines;
    private final Clock clock;

    PromiseReading(Promises promises, PlanReading plans, Forecasting forecasting, Deadlines deadlines, Clock clock) {
        this.promises = promises;
        this.plans = plans;
        this.forecasting = forecasting;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// Those to be kept first come first; that of the whole project is one of them.
    List<PromiseView> of(UUID project) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        var forecast = forecasting.find(project).orElse(null);
        Map<String, Promise> known = new HashMap<>();
        for (var each : promises.of(project)) known.put(each.task(), each);
        var steps = promises.steps(project);
        var chances = new HashMap<String, Double>();
        if (forecast != null) for (var each : forecast.promises()) chances.put(each.task(), each.chance());
        var all = new ArrayList<PromiseView>();
        var tasks = current.plan().tasks();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var deadline = task.deadline();
            if (deadline == null) continue;
            var id = task.id().value();
            all.add(view(
                    id,
                    task.name(),
                    deadline.by(),
                    deadline.promisedTo(),
                    known.get(id),
                    chances.get(id),
                    forecast == null ? null : forecast.tasks().get(task.id()),
                    current.calendar().tasks().get(i).finish(),
                    finished(task),
                    steps(project, id, steps)));
        }
        var whole = known.get(Promise.WHOLE);
        if (whole != null && whole.by() != null)
            all.add(view(
                    null,
                    current.plan().name(),
                    whole.by(),
                    whole.whom(),
                    whole,
                    chances.get(Promise.WHOLE),
                    forecast == null ? null : forecast.finish(),
                    current.calendar().finish(),
                    current.done() >= 1 ? current.calendar().finish() : null,
                    steps(Promise.WHOLE, steps)));
        all.sort(Comparator.comparing(PromiseView::by).thenComparing(PromiseView::name));
        return all;
    }

    PromiseView one(UUID project, String task) {
        return of(project).stream()
                .filter(each ->
                        Objects.requireNonNullElse(each.task(), Promise.WHOLE).equals(task))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private PromiseView view(
            @Nullable String task,
            String name,
            Instant by,
            @Nullable String whom,
            @Nullable Promise known,
            @Nullable Double chance,
            @Nullable Chance finish,
            Instant planned,
            @Nullable Instant finished,
            List<StepView> steps) {
        return new PromiseView(
                task,
                name,
                by,
                whom,
                known == null ? null : known.wording(),
                known == null ? null : known.giver(),
                known == null ? null : known.givenOn(),
                Promise.State.of(by, finished, chance, clock.instant()),
                finished == null ? chance : null,
                finish == null || finished != null ? null : finish.p80(),
                planned,
                finished,
                steps);
    }

    private static @Nullable Instant finished(Task task) {
        return task.progress() == null ? null : task.progress().finished();
    }

    /// A step, and which version of the plan it made: what was done in the same moment is told in that order.
    private record Placed(long version, StepView view) {}

    /// What the plan says of a task's date, with the reason where somebody gave one.
    private List<StepView> steps(UUID project, String task, List<Promises.Step> told) {
        var placed = new ArrayList<Placed>();
        var known = new HashSet<Long>();
        for (var each : told) {
            if (!each.task().equals(task)) continue;
            if (each.version() != null) known.add(each.version());
            placed.add(new Placed(each.version() == null ? 0 : each.version(), view(each)));
        }
        for (var each : deadlines.moved(project, task)) {
            if (known.contains(each.version())) continue;
            var view = new StepView("changed", each.was(), each.by(), null, each.name(), each.at());
            placed.add(new Placed(each.version(), view));
        }
        placed.sort(Comparator.comparing((Placed each) -> each.view().at()).thenComparing(Placed::version));
        return placed.stream().map(Placed::view).toList();
    }

    private static List<StepView> steps(String task, List<Promises.Step> told) {
        return told.stream()
                .filter(each -> each.task().equals(task))
                .map(PromiseReading::view)
                .toList();
    }

    private static StepView view(Promises.Step step) {
        return new StepView(step.kind().name(), step.was(), step.by(), step.reason(), step.name(), step.at());
    }
}
