package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.engine.plan.TaskId;
import chargehand.server.forecasting.Reliability.Group;
import chargehand.server.forecasting.Reliability.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Forecasts that were kept day by day, and how they did.
@Repository
class Scores {
    private static final double MINUTES_OF_DAY = 24 * 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Scores(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// In the place of the one before on that day.
    void keep(StoredForecast forecast, ZoneId zone) {
        jdbc.sql("""
                insert into forecasting.kept (project, day, version, as_of, finish, tasks)
                values (:project, :day, :version, :asOf, cast(:finish as int[]), :tasks)
                on conflict (project, day) do update set version = excluded.version, as_of = excluded.as_of,
                    finish = excluded.finish, tasks = excluded.tasks
                """)
                .param("project", forecast.project())
                .param("day", LocalDate.ofInstant(forecast.asOf(), zone))
                .param("version", forecast.version())
                .param("asOf", History.utc(forecast.asOf()))
                .param("finish", Forecasts.minutes(forecast.finish()))
                .param("tasks", Forecasts.packed(forecast.tasks()))
                .update();
    }

    /// A forecast of one task.
    record Kept(Instant asOf, Chance chance) {}

    /// What was last said of a task before it was begun, or else first.
    Optional<Kept> foretold(UUID project, String task, Instant begun) {
        return jdbc.sql("""
                select as_of, tasks from forecasting.kept where project = :project
                order by as_of >= :begun, case when as_of < :begun then as_of end desc nulls last, as_of
                limit 1
                """)
                .param("project", project)
                .param("begun", History.utc(begun))
                .query((row, number) -> {
                    var asOf = History.instant(row, "as_of");
                    var chance = Forecasts.unpacked(Objects.requireNonNull(row.getBytes("tasks")))
                            .get(new TaskId(task));
                    return Optional.ofNullable(chance).map(each -> new Kept(asOf, each));
                })
                .optional()
                .flatMap(found -> found);
    }

    void score(UUID project, String task, @Nullable String kind, Kept kept, Instant finished) {
        var chance = kept.chance();
        jdbc.sql("""
                insert into forecasting.score (project, task, kind, as_of, finished, by10, by50, by80, by90, pinball)
                values (:project, :task, :kind, :asOf, :finished, :by10, :by50, :by80, :by90, :pinball)
                on conflict (project, task) do update set kind = excluded.kind, as_of = excluded.as_of,
                    finished = excluded.finished, by10 = excluded.by10, by50 = excluded.by50, by80 = excluded.by80,
                    by90 = excluded.by90, pinball = excluded.pinball
                """)
                .param("project", project)
                .param("task", task)
                .param("kind", kind)
                .param("asOf", History.utc(kept.asOf()))
                .param("finished", History.utc(finished))
                .param("by10", !finished.isAfter(chance.p10()))
                .param("by50", !finished.isAfter(chance.p50()))
                .param("by80", !finished.isAfter(chance.p80()))
                .param("by90", !finished.isAfter(chance.p90()))
                .param("pinball", pinball(chance, finished))
                .update();
    }

    /// In days: late is dear where it was said to be unlikely, early where it was said to be likely.
    static double pinball(Chance chance, Instant finished) {
        return (loss(0.1, chance.p10(), finished)
                        + loss(0.5, chance.p50(), finished)
                        + loss(0.8, chance.p80(), finished)
                        + loss(0.9, chance.p90(), finished))
                / 4;
    }

    private static double loss(double share, Instant said, Instant finished) {
        double late = Duration.between(said, finished).toMinutes() / MINUTES_OF_DAY;
        return late >= 0 ? share * late : (share - 1) * late;
    }

    void forget(UUID project, String task) {
        jdbc.sql("delete from forecasting.score where project = :project and task = :task")
                .param("project", project)
                .param("task", task)
                .update();
    }

    /// Of those projects alone.
    Reliability reliability(List<UUID> projects) {
        var ids = projects.toArray(UUID[]::new);
        var all = jdbc.sql("""
                select count(*) as forecasts, avg(by10::int) as by10, avg(by50::int) as by50, avg(by80::int) as by80,
                    avg(by90::int) as by90, min(as_of) as since
                from forecasting.score where project = any(:projects)
                """)
                .param("projects", ids)
                .query((row, number) -> reliability(row))
                .single();
        var groups = jdbc.sql("""
                select split_part(s.kind, '/', 1) as kind, count(*) as forecasts, avg(s.by80::int) as likely
                from forecasting.score s join forecasting.finished_work w on w.project = s.project and w.task = s.task
                where s.project = any(:projects) and s.kind is not null
                group by 1 having count(*) >= :sayable and count(distinct w.person) >= :people order by 1
                """)
                .param("projects", ids)
                .param("sayable", Reliability.SAYABLE)
                .param("people", PersonalRecord.SMALLEST_GROUP)
                .query((row, number) -> new Group(
                        Objects.requireNonNull(row.getString("kind")),
                        row.getInt("forecasts"),
                        row.getDouble("likely")))
                .list();
        return new Reliability(all.forecasts(), all.levels(), groups, all.since());
    }

    /// From a row of counts and shares, without groups.
    static Reliability reliability(ResultSet row) throws SQLException {
        if (row.getInt("forecasts") == 0) return Reliability.NONE;
        var since = row.getObject("since", OffsetDateTime.class);
        return new Reliability(
                row.getInt("forecasts"),
                List.of(
                        new Level(0.1, row.getDouble("by10")),
                        new Level(0.5, row.getDouble("by50")),
                        new Level(0.8, row.getDouble("by80")),
                        new Level(0.9, row.getDouble("by90"))),
                List.of(),
                since == null ? null : since.toInstant());
    }

    /// Which version of the history was last reckoned through, or 0.
    long reckonedVersion() {
        return jdbc.sql("select version from forecasting.reckoned")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void reckoned(long version, Instant at, Reliability reliability) {
        jdbc.sql("""
                insert into forecasting.reckoned (version, at, document) values (:version, :at, cast(:document as jsonb))
                on conflict (one) do update set version = excluded.version, at = excluded.at,
                    document = excluded.document
                """)
                .param("version", version)
                .param("at", History.utc(at))
                .param("document", json.writeValueAsString(reliability))
                .update();
    }

    Reliability reckoned() {
        return jdbc.sql("select document from forecasting.reckoned")
                .query((row, number) -> json.readValue(row.getString("document"), Reliability.class))
                .optional()
                .orElse(Reliability.NONE);
    }
}
