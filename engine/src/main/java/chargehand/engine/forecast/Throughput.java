package chargehand.engine.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What may be finished in days to come, if they are as days before: each draws one of those, with what
/// was finished on it (a bootstrap of throughput).
public final class Throughput {
    private static final int FEWEST_DAYS = 15;
    private static final int FEWEST_DONE = 8;

    private final int[] daily;

    private Throughput(int[] daily) {
        this.daily = daily;
    }

    /// @param daily how many tasks were finished on each working day, those with none included
    public static Throughput of(List<Integer> daily) {
        return new Throughput(daily.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Whether it says enough: 15 days and 8 finished tasks.
    public boolean isEnough() {
        return daily.length >= FEWEST_DAYS && done() >= FEWEST_DONE;
    }

    public int days() {
        return daily.length;
    }

    public int done() {
        return Arrays.stream(daily).sum();
    }

    /// How many are finished in all after each of the coming working days, in each run: `[run][day]`,
    /// never falling. The same seed gives the same runs.
    public int[][] runs(int runs, int days, long seed) {
        var random = new SplittableRandom(seed);
        var paths = new int[runs][days];
        if (daily.length == 0) return paths;
        for (var path : paths) {
            int done = 0;
            for (int day = 0; day < days; day++) {
                done += daily[random.nextInt(daily.length)];
                path[day] = done;
            }
        }
        return paths;
    }
}
