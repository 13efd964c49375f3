package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.server.reporting.PortfolioRows.Deadline;
import chargehand.server.reporting.Value.Caught;
import chargehand.server.reporting.Value.Of;
import chargehand.server.reporting.Value.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the value report says, read across modules in one query each.
@Repository
class ValueRows {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ValueRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Better calendars that were taken, the newest first.
    List<Taken> taken(Map<UUID, Of> projects, Instant since) {
        return jdbc.sql("""
                select t.project, t.finish_was, t.finish_now, c.author_name, c.at, c.undone_by is not null as undone,
                    p.finish
                from planning.taken_proposal t
                join planning.plan_change c on c.project = t.project and c.version = t.version
                join planning.project p on p.id = t.project
                where t.project = any(cast(:projects as uuid[])) and c.at >= :since
                order by c.at desc, t.project limit :most
                """)
                .param("projects", projects.keySet().toArray(UUID[]::new))
                .param("since", Updates.utc(since))
                .param("most", MOST)
                .query((row, number) -> {
                    var before = at(row, "finish_was");
                    var after = at(row, "finish_now");
                    var now = at(row, "finish");
                    return new Taken(
                            of(projects, row),
                            row.getString("author_name"),
                            at(row, "at"),
                            before,
                            after,
                            now,
                            Taken.Became.of(row.getBoolean("undone"), before, after, now));
                })
                .list();
    }

    private static Of of(Map<UUID, Of> projects, ResultSet row) throws SQLException {
        return Objects.requireNonNull(projects.get(Updates.uuid(row, "project")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    /// Complications that would have moved a date and were told before it, the newest first.
    List<Caught> caught(Map<UUID, Of> projects, Instant since, Map<UUID, List<Deadline>> promised) {
        return jdbc
                .sql("""
                select c.*, t.document #>> '{task,name}' as task_name, s.finish
                from work.complication c
                join planning.task t on t.project = c.project and t.id = c.task
                join planning.scheduled_task s on s.project = c.project and s.task = c.task
                where c.project = any(cast(:projects as uuid[])) and c.at >= :since and c.effect is not null
                order by c.at desc, c.id limit :most
                """)
                .param("projects", projects.keySet().toArray(UUID[]::new))
                .param("since", Updates.utc(since))
                .param("most", MOST)
                .query((row, number) ->
                        caught(row, of(projects, row), promised.getOrDefault(Updates.uuid(row, "project"), List.of())))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Nothing where no date was in danger, or its day was over.
    private Optional<Caught> caught(ResultSet row, Of project, List<Deadline> promised) throws SQLException {
        var effect = json.readTree(row.getString("effect"));
        var told = at(row, "at");
        boolean open = row.getObject("closed_at") == null;
        var finish = WorkingTable.instant(row.getInt("finish"));
        var danger = missed(effect, promised)
                .orElseGet(() -> new Danger(moment(effect, "taskWas"), moment(effect, "taskFinish"), finish, false));
        if (!danger.before.isAfter(danger.date) || !told.isBefore(danger.date)) return Optional.empty();
        return Optional.of(new Caught(
                project,
                row.getString("task"),
                row.getString("task_name"),
                row.getString("what"),
                row.getString("name"),
                told,
                danger.date,
                danger.promised,
                danger.before,
                danger.after,
                row.getString("done"),
                Caught.Became.of(open, danger.date, danger.before, danger.after)));
    }

    private record Danger(Instant date, Instant before, Instant after, boolean promised) {}

    /// The first promise that it would have broken, as far as that is still one.
    private static Optional<Danger> missed(JsonNode effect, List<Deadline> promised) {
        return effect.path("promises")
                .valueStream()
                .filter(each -> each.path("missed").booleanValue(false))
                .flatMap(each -> promised.stream()
                        .filter(deadline ->
                                deadline.name().equals(each.path("name").stringValue("")))
                        .map(deadline -> new Danger(
                                moment(each, "by"),
                                moment(each, "planned"),
                                Objects.requireNonNullElse(deadline.finished(), deadline.planned()),
                                true)))
                .findFirst();
    }

    private static Instant moment(JsonNode node, String field) {
        return Instant.parse(node.path(field).stringValue());
    }

    /// Dates that the promise of a whole project had before its last one, the first first.
    List<Instant> moves(UUID project) {
        return jdbc.sql("""
                select was from forecasting.promise_step
                where project = :project and task = '' and kind = 'moved' and was is not null order by seq
                """)
                .param("project", project)
                .query((row, number) -> at(row, "was"))
                .list();
    }
}
