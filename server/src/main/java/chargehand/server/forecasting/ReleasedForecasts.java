package chargehand.server.forecasting;

import chargehand.engine.plan.TaskId;
import chargehand.server.forecasting.Scores.Kept;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Forecasts as they were when updates were released, and how they did: what was told is held to account,
/// not only what was reckoned on some day.
@Repository
class ReleasedForecasts {
    private final JdbcClient jdbc;

    ReleasedForecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID update, StoredForecast forecast) {
        jdbc.sql("""
                insert into forecasting.kept_at_release (update_id, project, version, as_of, finish, tasks)
                values (:update, :project, :version, :asOf, cast(:finish as int[]), :tasks)
                on conflict do nothing
                """)
                .param("update", update)
                .param("project", forecast.project())
                .param("version", forecast.version())
                .param("asOf", History.utc(forecast.asOf()))
                .param("finish", Forecasts.minutes(forecast.finish()))
                .param("tasks", Forecasts.packed(forecast.tasks()))
                .update();
    }

    /// Scores what was told of a task in each update before it was finished.
    void score(UUID project, String task, Instant finished) {
        Map<UUID, Kept> told = new HashMap<>();
        jdbc.sql("select update_id, as_of, tasks from forecasting.kept_at_release"
                        + " where project = :project and as_of < :finished")
                .param("project", project)
                .param("finished", History.utc(finished))
                .query(row -> {
                    var chance = Forecasts.unpacked(Objects.requireNonNull(row.getBytes("tasks")))
                            .get(new TaskId(task));
                    var update = Objects.requireNonNull(row.getObject("update_id", UUID.class));
                    if (chance != null) told.put(update, new Kept(History.instant(row, "as_of"), chance));
                });
        told.forEach((update, kept) -> score(update, task, kept, finished));
    }

    private void score(UUID update, String task, Kept kept, Instant finished) {
        var chance = kept.chance();
        jdbc.sql("""
                insert into forecasting.release_score (update_id, task, finished, by10, by50, by80, by90, pinball)
                values (:update, :task, :finished, :by10, :by50, :by80, :by90, :pinball)
                on conflict (update_id, task) do update set finished = excluded.finished, by10 = excluded.by10,
                    by50 = excluded.by50, by80 = excluded.by80, by90 = excluded.by90, pinball = excluded.pinball
                """)
                .param("update", update)
                .param("task", task)
                .param("finished", History.utc(finished))
                .param("by10", !finished.isAfter(chance.p10()))
                .param("by50", !finished.isAfter(chance.p50()))
                .param("by80", !finished.isAfter(chance.p80()))
                .param("by90", !finished.isAfter(chance.p90()))
                .param("pinball", Scores.pinball(chance, finished))
                .update();
    }

    /// Of updates of those projects alone.
    Reliability reliability(List<UUID> projects) {
        return jdbc.sql("""
                select count(*) as forecasts, avg(s.by10::int) as by10, avg(s.by50::int) as by50,
                    avg(s.by80::int) as by80, avg(s.by90::int) as by90, min(k.as_of) as since
                from forecasting.release_score s join forecasting.kept_at_release k on k.update_id = s.update_id
                where k.project = any(:projects)
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query((row, number) -> Scores.reliability(row))
                .single();
    }

    /// A task that isn't finished after all.
    void forget(UUID project, String task) {
        jdbc.sql("""
                delete from forecasting.release_score s using forecasting.kept_at_release k
                where k.update_id = s.update_id and k.project = :project and s.task = :task
                """).param("project", project).param("task", task).update();
    }
}
