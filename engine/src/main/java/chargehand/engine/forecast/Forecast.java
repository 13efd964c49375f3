package chargehand.engine.forecast;

import chargehand.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What simulation says about a calendar.
///
/// @param tasks in the order of the plan, summaries included
/// @param finish when the whole project ends
/// @param finishes the same in full
/// @param kept for each task with a deadline the share of runs that meet it, 0 to 1
/// @param drivers of each task, in the order of the plan, or empty if nobody asked; nothing drives by a
/// summary
/// @param runs how many times the calendar was simulated
public record Forecast(
        List<Chance> tasks,
        Chance finish,
        Finishes finishes,
        Map<TaskId, Double> kept,
        List<Driver> drivers,
        int runs,
        long seed) {
    public Forecast {
        tasks = List.copyOf(tasks);
        drivers = List.copyOf(drivers);
        kept = Map.copyOf(kept);
    }

    /// A forecast of a plan without deadlines.
    public Forecast(List<Chance> tasks, Chance finish, int runs, long seed) {
        this(tasks, finish, Finishes.certain(finish.p50()), Map.of(), List.of(), runs, seed);
    }

    /// How much the finish of the project depends on a task.
    ///
    /// @param critical in which share of the runs the task stood in the chain that drove the finish: from
    /// the task that ended last back along what each waited for the longest, a link or somebody who was
    /// busy; 0 to 1
    /// @param sensitivity how the finish goes with how long the task takes: the correlation between the
    /// rank of what the task drew and the finish, -1 to 1
    /// @param ifShort by how much the project ends later than on average, in that tenth of the runs in which the
    /// task takes least; negative where it ends earlier. Whole minutes by the clock
    /// @param ifLong the same where it takes most
    public record Driver(double critical, double sensitivity, Duration ifShort, Duration ifLong) {
        static final Driver NONE = new Driver(0, 0, Duration.ZERO, Duration.ZERO);
    }

    /// When something finishes: by `p10` in one of ten runs, by `p50` in half of them, and so on; never
    /// decreasing. Of what is already finished all are the same.
    public record Chance(Instant p2, Instant p10, Instant p50, Instant p80, Instant p90, Instant p98) {
        /// All chances at one moment: what has happened is certain.
        public static Chance certain(Instant at) {
            return new Chance(at, at, at, at, at, at);
        }
    }
}
