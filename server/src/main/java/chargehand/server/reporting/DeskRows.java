package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.server.reporting.Desk.Moved;
import chargehand.server.reporting.Desk.ToChase;
import chargehand.server.reporting.Desk.ToDecide;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What a desk is made of, read across.
@Repository
class DeskRows {
    private static final int MOST = 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeskRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The projects that an account answers for at a moment: as manager, deputy or acting.
    List<UUID> answeredFor(UUID account, @Nullable UUID person, Instant now) {
        return jdbc.sql("""
                select distinct a.project from planning.accountable a
                join planning.project p on p.id = a.project and not p.finished
                where (a.account = :account or a.person = :person)
                    and a.since <= :now and (a.until is null or a.until > :now)
                """)
                .param("account", account)
                .param("person", person, java.sql.Types.OTHER)
                .param("now", Updates.utc(now))
                .query((row, _) -> Objects.requireNonNull(row.getObject("project", UUID.class)))
                .list();
    }

    /// Open complications, the urgent ones first.
    List<ToDecide> complications(UUID[] projects) {
        return jdbc.sql("""
                select c.*, t.document #>> '{task,name}' as task_name from work.complication c
                join planning.task t on t.project = c.project and t.id = c.task
                where c.project = any(cast(:projects as uuid[])) and c.closed_at is null
                order by c.urgent desc, c.at limit :most
                """)
                .param("projects", projects)
                .param("most", MOST)
                .query((row, _) -> complication(row))
                .list();
    }

    private ToDecide complication(ResultSet row) throws SQLException {
        var effect = row.getString("effect");
        var told = effect == null ? null : json.readTree(effect);
        var taken = row.getObject("taken_at") != null;
        return new ToDecide(
                "complication",
                Updates.uuid(row, "project"),
                Updates.uuid(row, "id"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("what"),
                Map.of(),
                row.getString("name"),
                moment(row, "at"),
                row.getBoolean("urgent"),
                told == null ? null : Instant.parse(told.path("was").asString()),
                told == null ? null : Instant.parse(told.path("finish").asString()),
                null,
                taken ? null : row.getObject("cost", Integer.class),
                null,
                null);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Those that still fit the plan as it is.
    List<ToDecide> proposals(UUID[] projects) {
        return jdbc.sql("""
                select s.* from planning.proposal s join planning.project p on p.id = s.project
                where s.project = any(cast(:projects as uuid[])) and s.version = p.version order by s.at
                """)
                .param("projects", projects)
                .query((row, _) -> proposal(row))
                .list();
    }

    private ToDecide proposal(ResultSet row) throws SQLException {
        var values = new HashMap<String, Object>();
        for (var each : json.readTree(row.getString("values")).properties())
            values.put(
                    each.getKey(),
                    each.getValue().isNumber()
                            ? each.getValue().numberValue()
                            : each.getValue().asString());
        return new ToDecide(
                "proposal",
                Updates.uuid(row, "project"),
                Updates.uuid(row, "id"),
                null,
                null,
                row.getString("why"),
                values,
                null,
                moment(row, "at"),
                false,
                moment(row, "finish_was"),
                moment(row, "finish_now"),
                null,
                null,
                null,
                null);
    }

    /// For the time of those whose lead the reader is.
    List<ToDecide> requests(@Nullable UUID lead, ZoneId zone) {
        if (lead == null) return List.of();
        return jdbc.sql("""
                select r.*, p.name as person_name, pr.name as project_name from people.request r
                join people.person p on p.id = r.person and p.lead = :lead
                join planning.project pr on pr.id = r.project
                where r.state = 'open' order by r.starts limit :most
                """)
                .param("lead", lead)
                .param("most", MOST)
                .query((row, _) -> new ToDecide(
                        "request",
                        Updates.uuid(row, "project"),
                        Updates.uuid(row, "id"),
                        null,
                        row.getString("project_name"),
                        row.getString("person_name"),
                        Map.of("units", row.getInt("units")),
                        row.getString("asked_by_name"),
                        moment(row, "asked_at"),
                        false,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.ofInstant(moment(row, "starts"), zone),
                        LocalDate.ofInstant(moment(row, "ends").minusMillis(1), zone)))
                .list();
    }

    /// Needs that nobody sees to, that are over their day, or that come after their task should begin.
    List<ToChase> needs(UUID[] projects, Instant now) {
        return jdbc
                .sql("""
                select n.*, t.document #>> '{task,name}' as task_name, s.start, o.name as owner_name, p.zone
                from work.need n
                join planning.project p on p.id = n.project
                join planning.task t on t.project = n.project and t.id = n.task
                join planning.scheduled_task s on s.project = n.project and s.task = n.task
                left join people.person o on o.id = n.owner
                where n.project = any(cast(:projects as uuid[])) and n.state = 'open'
                    and t.document #> '{task,progress,finished}' is null
                order by n.due nulls last, s.start, n.id limit :most
                """)
                .param("projects", projects)
                .param("most", MOST)
                .query((row, _) -> need(row, now))
                .list()
                .stream()
                .filter(each -> !each.kind().isEmpty())
                .toList();
    }

    private static ToChase need(ResultSet row, Instant now) throws SQLException {
        var due = row.getObject("due", LocalDate.class);
        var start = WorkingTable.instant(row.getInt("start"));
        var zone = ZoneId.of(row.getString("zone"));
        boolean client = row.getBoolean("of_client");
        var owner = row.getString("owner_name");
        var kind = "";
        if (due != null && due.isBefore(LocalDate.ofInstant(now, zone))) kind = "needOverdue";
        else if (owner == null && !client) kind = "needUnowned";
        else if (due != null && due.isAfter(LocalDate.ofInstant(start, zone)) && start.isAfter(now)) kind = "needLate";
        return new ToChase(
                kind,
                Updates.uuid(row, "project"),
                Updates.uuid(row, "id"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("what"),
                owner == null ? List.of() : List.of(owner),
                due,
                start);
    }

    /// Open risks that were to be looked at again by now.
    List<ToChase> reviews(UUID[] projects, Instant now) {
        return jdbc.sql("""
                select r.project, r.id, r.what, r.review, o.name as owner_name
                from forecasting.risk r
                join planning.project p on p.id = r.project
                left join people.person o on o.id = r.owner
                where r.project = any(cast(:projects as uuid[])) and r.state = 'open'
                    and r.review < cast(:now at time zone p.zone as date)
                order by r.review, r.id limit :most
                """)
                .param("projects", projects)
                .param("now", Updates.utc(now))
                .param("most", MOST)
                .query((row, _) -> new ToChase(
                        "riskReview",
                        Updates.uuid(row, "project"),
                        Updates.uuid(row, "id"),
                        null,
                        null,
                        row.getString("what"),
                        row.getString("owner_name") == null ? List.of() : List.of(row.getString("owner_name")),
                        row.getObject("review", LocalDate.class),
                        null))
                .list();
    }

    /// Tasks that should have begun a day ago or be done by now, of which nobody has said anything.
    List<ToChase> silent(UUID[] projects, Instant now) {
        return jdbc.sql("""
                select t.project, t.id, t.document #>> '{task,name}' as name, s.start, s.finish,
                    t.document #> '{task,progress}' is not null as begun,
                    array(select distinct p.name from jsonb_array_elements(coalesce(s.who, '[]'::jsonb)) w
                        join people.person p on p.id::text = w ->> 'who' order by p.name) as people
                from planning.task t
                join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where t.project = any(cast(:projects as uuid[]))
                    and t.document #>> '{task,kind}' not in ('summary', 'milestone')
                    and t.document #> '{task,progress,finished}' is null
                    and (s.finish <= :now or s.start <= :yesterday and t.document #> '{task,progress}' is null)
                order by s.finish, t.id limit :most
                """)
                .param("projects", projects)
                .param("now", WorkingTable.minute(now))
                .param("yesterday", WorkingTable.minute(now.minusSeconds(86_400)))
                .param("most", MOST)
                .query((row, _) -> new ToChase(
                        "silent",
                        Updates.uuid(row, "project"),
                        null,
                        row.getString("id"),
                        row.getString("name"),
                        null,
                        strings(row.getArray("people")),
                        null,
                        WorkingTable.instant(row.getInt(row.getBoolean("begun") ? "finish" : "start"))))
                .list();
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /// Forecasts of another plan than today's, for an hour and more; and updates that nobody of the client has
    /// acknowledged
    /// for three days.
    List<ToChase> stale(UUID[] projects, Instant now) {
        var all = new ArrayList<ToChase>();
        jdbc.sql("""
                select 'stale' as kind, p.id as project, f.as_of as at from planning.project p
                join forecasting.forecast f on f.project = p.id
                where p.id = any(cast(:projects as uuid[])) and f.version < p.edited and f.as_of < :hour
                union all
                select 'unread', u.project, u.released_at from reporting.update u
                where u.project = any(cast(:projects as uuid[])) and u.released_at < :days
                    and not exists (select from reporting.acknowledgement a where a.update = u.id)
                    and not exists (select from reporting.update later where later.project = u.project
                        and later.audience = u.audience and later.released_at > u.released_at)
                order by at
                """)
                .param("projects", projects)
                .param("hour", Updates.utc(now.minusSeconds(3_600)))
                .param("days", Updates.utc(now.minusSeconds(3 * 86_400)))
                .query(row -> {
                    all.add(new ToChase(
                            row.getString("kind"),
                            Updates.uuid(row, "project"),
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            moment(row, "at")));
                });
        return all;
    }

    /// Steps since a moment, the newest first, those that were taken back left out.
    List<Moved> moved(UUID[] projects, Instant since, UUID reader) {
        return jdbc.sql("""
                select c.project, count(*) as steps,
                    array_agg(distinct c.author_name order by c.author_name) as by,
                    (array_agg(c.label order by c.version desc))[1 \\: 3] as labels,
                    (select k.finish[4] from forecasting.kept k
                        where k.project = c.project and k.as_of < :since order by k.day desc limit 1) as was,
                    (select f.finish[4] from forecasting.forecast f where f.project = c.project) as likely
                from planning.plan_change c
                where c.project = any(cast(:projects as uuid[])) and c.at >= :since and c.author <> :reader
                    and c.undone_by is null and c.undoes is null
                group by c.project order by count(*) desc, c.project
                """)
                .param("projects", projects)
                .param("since", Updates.utc(since))
                .param("reader", reader)
                .query((row, _) -> new Moved(
                        Updates.uuid(row, "project"),
                        row.getInt("steps"),
                        strings(row.getArray("by")),
                        strings(row.getArray("labels")),
                        minute(row, "was"),
                        minute(row, "likely")))
                .list();
    }

    private static @Nullable Instant minute(ResultSet row, String column) throws SQLException {
        int minute = row.getInt(column);
        return row.wasNull() ? null : WorkingTable.instant(minute);
    }
}
