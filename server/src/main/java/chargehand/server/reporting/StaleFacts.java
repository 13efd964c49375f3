package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.server.identity.Caller;
import chargehand.server.reporting.Rhythms.Rhythm;
import chargehand.server.reporting.Update.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Facts that updates rest on and that are older than they should be, and which of them somebody was asked about.
@Repository
class StaleFacts {
    private static final int MOST = 2_000;
    private static final int LATELY = 60;
    private static final String SILENT = """
            with silent as (
                select t.project, t.id as task, t.document #>> '{task,name}' as name, s.start, s.finish,
                    t.document #> '{task,progress}' is not null as begun,
                    md5(concat(t.document #>> '{task,progress}', array(
                        select distinct w ->> 'who' from jsonb_array_elements(coalesce(s.who, '[]'::jsonb)) w
                        order by 1))) as state
                from planning.task t
                join planning.project p on p.id = t.project and not p.finished and not p.draft
                join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where exists (select from reporting.update u where u.project = t.project)
                    and t.document #>> '{task,kind}' not in ('summary', 'milestone')
                    and t.document #> '{task,progress,finished}' is null
                    and jsonb_array_length(coalesce(s.who, '[]'::jsonb)) > 0
                    and not exists (select from work.need n where n.project = t.project and n.task = t.id
                        and n.state = 'open' and n.waiting_since is not null)
                    and not exists (select from work.complication c where c.project = t.project and c.task = t.id
                        and c.closed_at is null)
                    and (s.finish <= :morning or s.start <= :begun and t.document #> '{task,progress}' is null)
            )
            """;

    /// Which are told of still: in a draft, or in an update that was released lately, on the rhythm of its audience.
    private static final String TOLD = """
            (select u.project from reporting.update u
            left join reporting.rhythm r on r.project = u.project and r.audience = u.audience
            where coalesce(u.released_at, u.made_at) > cast(:now as timestamptz) - make_interval(days => case
                when u.released_at is null then :lately
                else least(:lately, coalesce(nullif(2 * coalesce(r.days,
                    case u.audience when 'client' then :week else 0 end), 0), :lately)) end))
            """;

    private final JdbcClient jdbc;

    StaleFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param task its id; of a project's forecast it is empty
    /// @param state of what is known: another one once something was said about it, or others see to it
    /// @param since when something should have been heard; of a forecast when it was made
    record StaleFact(UUID project, String task, String state, Instant since) {
        boolean isForecast() {
            return task.isEmpty();
        }
    }

    /// Of projects that are told of in an update: drafted within 60 days, or released within these and no
    /// longer ago than twice its rhythm. Tasks that wait for something, as somebody said, or in the way of
    /// which something came, are none of them.
    ///
    /// @param now the moment
    /// @param morning what should have been heard by then
    /// @param begun what should have begun by then
    /// @param asked what was asked about since then is left out, unless its state is another one; and tasks at
    /// which somebody wrote something since then
    List<StaleFact> unasked(Instant now, Instant morning, Instant begun, Instant asked) {
        var all = new ArrayList<>(tasks(now, morning, begun, asked));
        all.addAll(forecasts(now, morning, asked));
        return all;
    }

    /// Names of tasks of a project of which nobody has said anything, the oldest first.
    ///
    /// @param morning as in [#unasked], and `begun` likewise
    List<String> silent(UUID project, Instant morning, Instant begun, int most) {
        return jdbc.sql(SILENT + "select name from silent where project = :project order by finish, task limit :most")
                .param("morning", WorkingTable.minute(morning))
                .param("begun", WorkingTable.minute(begun))
                .param("project", project)
                .param("most", most)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private List<StaleFact> tasks(Instant now, Instant morning, Instant begun, Instant asked) {
        return told(SILENT + "select * from silent f where f.project in " + TOLD + """
                    and not exists (select from reporting.owner_asked a
                        where a.project = f.project and a.task = f.task and a.state = f.state and a.at > :asked)
                    and not exists (select from work.comment c
                        where c.project = f.project and c.task = f.task and c.account <> :system and c.at > :asked)
                order by f.finish, f.task limit :most
                """, now)
                .param("morning", WorkingTable.minute(morning))
                .param("begun", WorkingTable.minute(begun))
                .param("asked", Updates.utc(asked))
                .param("system", Caller.SYSTEM.account())
                .param("most", MOST)
                .query((row, _) -> task(row))
                .list();
    }

    private static StaleFact task(ResultSet row) throws SQLException {
        var since = WorkingTable.instant(row.getInt(row.getBoolean("begun") ? "finish" : "start"));
        return new StaleFact(Updates.uuid(row, "project"), row.getString("task"), row.getString("state"), since);
    }

    private JdbcClient.StatementSpec told(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("now", Updates.utc(now))
                .param("lately", LATELY)
                .param("week", Rhythm.usual(Audience.client).days());
    }

    private List<StaleFact> forecasts(Instant now, Instant morning, Instant asked) {
        return told("""
                select p.id as project, f.as_of, cast(extract(epoch from f.as_of) as text) as state
                from planning.project p
                join forecasting.forecast f on f.project = p.id and f.version < p.edited and f.as_of < :morning
                where not p.finished and not p.draft and p.id in """ + TOLD + """
                    and not exists (select from reporting.owner_asked a
                        where a.project = p.id and a.task = '' and a.at > :asked)
                order by f.as_of, p.id limit :most
                """, now)
                .param("morning", Updates.utc(morning))
                .param("asked", Updates.utc(asked))
                .param("most", MOST)
                .query((row, _) -> new StaleFact(
                        Updates.uuid(row, "project"),
                        "",
                        row.getString("state"),
                        row.getObject("as_of", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// @param asked as in [#unasked]
    /// @return false if it was noted already, on whichever node
    boolean note(StaleFact fact, Instant now, Instant asked) {
        return jdbc.sql("""
                        insert into reporting.owner_asked (project, task, state, at)
                        values (:project, :task, :state, :now)
                        on conflict (project, task) do update
                        set state = excluded.state, at = excluded.at, accounts = '{}'
                        where reporting.owner_asked.state <> excluded.state or reporting.owner_asked.at <= :asked
                        """)
                        .param("project", fact.project())
                        .param("task", fact.task())
                        .param("state", fact.state())
                        .param("now", Updates.utc(now))
                        .param("asked", Updates.utc(asked))
                        .update()
                > 0;
    }

    void asked(StaleFact fact, Collection<UUID> accounts) {
        jdbc.sql("update reporting.owner_asked set accounts = :accounts where project = :project and task = :task")
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("project", fact.project())
                .param("task", fact.task())
                .update();
    }

    /// About how many tasks each account was asked since a moment.
    Map<UUID, Integer> askedSince(Instant since) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select account, count(*) as count from reporting.owner_asked, unnest(accounts) as account
                where at >= :since and task <> '' group by account
                """).param("since", Updates.utc(since)).query(row -> {
            counts.put(Updates.uuid(row, "account"), row.getInt("count"));
        });
        return counts;
    }

    /// @param accounts of those who were asked about it
    record Asked(UUID project, String task, List<UUID> accounts, Instant at) {}

    List<Asked> asked(Collection<UUID> projects, Collection<String> tasks) {
        return jdbc.sql("""
                select project, task, accounts, at from reporting.owner_asked
                where project = any(cast(:projects as uuid[])) and task = any(cast(:tasks as text[]))
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("tasks", tasks.toArray(String[]::new))
                .query((row, _) -> new Asked(
                        Updates.uuid(row, "project"),
                        row.getString("task"),
                        List.of((UUID[]) row.getArray("accounts").getArray()),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
