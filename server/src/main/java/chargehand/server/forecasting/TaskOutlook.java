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
    public Map<UUID, Outlooks> of(Collection<UUID> projects) {
        var outlooks = new HashMap<UUID, Outlooks>();
        if (projects.isEmpty()) return outlooks;
        made(projects).forEach((project, made) -> outlooks.put(project, of(project, made)));
        return outlooks;
    }

    private Map<UUID, Made> made(Collection<UUID> projects) {
        var all = new HashMap<UUID, Made>();
        jdbc.sql("""
                select project, version, as_of from forecasting.forecast
                where project = any(cast(:projects as uuid[]))
                """).param("projects", projects.toArray(UUID[]::new)).query(row -> {
            var at = Objects.requireNonNull(row.getObject("as_of", OffsetDateTime.class));
            all.put(row.getObject("project", UUID.class), new Made(row.getLong("version"), at));
        });
        return all;
    }

    private Outlooks of(UUID project, Made made) {
        var known = kept.get(project);
        var outlooks = known == null || !known.made().equals(made)
                ? null
                : known.outlooks().get();
        if (outlooks != null) return outlooks;
        var read = forecasts.find(project).map(TaskOutlook::outlooks).orElse(Outlooks.NONE);
        kept.put(project, new Kept(made, new SoftReference<>(read)));
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
