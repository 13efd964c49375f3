package chargehand.engine.forecast;

import chargehand.engine.plan.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What simulation says about a calendar.
///
/// @param tasks in the order of the plan, summaries included
/// @param finish when the whole project ends
/// @param kept for each task with a deadline the share of runs that meet it, 0 to 1
/// @param runs how many times the calendar was simulated
public record Forecast(List<Chance> tasks, Chance finish, Map<TaskId, Double> kept, int runs, long seed) {
    public Forecast {
        tasks = List.copyOf(tasks);
        kept = Map.copyOf(kept);
    }

    /// A forecast of a plan without deadlines.
    public Forecast(List<Chance> tasks, Chance finish, int runs, long seed) {
        this(tasks, finish, Map.of(), runs, seed);
    }

    /// When something finishes: by `p10` in one of ten runs, by `p50` in half of them, and so on; never
    /// decreasing.
    /// Of what is already finished all are the same.
    public record Chance(Instant p2, Instant p10, Instant p50, Instant p80, Instant p90, Instant p98) {
        /// All chances at one moment: what has happened is certain.
        public static Chance certain(Instant at) {
            return new Chance(at, at, at, at, at, at);
        }
    }
}
