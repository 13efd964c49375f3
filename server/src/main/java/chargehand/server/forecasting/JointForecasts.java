package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecaster;
import chargehand.engine.forecast.RiskEvent;
import chargehand.engine.forecast.Runs;
import chargehand.server.planning.PlanReading;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The simulated runs of a calendar one by one, for whoever asks about several tasks at once. Made when
/// they are asked for, by what was learned until then, and kept until the plan, its risks or what was learned
/// differs.
@Component
public class JointForecasts {
    private static final int RUNS = 1_000;
    private static final int RUNS_OF_LARGE = 300;
    private static final int LARGE = 3_000;
    private static final long SEED = 1;
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Learner learner;
    private final Foreseeing foreseeing;
    private final Risks risks;
    private final Map<UUID, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

    JointForecasts(Learner learner, Foreseeing foreseeing, Risks risks) {
        this.risks = risks;
        this.learner = learner;
        this.foreseeing = foreseeing;
    }

    private record Kept(long version, Instant now, @Nullable Learned learned, List<RiskEvent> risks, Runs runs) {
        boolean isOf(PlanReading.Current current, @Nullable Learned by, List<RiskEvent> counted) {
            var age = Duration.between(now, current.now());
            return version == current.version()
                    && learned == by
                    && risks.equals(counted)
                    && !age.isNegative()
                    && age.compareTo(FRESH) < 0;
        }
    }

    public Runs of(PlanReading.Current current) {
        var learned = learner.known();
        var counted = risks.counted(current.project()).stream().map(Risk::event).toList();
        var last = kept.get(current.project());
        var known = last == null ? null : last.get();
        if (known != null && known.isOf(current, learned, counted)) return known.runs();
        var made = made(current, learned, counted);
        kept.put(
                current.project(),
                new SoftReference<>(new Kept(current.version(), current.now(), learned, counted, made)));
        return made;
    }

    private Runs made(PlanReading.Current current, @Nullable Learned learned, List<RiskEvent> counted) {
        var foresight = foreseeing.of(current, learned, () -> false);
        int runs = current.plan().tasks().size() > LARGE ? RUNS_OF_LARGE : RUNS;
        var options = foresight
                .options(runs)
                .withNow(current.now())
                .withSeed(seed(current.project()))
                .withRisks(counted);
        return Forecaster.runs(current.plan(), current.calendar(), options).orElseThrow();
    }

    /// Projects have nothing in common but technologies and teams, which go by the lower half alone.
    private static long seed(UUID project) {
        return (long) project.hashCode() << 32 | SEED;
    }
}
