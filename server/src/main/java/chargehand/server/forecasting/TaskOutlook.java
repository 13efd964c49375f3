package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.server.work.Outlook;
import java.lang.ref.SoftReference;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells those who work on tasks what the newest forecast says of these. Forecasts of ten thousand tasks take longer to
/// unpack than all the rest of *My work*, so they are kept as long as memory lasts.
@Component
class TaskOutlook implements Outlook {
    private final Forecasts forecasts;
    private final JdbcClient jdbc;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    TaskOutlook(Forecasts forecasts, JdbcClient jdbc) {
        this.forecasts = forecasts;
        this.jdbc = jdbc;
    }

    /// Which forecast it is: a clock may stand still, and the same plan be forecast again.
    private record Made(long version, OffsetDateTime at) {}

    private record Kept(Made made, SoftReference<Outlooks> outlooks) {}

    @Override
    public Outlooks of(UUID project, Collection<String> tasks) {
        var made = jdbc.sql("select version, as_of from forecasting.forecast where project = :project")
                .param("project", project)
                .query((row, number) -> new Made(
                        row.getLong("version"), Objects.requireNonNull(row.getObject("as_of", OffsetDateTime.class))))
                .optional();
        if (made.isEmpty()) return Outlooks.NONE;
        var known = kept.get(project);
        var outlooks = known == null || !known.made().equals(made.get())
                ? null
                : known.outlooks().get();
        if (outlooks != null) return outlooks;
        var read = forecasts.find(project).map(TaskOutlook::outlooks).orElse(Outlooks.NONE);
        kept.put(project, new Kept(made.get(), new SoftReference<>(read)));
        return read;
    }

    private static Outlooks outlooks(StoredForecast forecast) {
        var chances = new HashMap<String, Chance>(forecast.tasks().size() * 2);
        forecast.tasks().forEach((task, chance) -> chances.put(task.value(), chance));
        var promises = new HashMap<String, Double>();
        for (var each : forecast.promises()) promises.put(each.task(), each.chance());
        return new Outlooks(chances, promises);
    }
}
