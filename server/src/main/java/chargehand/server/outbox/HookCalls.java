package chargehand.server.outbox;

import chargehand.server.outbox.Hook.Call;
import chargehand.server.outbox.Hook.Call.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Calls on their way to other programs, as they are stored.
@Repository
class HookCalls {
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;

    HookCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Call call) {
        jdbc.sql("""
                insert into outbox.hook_call (id, hook, project, event, subject, body, state, due, at, handed_at)
                values (:id, :hook, :project, :event, :subject, :body, :state, :due, :at, case :state when 'handed' then now() end)
                """)
                .param("id", call.id())
                .param("hook", call.hook())
                .param("project", call.project(), Types.OTHER)
                .param("event", call.event())
                .param("subject", call.subject())
                .param("body", call.body())
                .param("state", call.state().name())
                .param("due", Timestamp.from(call.due()))
                .param("at", Timestamp.from(call.at()))
                .update();
    }

    /// One that waits for the same moment to tell of the same project, so that a chat is told both in one.
    @Transactional
    public Optional<Call> waiting(Call other) {
        return jdbc.sql("""
                select * from outbox.hook_call
                where hook = :hook and state = 'waiting' and tries = 0 and due = :due
                    and project is not distinct from :project
                order by seq limit 1 for update skip locked
                """)
                .param("hook", other.hook())
                .param("due", Timestamp.from(other.due()))
                .param("project", other.project(), Types.OTHER)
                .query(HookCalls::call)
                .optional();
    }

    void say(UUID id, String body) {
        jdbc.sql("update outbox.hook_call set body = :body where id = :id")
                .param("id", id)
                .param("body", body)
                .update();
    }

    /// Takes the first that is due for a webhook that nobody is calling, so that a slow one holds up itself alone.
    /// Stored before anything is said. One after the other takes one, or two would call the same at once.
    @Transactional
    public Optional<Call> next(Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('outbox.hook_call'))")
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                update outbox.hook_call set state = 'handed', handed_at = now(), tries = tries + 1
                where id = (
                    select c.id from outbox.hook_call c
                    where c.state = 'waiting' and c.due <= :now and not exists (
                        select from outbox.hook_call o where o.hook = c.hook and o.state = 'handed')
                    order by c.due, c.seq limit 1 for update skip locked)
                returning *
                """)
                .param("now", Timestamp.from(now))
                .query(HookCalls::call)
                .optional();
    }

    boolean isAnyDue(Instant now) {
        return jdbc.sql("select exists (select from outbox.hook_call where state = 'waiting' and due <= :now)")
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    void end(UUID id, State state, @Nullable Integer status, @Nullable String trouble) {
        jdbc.sql("""
                update outbox.hook_call set state = :state, status = :status, trouble = :trouble, ended_at = now()
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("status", status, Types.INTEGER)
                .param("trouble", trouble, Types.VARCHAR)
                .update();
    }

    void later(UUID id, Instant due, @Nullable Integer status, @Nullable String trouble) {
        jdbc.sql("""
                update outbox.hook_call set state = 'waiting', due = :due, status = :status, trouble = :trouble
                where id = :id
                """)
                .param("id", id)
                .param("due", Timestamp.from(due))
                .param("status", status, Types.INTEGER)
                .param("trouble", trouble, Types.VARCHAR)
                .update();
    }

    /// What was on its way with a server that was never heard of again. By the database's own clock, as it is stored.
    void settle() {
        jdbc.sql("""
                update outbox.hook_call c set trouble = 'ended', ended_at = now(),
                    state = case when c.event = 'trial' then 'failed' when h.kind = 'chat' then 'unsure' else 'waiting' end
                from outbox.hook h
                where h.id = c.hook and c.state = 'handed' and c.handed_at < now() - interval '3 minutes'
                """).update();
    }

    /// @return false if it is none of that webhook's, or on its way already
    boolean again(UUID hook, UUID id, Instant now) {
        return jdbc.sql("""
                        update outbox.hook_call set state = 'waiting', due = :now, tries = 0, ended_at = null
                        where id = :id and hook = :hook and state in ('unsure', 'failed') and event <> 'trial'
                        """)
                        .param("id", id)
                        .param("hook", hook)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /// The last of each, the newest first.
    List<Call> latest(Collection<UUID> hooks) {
        return jdbc.sql("""
                select c.* from unnest(:hooks) as h (id)
                cross join lateral (
                    select * from outbox.hook_call c where c.hook = h.id order by c.seq desc limit :most) c
                order by c.seq desc
                """)
                .param("hooks", hooks.toArray(UUID[]::new))
                .param("most", SHOWN)
                .query(HookCalls::call)
                .list();
    }

    Optional<Call> find(UUID id) {
        return jdbc.sql("select * from outbox.hook_call where id = :id")
                .param("id", id)
                .query(HookCalls::call)
                .optional();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("hook", UUID.class)),
                row.getObject("project", UUID.class),
                row.getString("event"),
                row.getString("subject"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("due").toInstant(),
                row.getInt("tries"),
                row.getObject("status", Integer.class),
                row.getString("trouble"),
                row.getTimestamp("at").toInstant());
    }

    @Scheduled(initialDelayString = "PT23M", fixedDelayString = "PT6H")
    void prune() {
        jdbc.sql("""
                delete from outbox.hook_call where state in ('sent', 'unsure', 'failed')
                    and ended_at < now() - interval '30 days'
                """).update();
    }
}
