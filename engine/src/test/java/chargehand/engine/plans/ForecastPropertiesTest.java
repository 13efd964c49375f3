package chargehand.engine.plans;

import chargehand.engine.forecast.Availability;
import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every forecast.
final class ForecastPropertiesTest {
    private static final int RUNS = 40;

    static LongStream seeds() {
        return Property.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void growsWithCertaintyAndNeverReachesIntoThePast(long seed) {
        Property.holds(seed, each -> {
            var calendar = schedule(each);

            var forecast = Forecaster.forecast(each.plan(), calendar, each.now(), RUNS, seed);

            var complaints = new ArrayList<String>();
            for (int i = 0; i < each.plan().tasks().size(); i++) {
                var task = each.plan().tasks().get(i);
                complaints.addAll(complaints(task, forecast.tasks().get(i), each, calendar));
            }
            if (!isOrdered(forecast.finish())) complaints.add("The finish is likely at " + forecast.finish());
            return complaints;
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysTheSameAgain(long seed) {
        Property.holds(seed, each -> {
            var calendar = schedule(each);

            var once = Forecaster.forecast(each.plan(), calendar, each.now(), RUNS, seed);
            var again = Forecaster.forecast(each.plan(), calendar, each.now(), RUNS, seed);

            return once.equals(again) ? List.of() : List.of("Once it says %s, then %s.".formatted(once, again));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysTheSameOnAnyNumberOfThreads(long seed) {
        Property.holds(seed, each -> {
            var calendar = schedule(each);
            var options = ForecastOptions.runs(RUNS)
                    .withNow(each.now())
                    .withSeed(seed)
                    .withAvailability(new Availability(0.2, 600))
                    .withDrivers();

            var one = Forecaster.forecast(each.plan(), calendar, options);
            var three = Forecaster.forecast(each.plan(), calendar, options.withThreads(3));

            return one.equals(three) ? List.of() : List.of("With one thread %s, with three %s.".formatted(one, three));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsManyRunsAboutAsItReadsFew(long seed) {
        Property.holds(seed, each -> {
            var calendar = schedule(each);
            var options = ForecastOptions.runs(1000).withNow(each.now()).withSeed(seed);

            var read = Forecaster.forecast(each.plan(), calendar, options).orElseThrow();
            var counted = Forecaster.forecast(each.plan(), calendar, options.withDrivers())
                    .orElseThrow();

            var complaints = new ArrayList<String>();
            for (int i = 0; i < each.plan().tasks().size(); i++) {
                var one = read.tasks().get(i);
                var other = counted.tasks().get(i);
                if (!isOrdered(other)) complaints.add("%s is likely at %s".formatted(i, other));
                long spread = Duration.between(one.p2(), one.p98()).toMinutes();
                long apart = Math.abs(Duration.between(one.p50(), other.p50()).toMinutes());
                if (apart > 3 + spread / 40) complaints.add("%s: %s is not %s".formatted(i, other, one));
                double critical = counted.drivers().get(i).critical();
                if (critical < 0 || critical > 1) complaints.add("%s is critical in %s".formatted(i, critical));
            }
            return complaints;
        });
    }

    @Test
    void givesNoForecastWhenStopped() {
        Property.holds(1, each -> {
            var calendar = schedule(each);
            var asked = new AtomicInteger();
            var options = ForecastOptions.runs(10_000).withNow(each.now()).withStop(() -> asked.incrementAndGet() > 3);

            var stopped = Forecaster.forecast(each.plan(), calendar, options);

            return stopped.isEmpty() && asked.get() == 4
                    ? List.of()
                    : List.of("It was asked %d times and said %s.".formatted(asked.get(), stopped));
        });
    }

    private static List<String> complaints(Task task, Chance chance, Situation situation, Calendar calendar) {
        var complaints = new ArrayList<String>();
        if (!isOrdered(chance)) complaints.add("%s is likely at %s".formatted(task.id(), chance));
        if (task.isSummary()) return complaints;
        var progress = task.progress();
        var finished = progress == null ? null : progress.finished();
        if (finished != null && !chance.equals(Chance.certain(finished)))
            complaints.add("%s has finished, and may be at %s".formatted(task.id(), chance));
        if (finished != null) return complaints;
        var now = situation.now();
        if (now != null
                && progress == null
                && task.pinnedStart() == null
                && chance.p2().isBefore(now)) complaints.add("%s may have happened already".formatted(task.id()));
        if (progress == null && task.pinnedStart() != null && chance.p2().isBefore(task.pinnedStart()))
            complaints.add("%s may finish before it is pinned to start".formatted(task.id()));
        if (progress != null && chance.p2().isBefore(progress.started()))
            complaints.add("%s may finish before it started".formatted(task.id()));
        return complaints;
    }

    private static boolean isOrdered(Chance chance) {
        var moments = List.of(chance.p2(), chance.p10(), chance.p50(), chance.p80(), chance.p90(), chance.p98());
        return moments.equals(moments.stream().sorted().toList());
    }

    private static Calendar schedule(Situation situation) {
        return Scheduler.schedule(situation.plan(), Options.schedules(5).withNow(situation.now()));
    }
}
