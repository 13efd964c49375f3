package chargehand.bench;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the first calendar's time grows with the size of a portfolio, a hundred tasks a person.
///
/// @param millis the median of several, from the plan to the calendar, on one thread
record Growth(int tasks, double millis) {
    private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000};

    static List<Growth> measured(long seed) {
        var growth = new ArrayList<Growth>();
        for (int size : SIZES) {
            var plan = Portfolio.inProjects(size, size / 100, seed);
            var one = Options.schedules(1);
            int runs = size <= 10_000 ? 15 : 5;
            growth.add(new Growth(
                    size,
                    Timing.of(runs, runs, () -> Scheduler.schedule(plan, one)).median()));
        }
        return growth;
    }

    /// Nanoseconds for each of n log₂ n: level where time grows like that, falling where it grows less.
    double nanos() {
        return millis * 1e6 / (tasks * (Math.log(tasks) / Math.log(2)));
    }

    static String table(List<Growth> growth) {
        var table = new StringBuilder("     tasks   first calendar   by n log n\n");
        for (var each : growth)
            table.append(String.format(
                    Locale.ROOT, "  %,8d   %11.1f ms   %7.1f ns\n", each.tasks, each.millis, each.nanos()));
        return table.toString();
    }
}
