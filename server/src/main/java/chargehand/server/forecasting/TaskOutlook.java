package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.TaskId;
import chargehand.server.work.Outlook;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells those who work on tasks what the newest forecast says of these.
@Component
class TaskOutlook implements Outlook {
    private final Forecasts forecasts;

    TaskOutlook(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public Outlooks of(UUID project, Collection<String> tasks) {
        return forecasts
                .find(project)
                .map(each -> new Outlooks(chances(each, tasks), kept(each)))
                .orElse(Outlooks.NONE);
    }

    private static Map<String, Chance> chances(StoredForecast forecast, Collection<String> tasks) {
        var chances = new HashMap<String, Chance>();
        for (var task : tasks) {
            var chance = forecast.tasks().get(new TaskId(task));
            if (chance != null) chances.put(task, chance);
        }
        return chances;
    }

    private static Map<String, Double> kept(StoredForecast forecast) {
        var kept = new HashMap<String, Double>();
        for (var each : forecast.promises()) kept.put(each.task(), each.chance());
        return kept;
    }
}
