package chargehand.server.work;

import chargehand.server.planning.TaskKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Needs, as they are stored.
@Repository
class Needed {
    private static final String ORDER = " order by state <> 'open', due nulls first, asked_at, id";

    private final JdbcClient jdbc;

    Needed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Need> find(UUID id) {
        return jdbc.sql("select * from work.need where id = :id")
                .param("id", id)
                .query(Needed::need)
                .optional();
    }

    /// What is open first, by the day it is due.
    List<Need> of(UUID project) {
        return jdbc.sql("select * from work.need where project = :project" + ORDER)
                .param("project", project)
                .query(Needed::need)
                .list();
    }

    List<Need> open(UUID project) {
        return jdbc.sql("select * from work.need where project = :project and state = 'open'" + ORDER)
                .param("project", project)
                .query(Needed::need)
                .list();
    }

    List<Need> of(Collection<TaskKey> tasks) {
        return jdbc.sql("""
                select n.* from unnest(cast(:projects as uuid[]), cast(:tasks as text[])) as k(project, task)
                    join work.need n on n.project = k.project and n.task = k.task
                """ + ORDER)
                .param("projects", tasks.stream().map(TaskKey::project).toArray(UUID[]::new))
                .param("tasks", tasks.stream().map(TaskKey::task).toArray(String[]::new))
                .query(Needed::need)
                .list();
    }

    /// The open ones of these tasks, and those that a person sees to wherever they are.
    List<Need> open(Collection<TaskKey> tasks, UUID person) {
        return jdbc.sql("""
                select * from (
                    select n.* from unnest(cast(:projects as uuid[]), cast(:tasks as text[])) as k(project, task)
                        join work.need n on n.project = k.project and n.task = k.task and n.state = 'open'
                            and n.owner is distinct from :person
                    union all
                    select n.* from work.need n where n.owner = :person and n.state = 'open') n
                """ + ORDER)
                .param("projects", tasks.stream().map(TaskKey::project).toArray(UUID[]::new))
                .param("tasks", tasks.stream().map(TaskKey::task).toArray(String[]::new))
                .param("person", person)
                .query(Needed::need)
                .list();
    }

    private static Need need(ResultSet row, int number) throws SQLException {
        return new Need(
                uuid(row, "id"),
                uuid(row, "project"),
                row.getString("task"),
                Need.Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getObject("owner", UUID.class),
                row.getBoolean("of_client"),
                row.getObject("due", LocalDate.class),
                Need.State.valueOf(row.getString("state")),
                row.getString("note"),
                Objects.requireNonNull(deed(row, "asked")),
                deed(row, "closed"),
                moment(row, "waiting_since"),
                hold(row),
                row.getLong("version"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static Need.@Nullable Deed deed(ResultSet row, String verb) throws SQLException {
        var account = row.getObject(verb + "_by", UUID.class);
        var at = moment(row, verb + "_at");
        return account == null || at == null ? null : new Need.Deed(account, row.getString(verb + "_name"), at);
    }

    private static Need.@Nullable Hold hold(ResultSet row) throws SQLException {
        var until = moment(row, "held_until");
        return until == null ? null : new Need.Hold(until, moment(row, "held_before"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /// A new one, or one in place of what was there.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(Need need) {
        var closed = need.closed();
        var hold = need.hold();
        return jdbc.sql("""
                insert into work.need (id, project, task, kind, what, owner, of_client, due, state, note, asked_by,
                    asked_name, asked_at, closed_by, closed_name, closed_at, waiting_since, held_until, held_before,
                    version)
                values (:id, :project, :task, :kind, :what, :owner, :client, :due, :state, :note, :askedBy, :askedName,
                    :askedAt, :closedBy, :closedName, :closedAt, :waiting, :held, :before,
                    :version)
                on conflict (id) do update set kind = excluded.kind, what = excluded.what, owner = excluded.owner,
                    of_client = excluded.of_client, due = excluded.due, state = excluded.state, note = excluded.note,
                    closed_by = excluded.closed_by, closed_name = excluded.closed_name,
                    closed_at = excluded.closed_at, waiting_since = excluded.waiting_since,
                    held_until = excluded.held_until, held_before = excluded.held_before, version = excluded.version
                where work.need.version = excluded.version - 1
                """)
                        .param("id", need.id())
                        .param("project", need.project())
                        .param("task", need.task())
                        .param("kind", need.kind().name())
                        .param("what", need.what())
                        .param("owner", need.owner())
                        .param("client", need.ofClient())
                        .param("due", need.due())
                        .param("state", need.state().name())
                        .param("note", need.note())
                        .param("askedBy", need.asked().account())
                        .param("askedName", need.asked().name())
                        .param("askedAt", utc(need.asked().at()))
                        .param("closedBy", closed == null ? null : closed.account())
                        .param("closedName", closed == null ? null : closed.name())
                        .param("closedAt", closed == null ? null : utc(closed.at()))
                        .param("waiting", utc(need.waitingSince()))
                        .param("held", hold == null ? null : utc(hold.until()))
                        .param("before", hold == null ? null : utc(hold.before()))
                        .param("version", need.version())
                        .update()
                > 0;
    }
}
