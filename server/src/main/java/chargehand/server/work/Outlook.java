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

    /// Of all tasks of these projects, from the newest forecasts that there are. Never waits for one to be
    /// made; of what was never forecast there is nothing.
    Map<UUID, Outlooks> of(Collection<UUID> projects);
}
