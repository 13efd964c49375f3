package chargehand.engine.forecast;

import chargehand.engine.forecast.Forecast.Driver;
import chargehand.engine.forecast.Simulation.Block;
import java.time.Duration;

/// How often each task drove the finish, and how much the finish goes with how long the task takes. Whole
/// sums, so that the order of the runs does not matter.
final class Drivers {
    private static final int POINTS = 1024;
    private static final int MIDDLE = POINTS / 2;
    private static final int TENTH = POINTS / 10;
    /// Four years in minutes: beyond, a finish counts as if it were just there, and no sum overflows.
    private static final int FARTHEST = 1 << 21;

    private final int tasks;
    private final int planned;
    private final int[] critical;
    private final long[] drawn;
    private final long[] drawnSquared;
    private final long[] together;
    private final long[] ifShort;
    private final long[] ifLong;
    private final int[] shortRuns;
    private final int[] longRuns;
    private long finish;
    private long finishSquared;
    private int runs;

    /// @param planned when the project finishes by the calendar
    Drivers(int tasks, int planned) {
        this.tasks = tasks;
        this.planned = planned;
        critical = new int[tasks];
        drawn = new long[tasks];
        drawnSquared = new long[tasks];
        together = new long[tasks];
        ifShort = new long[tasks];
        ifLong = new long[tasks];
        shortRuns = new int[tasks];
        longRuns = new int[tasks];
    }

    void add(Block block, int lane, int finished) {
        long late = Math.max(-FARTHEST, Math.min(FARTHEST, finished - planned));
        runs++;
        finish += late;
        finishSquared += late * late;
        for (int n = 0; n < tasks; n++) {
            int point = block.drawn(n, lane);
            if (point < 0) continue;
            int own = point - MIDDLE;
            drawn[n] += own;
            drawnSquared[n] += (long) own * own;
            together[n] += own * late;
            if (point < TENTH) {
                ifShort[n] += late;
                shortRuns[n]++;
            } else if (point >= POINTS - TENTH) {
                ifLong[n] += late;
                longRuns[n]++;
            }
        }
        block.drivers(lane, n -> critical[n]++);
    }

    void add(Drivers other) {
        runs += other.runs;
        finish += other.finish;
        finishSquared += other.finishSquared;
        for (int n = 0; n < tasks; n++) {
            critical[n] += other.critical[n];
            drawn[n] += other.drawn[n];
            drawnSquared[n] += other.drawnSquared[n];
            together[n] += other.together[n];
            ifShort[n] += other.ifShort[n];
            ifLong[n] += other.ifLong[n];
            shortRuns[n] += other.shortRuns[n];
            longRuns[n] += other.longRuns[n];
        }
    }

    Driver of(int n) {
        double ofTask = (double) drawnSquared[n] * runs - (double) drawn[n] * drawn[n];
        double ofFinish = (double) finishSquared * runs - (double) finish * finish;
        double both = (double) together[n] * runs - (double) drawn[n] * finish;
        double sensitivity = ofTask > 0 && ofFinish > 0 ? both / Math.sqrt(ofTask * ofFinish) : 0;
        return new Driver(
                (double) critical[n] / runs, sensitivity, from(ifShort[n], shortRuns[n]), from(ifLong[n], longRuns[n]));
    }

    /// How far the mean of some runs lies from that of all.
    private Duration from(long sum, int some) {
        if (some == 0) return Duration.ZERO;
        return Duration.ofMinutes(Math.round((double) sum / some - (double) finish / runs));
    }
}
