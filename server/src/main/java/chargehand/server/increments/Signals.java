package chargehand.server.increments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What code hosts told, as it is stored, and the secrets by which they are known.
@Repository
class Signals {
    private static final int MOST = 60;
    /// Nobody can send again what was signed with a secret that is gone by then, or was refused for
    /// longer.
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;

    Signals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param heardOf the kind of event that was heard last
    record Source(
            String secret,
            Instant since,
            String name,
            @Nullable Instant heardAt,
            @Nullable String heardOf) {
        /// Never says it.
        @Override
        public String toString() {
            return "Source";
        }
    }

    Optional<Source> source(UUID project) {
        return jdbc.sql("select * from increments.source where project = :project")
                .param("project", project)
                .query((row, number) -> new Source(
                        row.getString("secret"),
                        Objects.requireNonNull(Cards.moment(row, "since")),
                        row.getString("made_name"),
                        Cards.moment(row, "heard_at"),
                        row.getString("heard_of")))
                .optional();
    }

    void put(UUID project, String secret, Instant since, String name) {
        jdbc.sql("""
                insert into increments.source (project, secret, since, made_name) values (:project, :secret, :since, :name)
                on conflict (project) do update set secret = excluded.secret, since = excluded.since,
                    made_name = excluded.made_name, heard_at = null, heard_of = null
                """)
                .param("project", project)
                .param("secret", secret)
                .param("since", Cards.utc(since))
                .param("name", name)
                .update();
    }

    void removeSource(UUID project) {
        jdbc.sql("delete from increments.source where project = :project")
                .param("project", project)
                .update();
    }

    /// Notes that something was heard.
    ///
    /// @return false if it was heard before
    boolean heard(UUID project, String delivery, String signature, String event, Instant at) {
        int noted = jdbc.sql("""
                insert into increments.delivery (project, id, signature, at) values (:project, :id, :signature, :at)
                on conflict do nothing
                """)
                .param("project", project)
                .param("id", delivery)
                .param("signature", signature)
                .param("at", Cards.utc(at))
                .update();
        if (noted == 0) return false;
        jdbc.sql("update increments.source set heard_at = :at, heard_of = :event where project = :project")
                .param("project", project)
                .param("at", Cards.utc(at))
                .param("event", event)
                .update();
        jdbc.sql("delete from increments.delivery where project = :project and at < :long")
                .param("project", project)
                .param("long", Cards.utc(at.minus(REMEMBERED)))
                .update();
        return true;
    }

    void add(UUID project, Signal signal) {
        jdbc.sql("""
                insert into increments.signal (id, project, task, kind, source, ref, title, url, who, commit, at)
                values (:id, :project, :task, :kind, :source, :ref, :title, :url, :who, :commit, :at)
                """)
                .param("id", signal.id())
                .param("project", project)
                .param("task", signal.task(), Types.VARCHAR)
                .param("kind", signal.kind().name())
                .param("source", signal.source())
                .param("ref", signal.ref(), Types.VARCHAR)
                .param("title", signal.title(), Types.VARCHAR)
                .param("url", signal.url(), Types.VARCHAR)
                .param("who", signal.who(), Types.VARCHAR)
                .param("commit", signal.commit(), Types.VARCHAR)
                .param("at", Cards.utc(signal.at()))
                .update();
    }

    /// The tasks of which something was told with one of these commits, or of this branch.
    ///
    /// @param except the branch or tag of which it doesn't count
    List<String> tasksOf(UUID project, Collection<String> commits, @Nullable String branch, @Nullable String except) {
        return jdbc.sql("""
                select distinct task from increments.signal where project = :project and task is not null
                    and (commit = any(cast(:commits as text[])) or ref = :branch) and ref is distinct from :except
                    and kind in ('branch', 'commit', 'waits', 'merged')
                """)
                .param("except", except, Types.VARCHAR)
                .param("project", project)
                .param("commits", commits.toArray(String[]::new))
                .param("branch", branch, Types.VARCHAR)
                .query((row, number) -> row.getString("task"))
                .list();
    }

    /// The newest first.
    List<Signal> of(UUID project, String task) {
        return jdbc.sql("""
                select * from increments.signal where project = :project and task = :task order by seq desc limit :most
                """)
                .param("project", project)
                .param("task", task)
                .param("most", MOST)
                .query(Signals::signal)
                .list();
    }

    List<Signal> latest(UUID project) {
        return jdbc.sql("""
                select * from increments.signal where project = :project order by seq desc limit :most
                """)
                .param("project", project)
                .param("most", MOST)
                .query(Signals::signal)
                .list();
    }

    /// Of each task, the last word of its checks, and the last of its review.
    List<Signal> standing(UUID project) {
        return jdbc.sql("""
                select distinct on (task, kind in ('failed', 'passed')) * from increments.signal
                where project = :project and task is not null
                    and kind in ('failed', 'passed', 'waits', 'approved', 'changes', 'merged', 'closed')
                order by task, kind in ('failed', 'passed'), seq desc
                """).param("project", project).query(Signals::signal).list();
    }

    private static Signal signal(ResultSet row, int number) throws SQLException {
        return new Signal(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("task"),
                Signal.Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("ref"),
                row.getString("title"),
                row.getString("url"),
                row.getString("who"),
                row.getString("commit"),
                Objects.requireNonNull(Cards.moment(row, "at")));
    }
}
