package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.server.planning.TaskKey;
import chargehand.server.reporting.Suggestion.Kind;
import chargehand.server.reporting.Suggestion.Piece;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What suggestions rest on, read across modules in one query each.
@Repository
class SuggestionRows {
    private static final int MOST = 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SuggestionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What a task stands still for, or what came in its way; `need` is null for a complication.
    record Blocked(
            UUID project,
            Piece task,
            @Nullable UUID need,
            UUID id,
            String what,
            @Nullable String sees,
            Instant at) {
        TaskKey key() {
            return new TaskKey(project, task.task());
        }
    }

    /// Of tasks that aren't done; complications that were taken into the plan are in its dates by now.
    List<Blocked> blocked(UUID[] projects) {
        return jdbc.sql("""
                select b.*, t.document #>> '{task,name}' as task_name from (
                    select n.project, n.task, n.id as need, n.id, n.what, o.name as sees, n.waiting_since as at
                    from work.need n left join people.person o on o.id = n.owner
                    where n.project = any(cast(:projects as uuid[])) and n.state = 'open'
                        and n.waiting_since is not null
                    union all
                    select c.project, c.task, null, c.id, c.what, null, c.at from work.complication c
                    where c.project = any(cast(:projects as uuid[])) and c.closed_at is null and c.taken_at is null
                ) b join planning.task t on t.project = b.project and t.id = b.task
                where t.document #> '{task,progress,finished}' is null
                order by b.at, b.id limit :most
                """)
                .param("projects", projects)
                .param("most", MOST)
                .query((row, number) -> new Blocked(
                        Updates.uuid(row, "project"),
                        piece(row, "task"),
                        row.getObject("need", UUID.class),
                        Updates.uuid(row, "id"),
                        row.getString("what"),
                        row.getString("sees"),
                        at(row, "at")))
                .list();
    }

    /// A task that one person has done, as the calendar knows it.
    record Done(UUID project, Piece task, UUID person, String name, Instant started, Instant finished) {
        TaskKey key() {
            return new TaskKey(project, task.task());
        }
    }

    /// Those finished since a moment that others' tasks come after, the last first.
    List<Done> done(UUID[] projects, Instant since) {
        return jdbc.sql("""
                select t.project, t.id as task, t.document #>> '{task,name}' as task_name, p.id as person, p.name,
                    cast(t.document #>> '{task,progress,started}' as timestamptz) as started,
                    cast(t.document #>> '{task,progress,finished}' as timestamptz) as finished
                from planning.task t
                join planning.scheduled_task s on s.project = t.project and s.task = t.id
                join people.person p on not p.pool and p.id::text = s.who -> 0 ->> 'who'
                where t.project = any(cast(:projects as uuid[]))
                    and t.document #>> '{task,progress,finished}' >= :since and jsonb_array_length(s.who) = 1
                order by finished desc, t.id limit :most
                """)
                .param("projects", projects)
                .param("since", since.toString())
                .param("most", MOST)
                .query((row, number) -> new Done(
                        Updates.uuid(row, "project"),
                        piece(row, "task"),
                        Updates.uuid(row, "person"),
                        row.getString("name"),
                        at(row, "started"),
                        at(row, "finished")))
                .list();
    }

    /// What comes after each of the tasks, done or not, and is not only its doer's own; as it begins.
    ///
    /// @param doers who has done each of them, or null where anybody's counts
    Map<TaskKey, List<Piece>> othersAfter(List<TaskKey> tasks, List<@Nullable UUID> doers) {
        var after = new HashMap<TaskKey, List<Piece>>();
        if (tasks.isEmpty()) return after;
        jdbc.sql("""
                select k.project, k.task as before, t.id as task, t.document #>> '{task,name}' as task_name
                from unnest(cast(:projects as uuid[]), cast(:tasks as text[]), cast(:doers as text[]))
                    as k(project, task, doer)
                join planning.link l on l.project = k.project and l.predecessor = k.task
                join planning.task t on t.project = l.project and t.id = l.successor
                join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where exists (select from jsonb_array_elements(coalesce(s.who, '[]'::jsonb)) w
                    where k.doer is null or w ->> 'who' <> k.doer)
                order by s.start, t.id
                """)
                .param("projects", tasks.stream().map(TaskKey::project).toArray(UUID[]::new))
                .param("tasks", tasks.stream().map(TaskKey::task).toArray(String[]::new))
                .param(
                        "doers",
                        doers.stream()
                                .map(each -> each == null ? null : each.toString())
                                .toArray(String[]::new))
                .query(row -> {
                    var key = new TaskKey(Updates.uuid(row, "project"), row.getString("before"));
                    after.computeIfAbsent(key, any -> new ArrayList<>()).add(piece(row, "task"));
                });
        return after;
    }

    /// A complication that put a date in danger and was closed before it, without any room made for it in
    /// the plan.
    record Closed(UUID project, Piece task, UUID id, String what, UUID account, String by, Instant closed) {}

    List<Closed> closed(UUID[] projects, Instant since) {
        return jdbc
                .sql("""
                select c.*, t.document #>> '{task,name}' as task_name from work.complication c
                join planning.task t on t.project = c.project and t.id = c.task
                where c.project = any(cast(:projects as uuid[])) and c.closed_at >= :since and c.effect is not null
                    and c.taken_at is null
                order by c.closed_at desc, c.id limit :most
                """)
                .param("projects", projects)
                .param("since", Updates.utc(since))
                .param("most", MOST)
                .query(this::closed)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Closed closed(ResultSet row, int number) throws SQLException {
        var effect = json.readTree(row.getString("effect"));
        var was = moment(effect.path("taskWas").stringValue(null));
        var then = moment(effect.path("taskFinish").stringValue(null));
        var closed = at(row, "closed_at");
        // Without danger there is no date that it was closed before.
        if (was == null || then == null || !then.isAfter(was) || !closed.isBefore(was)) return null;
        return new Closed(
                Updates.uuid(row, "project"),
                piece(row, "task"),
                Updates.uuid(row, "id"),
                row.getString("what"),
                Updates.uuid(row, "closed_by"),
                row.getString("closed_name"),
                closed);
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    /// A task that waits to be taken up.
    ///
    /// @param need the hand-over that is open, or null
    /// @param before what is done and comes before it
    /// @param next names of whoever works on it, and `free` whether none of them has anything else at the
    /// moment
    record HandOver(
            UUID project,
            Piece task,
            @Nullable UUID need,
            @Nullable String what,
            Piece before,
            Instant done,
            List<String> next,
            boolean free) {}

    /// Whoever works on the task `t`, of which `s` is the calendar's; of its own bookings they are free.
    private static final String NEXT = """
            array(select p.name from jsonb_array_elements(coalesce(s.who, '[]'::jsonb)) w
                join people.person p on p.id::text = w ->> 'who' order by p.name) as next,
            not exists (select from people.booking b
                where b.person = any(array(select p.id from jsonb_array_elements(coalesce(s.who, '[]'::jsonb)) w
                        join people.person p on p.id::text = w ->> 'who'))
                    and b.starts < :soon and b.ends > :now
                    and not (b.project = t.project and b.task is not distinct from case when length(t.id) = 36
                        then cast(t.id as uuid) else planning.booked_as(t.project, t.id) end)) as free
            """;

    /// Hand-overs that tasks need and have not got, though something before them is done; the oldest first.
    List<HandOver> handOversOpen(UUID[] projects, Instant now) {
        return jdbc.sql("""
                select n.project, n.task, t.document #>> '{task,name}' as task_name, n.id as need, n.what,
                    b.id as before, b.name as before_name, b.finished,
                """ + NEXT + """
                from work.need n
                join planning.task t on t.project = n.project and t.id = n.task
                join planning.scheduled_task s on s.project = t.project and s.task = t.id
                join lateral (
                    select p.id, p.document #>> '{task,name}' as name,
                        cast(p.document #>> '{task,progress,finished}' as timestamptz) as finished
                    from planning.link l join planning.task p on p.project = l.project and p.id = l.predecessor
                    where l.project = n.project and l.successor = n.task and l.type = 'FS'
                        and p.document #> '{task,progress,finished}' is not null
                    order by finished desc, p.id limit 1
                ) b on true
                where n.project = any(cast(:projects as uuid[])) and n.state = 'open' and n.kind = 'handOver'
                    and t.document #> '{task,progress,finished}' is null
                order by b.finished, n.id limit :most
                """)
                .param("projects", projects)
                .param("now", Updates.utc(now))
                .param("soon", Updates.utc(now.plusSeconds(86_400)))
                .param("most", MOST)
                .query(SuggestionRows::handOver)
                .list();
    }

    /// Tasks that should have begun within the last day, with all that comes before them done. Later on
    /// they are silent.
    List<HandOver> notTakenUp(UUID[] projects, Instant now) {
        return jdbc
                .sql("""
                select t.project, t.id as task, t.document #>> '{task,name}' as task_name, cast(null as uuid) as need,
                    cast(null as text) as what, b.id as before, b.name as before_name, b.finished,
                """ + NEXT + """
                from planning.scheduled_task s
                join planning.task t on t.project = s.project and t.id = s.task
                join lateral (
                    select p.id, p.document #>> '{task,name}' as name,
                        cast(p.document #>> '{task,progress,finished}' as timestamptz) as finished
                    from planning.link l
                    join planning.task p on p.project = l.project and p.id = l.predecessor
                    join planning.scheduled_task ps on ps.project = p.project and ps.task = p.id
                    where l.project = s.project and l.successor = s.task and l.type = 'FS'
                        and p.document #> '{task,progress,finished}' is not null
                        and not coalesce(ps.who, '[]'::jsonb) @> coalesce(s.who, '[]'::jsonb)
                    order by finished desc, p.id limit 1
                ) b on true
                where s.project = any(cast(:projects as uuid[])) and s.start between :yesterday and :lately
                    and t.document #>> '{task,kind}' not in ('summary', 'milestone')
                    and t.document #> '{task,progress}' is null and jsonb_array_length(s.who) > 0
                    and not exists (select from planning.link l
                        join planning.task p on p.project = l.project and p.id = l.predecessor
                        where l.project = s.project and l.successor = s.task
                            and p.document #> '{task,progress,finished}' is null)
                    and not exists (select from work.need n
                        where n.project = s.project and n.task = s.task and n.state = 'open')
                order by b.finished, t.id limit :most
                """)
                .param("projects", projects)
                .param("now", Updates.utc(now))
                .param("soon", Updates.utc(now.plusSeconds(86_400)))
                .param("yesterday", WorkingTable.minute(now.minusSeconds(86_400)) + 1)
                .param("lately", WorkingTable.minute(now.minusSeconds(3_600)))
                .param("most", MOST)
                .query(SuggestionRows::handOver)
                .list()
                .stream()
                .filter(HandOver::free)
                .toList();
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        return new HandOver(
                Updates.uuid(row, "project"),
                piece(row, "task"),
                row.getObject("need", UUID.class),
                row.getString("what"),
                piece(row, "before"),
                at(row, "finished"),
                List.of((String[]) row.getArray("next").getArray()),
                row.getBoolean("free"));
    }

    /// Two tasks that depend on each other, of two persons.
    ///
    /// @param from when both go on, until `to`; of a hand-over both are its planned moment
    record Pair(
            UUID project,
            String one,
            String other,
            Piece before,
            Piece after,
            boolean together,
            Instant from,
            Instant to) {}

    /// Hand-overs between persons, and tasks that go on beside each other, within a span from now; by their
    /// time.
    List<Pair> pairs(UUID[] projects, Instant now, Instant until) {
        return jdbc.sql("""
                with near as (
                    select s.project, s.task, s.start, s.finish, p.id as person, p.name,
                        t.document #>> '{task,name}' as task_name
                    from planning.scheduled_task s
                    join planning.task t on t.project = s.project and t.id = s.task
                    cross join lateral (select distinct w ->> 'who' as who from jsonb_array_elements(s.who) w) w
                    join people.person p on p.id::text = w.who and not p.pool
                    where s.project = any(cast(:projects as uuid[])) and s.finish > :now and s.start < :until
                        and t.document #> '{task,progress,finished}' is null and jsonb_typeof(s.who) = 'array'
                        and t.document #>> '{task,kind}' not in ('summary', 'milestone')
                )
                select a.project, least(a.name, b.name) as one, greatest(a.name, b.name) as other,
                    a.task as before, a.task_name as before_name, b.task as after, b.task_name as after_name,
                    l.type <> 'FS' as together,
                    case when l.type = 'FS' then a.finish else greatest(a.start, b.start, :now) end as since,
                    case when l.type = 'FS' then a.finish else least(a.finish, b.finish, :until) end as until
                from near a
                join planning.link l on l.project = a.project and l.predecessor = a.task
                join near b on b.project = l.project and b.task = l.successor and b.person <> a.person
                where l.type <> 'FS' or a.finish <= :until
                order by since, a.task, b.task, one, other limit 2000
                """)
                .param("projects", projects)
                .param("now", WorkingTable.minute(now))
                .param("until", WorkingTable.minute(until))
                .query((row, number) -> new Pair(
                        Updates.uuid(row, "project"),
                        row.getString("one"),
                        row.getString("other"),
                        piece(row, "before"),
                        piece(row, "after"),
                        row.getBoolean("together"),
                        WorkingTable.instant(row.getInt("since")),
                        WorkingTable.instant(row.getInt("until"))))
                .list();
    }

    private static Piece piece(ResultSet row, String column) throws SQLException {
        return new Piece(row.getString(column), row.getString(column + "_name"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    /// Facts of which something was said already.
    record Answered(UUID project, Kind kind, String fact) {}

    Set<Answered> answered(UUID[] projects) {
        return new HashSet<>(jdbc.sql("""
                select project, kind, fact from reporting.suggestion_answer
                where project = any(cast(:projects as uuid[]))
                """)
                .param("projects", projects)
                .query((row, number) -> new Answered(
                        Updates.uuid(row, "project"), Kind.valueOf(row.getString("kind")), row.getString("fact")))
                .list());
    }
}
