package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What simulation said of a plan's calendar.
///
/// @param version of the plan that was simulated
/// @param asOf the moment from which what remains was simulated
/// @param tasks in no order, summaries included
/// @param detail null of forecasts that were made before there were any
public record StoredForecast(
        UUID project,
        long version,
        Instant asOf,
        int runs,
        long seed,
        Chance finish,
        Map<TaskId, Chance> tasks,
        List<Promise> promises,
        @Nullable ForecastDetail detail) {
    /// @param task empty for the whole project
    /// @param chance the share of runs that keep it, 0 to 1
    public record Promise(String task, Instant by, @Nullable String promisedTo, double chance) {}
}
