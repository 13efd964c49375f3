package chargehand.server.forecasting;

import chargehand.engine.forecast.history.CommonCause;
import chargehand.engine.forecast.history.LearningOptions;
import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.engine.forecast.history.SimilarWork;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Company;
import chargehand.server.identity.WorksAgreement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Learns from the history anew when it has changed, on one core; until then what was learned before
/// stands.
@Component
class Learner {
    /// Older work has next to no weight in the forecasts of larger companies, and memory has an end.
    static final int MOST = 20_000;

    private static final Duration A_DAY = Duration.ofDays(1);
    /// Of the time that passes, learning that takes longer than this may take a twentieth.
    private static final long QUICK_NANOS = 1_000_000_000L;

    private static final int REST = 20;

    private final History history;
    private final Companies companies;
    private final Clock clock;
    private volatile @Nullable Learned learned;
    private long restUntil;

    Learner(History history, Companies companies, Clock clock) {
        this.history = history;
        this.companies = companies;
        this.clock = clock;
    }

    /// What is known now, without learning; null before anything was learned.
    @Nullable
    Learned known() {
        return learned;
    }

    /// Somebody has just brought history in, and waits for what comes of it.
    synchronized void hurry() {
        restUntil = System.nanoTime();
    }

    /// What is known, after learning if there is something new. Called by one thread at a time.
    ///
    /// @param stop when it says true, what was learned before stands
    synchronized @Nullable Learned learn(BooleanSupplier stop) {
        long version = history.version();
        var agreement = companies.find().map(Company::agreement).orElse(WorksAgreement.SELF);
        var before = learned;
        if (before != null && !isOld(before, version, agreement)) return before;
        long begun = System.nanoTime();
        var next = learn(version, agreement, stop);
        if (next == null) return before;
        long end = System.nanoTime();
        restUntil = end - begun < QUICK_NANOS ? end : end + (end - begun) * REST;
        learned = next;
        return next;
    }

    private boolean isOld(Learned before, long version, WorksAgreement agreement) {
        if (before.agreement() != agreement) return true;
        if (!before.isOf(version, agreement)) return System.nanoTime() - restUntil >= 0;
        return Duration.between(before.asOf(), clock.instant()).compareTo(A_DAY) > 0;
    }

    private @Nullable Learned learn(long version, WorksAgreement agreement, BooleanSupplier stop) {
        var finished = history.latest(MOST);
        var asOf = asOf(finished.isEmpty() ? null : finished.getLast().finished());
        var options = LearningOptions.ofEachPerson()
                .withRecord(PersonalRecord.valueOf(agreement.name()))
                .withStop(stop);
        var teams = Leaning.largeTeams(finished, agreement);
        return SimilarWork.learn(finished, options)
                .map(similar -> new Learned(
                        similar,
                        CommonCause.estimate(similar, Instant.MAX, teams),
                        finished,
                        version,
                        agreement,
                        teams,
                        asOf))
                .orElse(null);
    }

    /// How right forecasts would have been on the history, reckoned anew for each of its versions.
    ///
    /// @return empty if there is nothing new, or `stop` said true
    Optional<Reliability> reckon(Learned learned, BooleanSupplier stop) {
        var options = LearningOptions.ofEachPerson()
                .withRecord(PersonalRecord.valueOf(learned.agreement().name()))
                .withStop(stop);
        return Hindcast.of(learned.finished(), options);
    }

    /// What was just finished may speak, too.
    private Instant asOf(@Nullable Instant last) {
        var now = clock.instant();
        return last == null || last.isBefore(now) ? now : last.plusSeconds(1);
    }
}
