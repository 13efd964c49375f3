package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.server.reporting.Portfolio.Decision;
import chargehand.server.reporting.Portfolio.Milestone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What the rows of the portfolio say, read across modules in one query each, for all projects at once; no plan is
/// loaded for it.
@Repository
class PortfolioRows {
    /// So many milestones of a project are drawn.
    private static final int MOST_MILESTONES = 6;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PortfolioRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// A date that was promised, and when it is planned to be kept.
    ///
    /// @param task empty for the whole project
    /// @param finished when it was done, or null
    record Deadline(
            UUID project,
            String task,
            String name,
            Instant by,
            @Nullable String promisedTo,
            Instant planned,
            @Nullable Instant finished) {
        boolean isOfAll() {
            return task.isEmpty();
        }
    }

    /// @param finish six moments, by which the project is done with 2, 10, 50, 80, 90 and 98 %
    /// @param chances of promises, by task
    record Forecast(List<Instant> finish, Map<String, Double> chances) {}

    Map<UUID, List<Milestone>> milestones(UUID[] projects) {
        var all = new HashMap<UUID, List<Milestone>>();
        jdbc.sql("""
                select project, name, start from (
                    select t.project, t.document #>> '{task,name}' as name, s.start,
                        row_number() over (partition by t.project order by s.start, t.id) as place
                    from planning.task t join planning.scheduled_task s on s.project = t.project and s.task = t.id
                    where t.project = any(cast(:projects as uuid[]))
                        and t.document #>> '{task,kind}' = 'milestone' and s.start >= :now
                ) next where place <= :most order by project, place
                """)
                .param("projects", projects)
                .param("now", WorkingTable.minute(clock.instant()))
                .param("most", MOST_MILESTONES)
                .query(row -> {
                    all.computeIfAbsent(row.getObject("project", UUID.class), any -> new ArrayList<>())
                            .add(new Milestone(row.getString("name"), WorkingTable.instant(row.getInt("start"))));
                });
        return all;
    }

    /// By project, the first first.
    Map<UUID, List<Deadline>> deadlines(UUID[] projects) {
        var all = new HashMap<UUID, List<Deadline>>();
        jdbc.sql("""
                select t.project, t.id, t.document #>> '{task,name}' as name, t.document #>> '{task,deadline,by}' as by,
                    t.document #>> '{task,deadline,promisedTo}' as promised_to, s.finish,
                    t.document #>> '{task,progress,finished}' as finished
                from planning.task t join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where t.project = any(cast(:projects as uuid[])) and t.document #> '{task,deadline}' is not null
                union all
                select p.id, '', p.name, to_char(r.by at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), r.whom,
                    cast(floor(extract(epoch from p.finish) / 60) as int),
                    case when p.done >= 1 then to_char(p.finish at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
                from forecasting.promise r join planning.project p on p.id = r.project
                where p.id = any(cast(:projects as uuid[])) and r.task = '' and not r.withdrawn
                order by project, by, id
                """).param("projects", projects).query(row -> {
            var deadline = deadline(row);
            all.computeIfAbsent(deadline.project(), any -> new ArrayList<>()).add(deadline);
        });
        return all;
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        var finished = row.getString("finished");
        return new Deadline(
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                Objects.requireNonNull(row.getString("id")),
                Objects.requireNonNull(row.getString("name")),
                Instant.parse(row.getString("by")),
                row.getString("promised_to"),
                WorkingTable.instant(row.getInt("finish")),
                finished == null ? null : Instant.parse(finished));
    }

    /// Better calendars that were found and wait.
    Map<UUID, List<Decision>> proposals(UUID[] projects) {
        var all = new HashMap<UUID, List<Decision>>();
        jdbc.sql("""
                select id, project, why from planning.proposal
                where project = any(cast(:projects as uuid[])) order by project, kind
                """).param("projects", projects).query(row -> {
            var project = row.getObject("project", UUID.class);
            all.computeIfAbsent(project, any -> new ArrayList<>())
                    .add(new Decision(
                            "proposal", row.getString("why"), project, null, row.getObject("id", UUID.class)));
        });
        return all;
    }

    /// Of people's time, that nobody answered.
    Map<UUID, Integer> requests(UUID[] projects) {
        var all = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select project, count(*) as open from people.request
                where project = any(cast(:projects as uuid[])) and state = 'open' group by project
                """).param("projects", projects).query(row -> {
            all.put(row.getObject("project", UUID.class), row.getInt("open"));
        });
        return all;
    }

    /// The newest of each project that has one.
    Map<UUID, Forecast> forecasts(UUID[] projects) {
        var all = new HashMap<UUID, Forecast>();
        boolean kept = jdbc.sql("select to_regclass('forecasting.forecast') is not null")
                .query(Boolean.class)
                .single();
        if (!kept) return all;
        jdbc.sql("""
                select project, finish, promises from forecasting.forecast
                where project = any(cast(:projects as uuid[]))
                """).param("projects", projects).query(row -> {
            all.put(row.getObject("project", UUID.class), forecast(row));
        });
        return all;
    }

    private Forecast forecast(ResultSet row) throws SQLException {
        var finish = new ArrayList<Instant>();
        for (var minute : (Integer[]) row.getArray("finish").getArray()) finish.add(WorkingTable.instant(minute));
        var chances = new HashMap<String, Double>();
        for (var promise : json.readTree(row.getString("promises")))
            chances.put(promise.path("task").asString(), promise.path("chance").asDouble());
        return new Forecast(finish, chances);
    }
}
