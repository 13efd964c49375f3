package chargehand.server.forecasting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Promises and every date that they had, as they are stored.
@Repository
class Promises {
    private final JdbcClient jdbc;

    Promises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that stand.
    List<Promise> of(UUID project) {
        return jdbc.sql("select * from forecasting.promise where project = :project and not withdrawn order by task")
                .param("project", project)
                .query((row, number) -> promise(row))
                .list();
    }

    Optional<Promise> find(UUID project, String task) {
        return of(project).stream().filter(each -> each.task().equals(task)).findFirst();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("task"),
                moment(row, "by"),
                row.getString("whom"),
                row.getString("wording"),
                row.getString("giver"),
                Objects.requireNonNull(row.getObject("given_on", LocalDate.class)));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    void put(Promise promise) {
        jdbc.sql("""
                insert into forecasting.promise (project, task, by, whom, wording, giver, given_on)
                values (:project, :task, :by, :whom, :wording, :giver, :on)
                on conflict (project, task) do update set by = excluded.by, whom = excluded.whom,
                    wording = excluded.wording, giver = excluded.giver, given_on = excluded.given_on,
                    withdrawn = false
                """)
                .param("project", promise.project())
                .param("task", promise.task())
                .param("by", utc(promise.by()))
                .param("whom", promise.whom())
                .param("wording", promise.wording())
                .param("giver", promise.giver())
                .param("on", promise.givenOn())
                .update();
    }

    void withdraw(UUID project, String task) {
        jdbc.sql("update forecasting.promise set withdrawn = true where project = :project and task = :task")
                .param("project", project)
                .param("task", task)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    enum Kind {
        given,
        moved,
        withdrawn
    }

    /// @param version of the plan that it made; of a task's alone
    record Step(
            String task,
            Kind kind,
            @Nullable Instant was,
            @Nullable Instant by,
            @Nullable String reason,
            @Nullable Long version,
            UUID account,
            String name,
            Instant at) {}

    /// In order.
    List<Step> steps(UUID project) {
        return jdbc.sql("select * from forecasting.promise_step where project = :project order by seq")
                .param("project", project)
                .query((row, number) -> step(row))
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("task"),
                Kind.valueOf(row.getString("kind")),
                moment(row, "was"),
                moment(row, "by"),
                row.getString("reason"),
                row.getObject("version", Long.class),
                Objects.requireNonNull(row.getObject("account", UUID.class)),
                row.getString("name"),
                Objects.requireNonNull(moment(row, "at")));
    }

    void add(UUID project, Step step) {
        jdbc.sql("""
                insert into forecasting.promise_step (project, task, kind, was, by, reason, version, account, name, at)
                values (:project, :task, :kind, :was, :by, :reason, :version, :account, :name, :at)
                """)
                .param("project", project)
                .param("task", step.task())
                .param("kind", step.kind().name())
                .param("was", utc(step.was()))
                .param("by", utc(step.by()))
                .param("reason", step.reason())
                .param("version", step.version())
                .param("account", step.account())
                .param("name", step.name())
                .param("at", utc(step.at()))
                .update();
    }
}
