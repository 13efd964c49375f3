package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.server.forecasting.ForecastDetailView.Basis;
import chargehand.server.forecasting.ForecastDetailView.LeanedOnView;
import chargehand.server.forecasting.ForecastDetailView.Row;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A forecast with all that is behind it, as its page shows it.
@Service
class ForecastReading {
    private final Forecasting forecasting;
    private final PlanReading plans;
    private final People people;
    private final Scopes scopes;

    ForecastReading(Forecasting forecasting, PlanReading plans, People people, Scopes scopes) {
        this.forecasting = forecasting;
        this.plans = plans;
        this.people = people;
        this.scopes = scopes;
    }

    ForecastDetailView detail(Caller caller, UUID project) {
        var forecast = forecasting.find(project).orElseThrow(Problem::notFound);
        forecasting.refine(forecast);
        var current = plans.current(project).orElseThrow(Problem::notFound);
        var detail = Objects.requireNonNull(forecast.detail());
        boolean mayLean = caller.may(
                Permission.HISTORY_SEE,
                scopes.home(project),
                scopes.client(project).orElse(null));
        return new ForecastDetailView(
                forecast.version(),
                current.version(),
                forecast.asOf(),
                forecast.runs(),
                forecast.seed(),
                current.plan().zone().getId(),
                moments(forecast.finish()),
                current.calendar().finish(),
                detail.days(),
                detail.drivers(),
                rows(current, forecast, detail),
                new Basis(
                        detail.from(),
                        detail.finishedWork(),
                        detail.learnedTasks(),
                        detail.openTasks(),
                        detail.together(),
                        mayLean ? named(detail.leansOn()) : List.of(),
                        mayLean ? detail.families() : List.of(),
                        detail.withoutHistory(),
                        detail.ranges(),
                        detail.away()));
    }

    private static List<Row> rows(PlanReading.Current current, StoredForecast forecast, ForecastDetail detail) {
        var promises = new HashMap<String, StoredForecast.Promise>();
        for (var each : forecast.promises()) promises.put(each.task(), each);
        var depths = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < current.plan().tasks().size(); i++) {
            var task = current.plan().tasks().get(i);
            var id = task.id().value();
            int depth = task.parent() == null
                    ? 0
                    : depths.getOrDefault(task.parent().value(), 0) + 1;
            depths.put(id, depth);
            var chance = forecast.tasks().get(task.id());
            // What came since the forecast has no chance yet.
            if (chance == null) continue;
            var promise = promises.get(id);
            rows.add(new Row(
                    id,
                    task.wbs(),
                    depth,
                    task.name(),
                    kind(task),
                    task.progress() != null && task.progress().finished() != null,
                    current.calendar().tasks().get(i).finish(),
                    moments(chance),
                    detail.critical().getOrDefault(id, 0.0),
                    promise == null ? null : promise.by(),
                    promise == null ? null : promise.promisedTo(),
                    promise == null ? null : promise.chance()));
        }
        return rows;
    }

    private static String kind(Task task) {
        return switch (task.extent()) {
            case TaskExtent.Summary() -> "summary";
            case TaskExtent.Milestone() -> "milestone";
            case TaskExtent.ByEffort(var effort) -> "task";
            case TaskExtent.ByWorkingTime(var duration) -> "task";
            case TaskExtent.ByElapsedTime(var duration) -> "task";
        };
    }

    static List<Instant> moments(Chance chance) {
        return List.of(chance.p2(), chance.p10(), chance.p50(), chance.p80(), chance.p90(), chance.p98());
    }

    /// A team is called by whoever owns its time.
    private List<LeanedOnView> named(List<LeanedOn> leansOn) {
        Map<String, String> names = new HashMap<>();
        for (Person each : people.all()) names.put(each.id().toString(), each.name());
        return leansOn.stream()
                .map(each -> new LeanedOnView(
                        each.kind(), name(each.team(), names), each.count(), each.weight(), each.ratio()))
                .toList();
    }

    private static @Nullable String name(@Nullable String team, Map<String, String> names) {
        return team == null ? null : names.getOrDefault(team, team);
    }
}
