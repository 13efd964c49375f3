package chargehand.server.forecasting;

import chargehand.engine.forecast.Spreads;
import chargehand.engine.forecast.Together;
import chargehand.engine.forecast.history.CommonCause;
import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.Precedent;
import chargehand.engine.forecast.history.RangeRecord;
import chargehand.engine.forecast.history.SimilarWork;
import chargehand.engine.forecast.history.Work;
import chargehand.server.identity.WorksAgreement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What was learned from the history at one of its versions. Used by several threads at once.
final class Learned {
    /// With less finished work than this the general prior stands.
    static final int FEWEST = 16;

    private static final int REMEMBERED = 20_000;

    private final SimilarWork similar;
    private final CommonCause common;
    private final RangeRecord ranges;
    private final List<FinishedWork> finished;
    private final long version;
    private final WorksAgreement agreement;
    private final Set<String> teams;
    private final Instant asOf;
    private final Map<Work, Foreseen> known = new ConcurrentHashMap<>();

    Learned(
            SimilarWork similar,
            CommonCause common,
            List<FinishedWork> finished,
            long version,
            WorksAgreement agreement,
            Set<String> teams,
            Instant asOf) {
        this.similar = similar;
        this.common = common;
        this.finished = List.copyOf(finished);
        ranges = RangeRecord.of(finished);
        this.version = version;
        this.agreement = agreement;
        this.teams = teams;
        this.asOf = asOf;
    }

    /// What a piece of work may take.
    ///
    /// @param ratios for each hour of the estimate, as [Spreads] has them
    record Foreseen(float[] ratios, List<Precedent> precedents) {}

    Foreseen foresee(Work work) {
        if (known.size() > REMEMBERED) known.clear();
        return known.computeIfAbsent(work, any -> {
            var spread = similar.spread(work);
            return new Foreseen(spread.ratios(Spreads.POINTS), spread.precedents());
        });
    }

    boolean isEnough() {
        return finished.size() >= FEWEST;
    }

    Together together() {
        return common.together();
    }

    /// Of which something may be said.
    Set<String> teams() {
        return teams;
    }

    /// What ranges were worth that estimators told.
    RangeRecord ranges() {
        return ranges;
    }

    List<FinishedWork> finished() {
        return finished;
    }

    boolean isOf(long otherVersion, WorksAgreement other) {
        return version == otherVersion && agreement == other;
    }

    long version() {
        return version;
    }

    WorksAgreement agreement() {
        return agreement;
    }

    /// Everything that was finished before may speak.
    Instant asOf() {
        return asOf;
    }
}
