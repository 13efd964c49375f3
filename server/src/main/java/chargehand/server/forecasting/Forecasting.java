package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanRescheduled;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Simulates a calendar again whenever it has changed: in the background, one at a time, several edits at once.
@Service
public class Forecasting {
    private static final Logger LOG = LoggerFactory.getLogger(Forecasting.class);
    /// Enough for a P80 to within about two percentage points.
    private static final int RUNS = 500;

    private static final long SEED = 1;
    private static final long SETTLED_MILLIS = 2_000;

    private final PlanReading plans;
    private final Forecasts forecasts;
    private final LiveEvents events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    /// For each project the number of its last edit here: only what follows the last of several is simulated.
    private final Map<UUID, Long> edits = new ConcurrentHashMap<>();

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "forecasting");
        thread.setDaemon(true);
        return thread;
    });

    Forecasting(
            PlanReading plans, Forecasts forecasts, LiveEvents events, TransactionTemplate transactions, Clock clock) {
        this.plans = plans;
        this.forecasts = forecasts;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    @TransactionalEventListener
    void on(PlanRescheduled rescheduled) {
        var project = rescheduled.project();
        long edit = edits.merge(project, 1L, Long::sum);
        background.schedule(() -> quietly(project, edit), SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void quietly(UUID project, long edit) {
        if (isStale(project, edit)) return;
        try {
            forecast(project, () -> isStale(project, edit));
        } catch (RuntimeException failed) {
            LOG.warn("A forecast could not be made: {}", failed.getMessage());
        }
    }

    /// The newest forecast; made now where there is none yet. It may be of an earlier version than the plan for a
    /// moment, and says which.
    public Optional<StoredForecast> find(UUID project) {
        return forecasts.find(project).or(() -> forecast(project, () -> false));
    }

    private boolean isStale(UUID project, long edit) {
        return edits.getOrDefault(project, edit) != edit;
    }

    /// Simulates the calendar as it is now on one core, and tells.
    ///
    /// @return empty if there is no such project, or `stop` said true
    Optional<StoredForecast> forecast(UUID project, BooleanSupplier stop) {
        return plans.current(project)
                .flatMap(current -> simulated(current, stop).map(forecast -> {
                    var made = stored(current, forecast);
                    transactions.executeWithoutResult(status -> {
                        forecasts.put(made);
                        events.publish("forecast", project, made.version(), null, EventScope.project(project));
                    });
                    return made;
                }));
    }

    private static Optional<Forecast> simulated(PlanReading.Current current, BooleanSupplier stop) {
        var options =
                ForecastOptions.runs(RUNS).withNow(current.now()).withSeed(SEED).withStop(stop);
        return Forecaster.forecast(current.plan(), current.calendar(), options);
    }

    private StoredForecast stored(PlanReading.Current current, Forecast forecast) {
        var tasks = new HashMap<TaskId, Chance>();
        for (int i = 0; i < current.plan().tasks().size(); i++)
            tasks.put(current.plan().tasks().get(i).id(), forecast.tasks().get(i));
        return new StoredForecast(
                current.project(),
                current.version(),
                clock.instant(),
                forecast.runs(),
                forecast.seed(),
                forecast.finish(),
                tasks,
                promises(current.plan(), forecast));
    }

    private static List<StoredForecast.Promise> promises(Plan plan, Forecast forecast) {
        var promises = new ArrayList<StoredForecast.Promise>();
        for (var task : plan.tasks()) {
            var deadline = task.deadline();
            var chance = forecast.kept().get(task.id());
            if (deadline != null && chance != null)
                promises.add(
                        new StoredForecast.Promise(task.id().value(), deadline.by(), deadline.promisedTo(), chance));
        }
        return promises;
    }
}
