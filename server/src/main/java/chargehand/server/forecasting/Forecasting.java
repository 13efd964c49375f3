package chargehand.server.forecasting;

import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.server.identity.Scopes;
import chargehand.server.identity.Visibility;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.DraftThrownAway;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanRescheduled;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Awaited;
import chargehand.server.shared.Background;
import chargehand.server.work.HoursApproved;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Simulates a calendar again whenever it has changed: in the background, one at a time, several edits
/// at once.
@Service
public class Forecasting {
    private static final Logger LOG = LoggerFactory.getLogger(Forecasting.class);
    /// Enough for a P80 to within one percentage point.
    static final int RUNS = 2_000;
    /// Where somebody looks: to within half a point.
    private static final int FINE_RUNS = 10_000;

    private static final long REFINED_MILLIS = 3_000;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final long RECKONED_MILLIS = 5_000;
    private static final int PLAIN_RUNS = 1_000;
    /// Of larger plans it would take too long.
    private static final int COMPARED = 3_000;

    private static final long SEED = 1;
    private static final long SETTLED_MILLIS = 2_000;
    /// What has just been finished is noted before any forecast leans on it.
    private static final long NOTED_MILLIS = 1_000;

    private final PlanReading plans;
    private final Projects projects;
    private final Scopes scopes;
    private final Scores scores;
    private final Forecasts forecasts;
    private final Promises promises;
    private final Surroundings surroundings;
    private final ReleasedForecasts released;
    private final OwnWork ownWork;
    private final Learner learner;
    private final Foreseeing foreseeing;
    private final LiveEvents events;
    private final ApplicationEventPublisher published;
    private final TransactionTemplate transactions;
    private final Clock clock;
    /// For each project the number of its last edit here: only what follows the last of several is
    /// simulated.
    private final Map<UUID, Long> edits = new ConcurrentHashMap<>();

    /// Which are to be made finer, since somebody looks.
    private final Set<UUID> looked = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(Background.threads("forecasting"));
    private final Awaited<UUID, Optional<StoredForecast>> awaited = new Awaited<>("awaited forecasts");

    Forecasting(
            PlanReading plans,
            Projects projects,
            Scopes scopes,
            Scores scores,
            Forecasts forecasts,
            Promises promises,
            Surroundings surroundings,
            ReleasedForecasts released,
            OwnWork ownWork,
            Learner learner,
            Foreseeing foreseeing,
            LiveEvents events,
            ApplicationEventPublisher published,
            TransactionTemplate transactions,
            Clock clock) {
        this.plans = plans;
        this.projects = projects;
        this.scopes = scopes;
        this.scores = scores;
        this.forecasts = forecasts;
        this.promises = promises;
        this.surroundings = surroundings;
        this.released = released;
        this.ownWork = ownWork;
        this.learner = learner;
        this.foreseeing = foreseeing;
        this.events = events;
        this.published = published;
        this.transactions = transactions;
        this.clock = clock;
        background.scheduleWithFixedDelay(this::daily, 1, 1, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
        awaited.close();
    }

    @TransactionalEventListener
    void on(PlanRescheduled rescheduled) {
        again(rescheduled.project());
        // Both sides of a comparison are to lean on the same history.
        if (rescheduled.draft()) again(scopes.home(rescheduled.project()));
    }

    @EventListener
    void on(DraftThrownAway thrown) {
        forecasts.remove(thrown.draft());
    }

    @TransactionalEventListener
    void on(PromiseChanged changed) {
        again(changed.project());
    }

    @TransactionalEventListener
    void on(HistoryChanged changed) {
        learner.hurry();
        projects.all(Visibility.ALL).stream()
                .filter(each -> each.status() != Project.Status.finished)
                .forEach(each -> again(each.id()));
    }

    @TransactionalEventListener
    void on(HoursApproved approved) {
        approved.projects().forEach(this::again);
    }

    /// In the background, once nothing more has happened for a moment.
    private void again(UUID project) {
        long edit = edits.merge(project, 1L, Long::sum);
        background.schedule(() -> note(project, edit), NOTED_MILLIS, TimeUnit.MILLISECONDS);
        background.schedule(() -> quietly(project, edit), SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void note(UUID project, long edit) {
        if (isStale(project, edit)) return;
        try {
            plans.current(project).ifPresent(ownWork::note);
        } catch (RuntimeException failed) {
            LOG.warn("What was finished could not be noted: {}", failed.getMessage());
        }
    }

    /// How right forecasts would have been, once there is nothing more urgent to do.
    private void reckon() {
        try {
            var learned = learner.known();
            if (learned == null || scores.reckonedVersion() == learned.version()) return;
            learner.reckon(learned, () -> false)
                    .ifPresent(reliability -> scores.reckoned(learned.version(), clock.instant(), reliability));
        } catch (RuntimeException failed) {
            LOG.warn("How right forecasts are could not be reckoned: {}", failed.getMessage());
        }
    }

    /// What nobody has changed for a day is forecast again: time passes for it, too.
    private void daily() {
        try {
            var yesterday = clock.instant().minus(A_DAY);
            for (var each : projects.all(Visibility.ALL)) {
                if (each.status() == Project.Status.finished) continue;
                var last = forecasts.find(each.id());
                if (last.isEmpty() || last.get().asOf().isBefore(yesterday)) again(each.id());
            }
        } catch (RuntimeException failed) {
            LOG.warn("Forecasts could not be made for the day: {}", failed.getMessage());
        }
    }

    private void quietly(UUID project, long edit) {
        if (isStale(project, edit)) return;
        try {
            BooleanSupplier stop = () -> isStale(project, edit);
            learner.learn(stop);
            forecast(project, stop);
            background.schedule(this::reckon, RECKONED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RuntimeException failed) {
            LOG.warn("A forecast could not be made: {}", failed.getMessage());
        }
    }

    /// Somebody looks at a forecast: unless it is fine already, or its plan large, it is made again in the background
    /// with more runs, if nothing is edited meanwhile.
    void refine(StoredForecast seen) {
        boolean large = seen.tasks().size() > COMPARED;
        if (large || seen.runs() >= FINE_RUNS || !looked.add(seen.project())) return;
        background.schedule(() -> refined(seen.project()), REFINED_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void refined(UUID project) {
        looked.remove(project);
        long edit = edits.getOrDefault(project, 0L);
        try {
            forecast(project, learner.known(), FINE_RUNS, () -> isStale(project, edit));
        } catch (RuntimeException failed) {
            LOG.warn("A forecast could not be made finer: {}", failed.getMessage());
        }
    }

    /// The newest forecast; made now where there is none yet. It may be of an earlier version than the plan for a
    /// moment, and says which.
    public Optional<StoredForecast> find(UUID project) {
        return known(project)
                .or(() -> isWriting()
                        ? first(project)
                        : awaited.get(project, () -> known(project).or(() -> first(project))));
    }

    /// What this transaction has written so far no other thread sees.
    private static boolean isWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private Optional<StoredForecast> first(UUID project) {
        again(project);
        return forecast(project, () -> false);
    }

    private Optional<StoredForecast> known(UUID project) {
        return forecasts.find(project).filter(each -> each.detail() != null);
    }

    /// Learns from all that was finished in some projects, and forecasts others, at once and not in the
    /// background: for whoever is about to tell what comes of it.
    public void now(Collection<UUID> finished, Collection<UUID> projects) {
        for (var each : finished) plans.current(each).ifPresent(ownWork::note);
        learner.hurry();
        learner.learn(() -> false);
        for (var each : projects) forecast(each, () -> false);
    }

    /// Keeps what is forecast now, since an update is released that rests on it: to be scored when the work ends.
    public void keepAtRelease(UUID project, UUID update) {
        forecasts.find(project).ifPresent(each -> released.keep(update, each));
    }

    private boolean isStale(UUID project, long edit) {
        return edits.getOrDefault(project, edit) != edit;
    }

    /// Simulates the calendar as it is now on one core, and tells.
    ///
    /// @return empty if there is no such project, or `stop` said true
    Optional<StoredForecast> forecast(UUID project, BooleanSupplier stop) {
        return forecast(project, learner.known(), stop);
    }

    Optional<StoredForecast> forecast(UUID project, @Nullable Learned learned, BooleanSupplier stop) {
        return forecast(project, learned, RUNS, stop);
    }

    private Optional<StoredForecast> forecast(UUID project, @Nullable Learned learned, int runs, BooleanSupplier stop) {
        return plans.current(project)
                .flatMap(current ->
                        made(current, learned, runs, stop).map(made -> Background.promptly(() -> kept(made, current))));
    }

    private StoredForecast kept(StoredForecast made, PlanReading.Current current) {
        transactions.executeWithoutResult(status -> {
            forecasts.put(made);
            if (!current.draft()) scores.keep(made, current.plan().zone());
            events.publish("forecast", made.project(), made.version(), null, EventScope.project(made.project()));
            if (!current.draft()) published.publishEvent(new ForecastMade(made.project(), made.version()));
        });
        return made;
    }

    private Optional<StoredForecast> made(
            PlanReading.Current current, @Nullable Learned learned, int runs, BooleanSupplier stop) {
        var foresight = foreseeing.of(current, learned, stop);
        var options = foresight
                .options(runs)
                .withNow(current.now())
                .withSeed(SEED)
                .withStop(stop)
                .withDrivers()
                .withRisks(surroundings.risks(current));
        return Forecaster.forecast(current.plan(), current.calendar(), options)
                .map(forecast -> surroundings.stored(
                        current,
                        forecast,
                        Details.of(
                                current.plan(),
                                forecast,
                                foresight,
                                withoutHistory(current, foresight, options),
                                effects(current, options))));
    }

    /// What each risk costs: the same draws without it.
    private static List<ForecastDetail.RiskEffect> effects(PlanReading.Current current, ForecastOptions options) {
        var effects = new ArrayList<ForecastDetail.RiskEffect>();
        if ((long) current.plan().tasks().size() * options.risks().size() > COMPARED * 5L) return effects;
        for (var each : options.risks()) {
            var others = options.risks().stream()
                    .filter(other -> !other.id().equals(each.id()))
                    .toList();
            Forecaster.forecast(current.plan(), current.calendar(), options.withRisks(others))
                    .ifPresent(forecast -> effects.add(new ForecastDetail.RiskEffect(
                            each.id(), forecast.finish().p80())));
        }
        return effects;
    }

    /// What the general prior would say, to tell what the history changes.
    private static @Nullable Instant withoutHistory(
            PlanReading.Current current, Foreseeing.Foresight foresight, ForecastOptions options) {
        if (!foresight.isFromHistory() || current.plan().tasks().size() > COMPARED) return null;
        var plain = ForecastOptions.runs(PLAIN_RUNS)
                .withNow(current.now())
                .withSeed(SEED)
                .withStop(options.stop())
                .withRisks(options.risks())
                .withAvailability(options.availability());
        return Forecaster.forecast(current.plan(), current.calendar(), plain)
                .map(each -> each.finish().p80())
                .orElse(null);
    }

    /// The day that the whole project is promised for, if it is for any.
    public Optional<Instant> promised(UUID project) {
        return promises.find(project, Promise.WHOLE).map(Promise::by);
    }
}
