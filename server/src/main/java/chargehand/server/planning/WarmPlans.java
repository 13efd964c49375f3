package chargehand.server.planning;

import chargehand.engine.levelling.Rescheduler;
import chargehand.server.shared.Afterwards;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The plans that this node has worked on lately, ready to go on with. What is here may be old: whoever reads compares
/// its version with the stored one, whoever writes does so under the lock of the stored plan.
@Component
class WarmPlans {
    private static final int MOST = 64;

    private final Plans plans;
    private final Clock clock;
    private final Map<UUID, Warm> warm = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Warm> eldest) {
            return size() > MOST && !eldest.getValue().edits.isLocked();
        }
    };

    WarmPlans(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /// One plan. Memory that runs short takes it.
    static final class Warm {
        /// Edits of one plan wait here for each other, rather than for the row; until the end of the transaction
        /// that they are part of.
        final ReentrantLock edits = new ReentrantLock();

        private volatile SoftReference<LivePlan> plan = new SoftReference<>(null);
        private volatile SoftReference<Reasons.Explained> explained = new SoftReference<>(null);
        private SoftReference<Rescheduler> rescheduler = new SoftReference<>(null);
        private SoftReference<Outcome> tried = new SoftReference<>(null);

        /// For the next repair of this plan, with what was compiled for the last one. Under the lock of edits.
        Rescheduler rescheduler(LivePlan live, Instant now) {
            var last = rescheduler.get();
            var next = last == null
                    ? new Rescheduler(live.plan(), live.calendar(), now)
                    : last.then(live.plan(), live.calendar(), now);
            rescheduler = new SoftReference<>(next);
            return next;
        }

        /// Other people have other calendars; what was compiled for the old ones goes.
        void forgetCompiled() {
            rescheduler = new SoftReference<>(null);
        }

        /// What was tried last without being stored. Under the lock of edits.
        @Nullable
        Outcome tried() {
            return tried.get();
        }

        void tried(Outcome outcome) {
            tried = new SoftReference<>(outcome);
        }

        Reasons.@Nullable Explained explained() {
            return explained.get();
        }

        void explained(Reasons.Explained reasons) {
            explained = new SoftReference<>(reasons);
        }

        void put(LivePlan live) {
            var known = plan.get();
            if (known == null || known.version() <= live.version()) plan = new SoftReference<>(live);
        }

        /// What the transaction that is going on has made of it: known to itself at once, to others if it commits.
        void made(LivePlan live) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                put(live);
                return;
            }
            TransactionSynchronizationManager.unbindResourceIfPossible(this);
            TransactionSynchronizationManager.bindResource(this, live);
            Afterwards.committed(() -> put(live));
            Afterwards.ended(() -> TransactionSynchronizationManager.unbindResourceIfPossible(this));
        }

        @Nullable
        LivePlan at(long version) {
            if (TransactionSynchronizationManager.getResource(this) instanceof LivePlan own && own.version() == version)
                return own;
            var known = plan.get();
            return known != null && known.version() == version ? known : null;
        }
    }

    Warm of(UUID project) {
        synchronized (warm) {
            return warm.computeIfAbsent(project, any -> new Warm());
        }
    }

    /// The plan as it is stored now.
    Optional<LivePlan> current(UUID project) {
        return plans.version(project).flatMap(version -> at(project, version));
    }

    /// The plan at its stored version.
    Optional<LivePlan> at(UUID project, long version) {
        var place = of(project);
        var known = place.at(version);
        if (known != null) return Optional.of(known);
        var loaded = plans.load(project, now());
        loaded.ifPresent(place::put);
        return loaded;
    }

    /// The present minute.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
