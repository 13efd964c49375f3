package chargehand.server.work;

import chargehand.engine.forecast.Forecast.Chance;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// How likely tasks are done by when, as whoever forecasts knows it.
public interface Outlook {
    /// @param chances by task; of a task that was never forecast there is none
    /// @param kept the chance of each promise, 0 to 1, by task
    record Outlooks(Map<String, Chance> chances, Map<String, Double> kept) {
        public static final Outlooks NONE = new Outlooks(Map.of(), Map.of());
    }

    /// Of these tasks of a project at least, from the newest forecast that there is. Never waits for one to be made.
    Outlooks of(UUID project, Collection<String> tasks);
}
