package chargehand.engine.plans;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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
