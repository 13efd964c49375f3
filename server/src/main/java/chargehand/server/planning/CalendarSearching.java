package chargehand.server.planning;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Background;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Searches that somebody asks for: longer than those that follow an edit by themselves, one at a time, in the
/// background. How far one has come is stored, so that it runs again after the server was stopped; when the plan is
/// edited meanwhile, it begins anew on what it is then. It ends in a [Proposal] or in none.
@Service
class CalendarSearching {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarSearching.class);
    private static final long SEED = 2;
    private static final int DEAD_ENDS = 100_000;
    /// How often its progress is stored, and whether it goes on is looked up.
    private static final long ASKS_EVERY_NANOS = 500_000_000;

    private final CalendarSearches searches;
    private final WarmPlans warm;
    private final BetterCalendars better;
    private final Aims aims;
    private final Audit audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Background.threads("searching"));
    private volatile boolean closing;

    /// How long somebody is willing to wait.
    enum Effort {
        /// ten times what follows an edit by itself: well under a minute
        quick(10),
        /// a hundred times: some minutes
        thorough(100);

        private final int times;

        Effort(int times) {
            this.times = times;
        }
    }

    CalendarSearching(
            CalendarSearches searches,
            WarmPlans warm,
            BetterCalendars better,
            Aims aims,
            Audit audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.searches = searches;
        this.warm = warm;
        this.better = better;
        this.aims = aims;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        closing = true;
        background.shutdownNow();
    }

    /// What was interrupted when the server stopped.
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (var search : searches.open()) background.execute(() -> quietly(search));
    }

    Optional<CalendarSearch> of(UUID project) {
        return searches.of(project);
    }

    /// Begins one as soon as those before it have ended. While the project has one that is open, that is the answer.
    @Transactional
    CalendarSearch begin(Caller caller, UUID project, Effort effort) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        int budget = Proposing.budget(live.plan().tasks().size()) * effort.times;
        var asked = new CalendarSearch(
                Ids.next(clock),
                project,
                caller.account(),
                clock.instant(),
                budget,
                0,
                CalendarSearch.State.waiting,
                false,
                null,
                null);
        if (!searches.put(asked)) return searches.of(project).orElseThrow(Problem::notFound);
        audit.record(caller, "search-begun", "plan", project, project, Map.of("schedules", budget));
        publisher.publishEvent(new Asked(asked));
        return asked;
    }

    /// One that is stored now.
    record Asked(CalendarSearch search) {}

    @TransactionalEventListener
    void on(Asked asked) {
        background.execute(() -> quietly(asked.search()));
    }

    /// The best that it has found so far is what it ends with.
    @Transactional
    void stop(Caller caller, UUID project) {
        searches.stop(project);
        audit.record(caller, "search-stopped", "plan", project, project, Map.of());
    }

    private void quietly(CalendarSearch search) {
        try {
            while (!closing && !run(search))
                ;
        } catch (RuntimeException failed) {
            if (closing) return;
            searches.end(search.id(), CalendarSearch.State.nothing, 0, clock.instant());
            if (failed instanceof Problem problem && problem.status() == 404) return;
            LOG.warn("A calendar could not be looked for.", failed);
        }
    }

    /// False if the plan was edited meanwhile.
    private boolean run(CalendarSearch search) {
        var live = warm.current(search.project()).orElseThrow(Problem::notFound);
        searches.begin(search.id(), live.edited());
        var watch = new Watch(search, live.edited());
        var found = Scheduler.schedule(
                live.plan(),
                Options.schedules(search.budget())
                        .withProof(DEAD_ENDS)
                        .withNow(warm.now())
                        .withSeed(SEED)
                        .withAims(aims.of(search.project()))
                        .withTold(live.calendar())
                        .withStop(watch)
                        .withProgress(watch.done::set));
        if (closing) return true;
        if (watch.isStale()) return false;
        boolean proposed = better.propose(live, found, search.budget(), SEED);
        searches.end(
                search.id(),
                proposed ? CalendarSearch.State.found : CalendarSearch.State.nothing,
                watch.done.get(),
                clock.instant());
        return true;
    }

    /// Looks now and then, while a search runs, whether it is to go on, and stores how far it has come.
    private final class Watch implements BooleanSupplier {
        private final CalendarSearch search;
        private final long version;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicLong asked = new AtomicLong(System.nanoTime());
        private volatile boolean over;

        Watch(CalendarSearch search, long version) {
            this.search = search;
            this.version = version;
        }

        @Override
        public boolean getAsBoolean() {
            long last = asked.get();
            if (closing || over) return true;
            if (System.nanoTime() - last < ASKS_EVERY_NANOS || !asked.compareAndSet(last, System.nanoTime()))
                return false;
            over = searches.tried(search.id(), done.get()) || isStale();
            return over;
        }

        boolean isStale() {
            return warm.current(search.project()).orElseThrow(Problem::notFound).edited() != version;
        }
    }
}
