package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.RiskEvent;
import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Scopes;
import chargehand.server.planning.PlanReading.Current;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What stands around a plan when it is simulated: the risks of its project, and what is promised. A draft has those
/// of the project that it is a draft of.
@Component
class Surroundings {
    private final Scopes scopes;
    private final Risks risks;
    private final Promises promises;
    private final Clock clock;

    Surroundings(Scopes scopes, Risks risks, Promises promises, Clock clock) {
        this.scopes = scopes;
        this.risks = risks;
        this.promises = promises;
        this.clock = clock;
    }

    /// Those that forecasts reckon with.
    List<RiskEvent> risks(Current plan) {
        return risks.counted(home(plan)).stream().map(Risk::event).toList();
    }

    private UUID home(Current plan) {
        return plan.draft() ? scopes.home(plan.project()) : plan.project();
    }

    /// What was simulated, as it is kept and told: with the chance of each promise.
    StoredForecast stored(Current plan, Forecast forecast, @Nullable ForecastDetail detail) {
        var tasks = new HashMap<TaskId, Chance>();
        for (int i = 0; i < plan.plan().tasks().size(); i++)
            tasks.put(plan.plan().tasks().get(i).id(), forecast.tasks().get(i));
        return new StoredForecast(
                plan.project(),
                plan.version(),
                clock.instant(),
                forecast.runs(),
                forecast.seed(),
                forecast.finish(),
                tasks,
                promises(plan, forecast),
                detail);
    }

    /// Those of tasks, and that of the whole project, which a draft is measured by as its plan is.
    private List<StoredForecast.Promise> promises(Current plan, Forecast forecast) {
        var all = new ArrayList<StoredForecast.Promise>();
        for (var task : plan.plan().tasks()) {
            var deadline = task.deadline();
            var chance = forecast.kept().get(task.id());
            if (deadline != null && chance != null)
                all.add(new StoredForecast.Promise(task.id().value(), deadline.by(), deadline.promisedTo(), chance));
        }
        promises.find(home(plan), Promise.WHOLE)
                .filter(each -> each.by() != null)
                .ifPresent(each -> all.add(whole(each, forecast)));
        return all;
    }

    private static StoredForecast.Promise whole(Promise promise, Forecast forecast) {
        var by = Objects.requireNonNull(promise.by());
        return new StoredForecast.Promise(
                Promise.WHOLE, by, promise.whom(), forecast.finishes().by(by));
    }
}
