package chargehand.server.increments;

import chargehand.server.increments.Increment.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Increments, as they are stored.
@Repository
class Increments {
    private final JdbcClient jdbc;

    Increments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By their numbers.
    List<Increment> of(UUID project) {
        return jdbc.sql("select * from increments.increment where project = :project order by number")
                .param("project", project)
                .query(Increments::increment)
                .list();
    }

    Optional<Increment> find(UUID project, UUID id) {
        return jdbc.sql("select * from increments.increment where project = :project and id = :id")
                .param("project", project)
                .param("id", id)
                .query(Increments::increment)
                .optional();
    }

    private static Increment increment(ResultSet row, int number) throws SQLException {
        return new Increment(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getInt("number"),
                row.getString("goal"),
                Objects.requireNonNull(row.getObject("starts", LocalDate.class)),
                Objects.requireNonNull(row.getObject("ends", LocalDate.class)),
                commitment(row),
                review(row),
                row.getLong("version"));
    }

    private static Increment.@Nullable Commitment commitment(ResultSet row) throws SQLException {
        var at = Cards.moment(row, "committed_at");
        if (at == null) return null;
        return new Increment.Commitment(
                at, row.getString("committed_name"), row.getObject("committed_chance", Double.class));
    }

    private static Increment.@Nullable Review review(ResultSet row) throws SQLException {
        var at = Cards.moment(row, "reviewed_at");
        if (at == null) return null;
        return new Increment.Review(
                at, row.getString("reviewed_name"), row.getString("review"), row.getString("learnt"));
    }

    int nextNumber(UUID project) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from increments.increment where project = :project")
                .param("project", project)
                .query(Integer.class)
                .single();
    }

    /// A new one, or one in place of what was there.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(Increment increment) {
        var commitment = increment.commitment();
        var review = increment.review();
        return jdbc.sql("""
                insert into increments.increment (id, project, number, goal, starts, ends, committed_at, committed_name,
                    committed_chance, reviewed_at, reviewed_name, review, learnt, version)
                values (:id, :project, :number, :goal, :starts, :ends, :committed, :committedName, :chance, :reviewed,
                    :reviewedName, :review, :learnt, :version)
                on conflict (id) do update set goal = excluded.goal, starts = excluded.starts, ends = excluded.ends,
                    committed_at = excluded.committed_at, committed_name = excluded.committed_name,
                    committed_chance = excluded.committed_chance, reviewed_at = excluded.reviewed_at,
                    reviewed_name = excluded.reviewed_name, review = excluded.review, learnt = excluded.learnt,
                    version = excluded.version
                where increments.increment.version = excluded.version - 1
                """)
                        .param("id", increment.id())
                        .param("project", increment.project())
                        .param("number", increment.number())
                        .param("goal", increment.goal())
                        .param("starts", increment.starts())
                        .param("ends", increment.ends())
                        .param("committed", commitment == null ? null : Cards.utc(commitment.at()))
                        .param("committedName", commitment == null ? null : commitment.name())
                        .param("chance", commitment == null ? null : commitment.chance())
                        .param("reviewed", review == null ? null : Cards.utc(review.at()))
                        .param("reviewedName", review == null ? null : review.name())
                        .param("review", review == null ? null : review.text())
                        .param("learnt", review == null ? null : review.learnt())
                        .param("version", increment.version())
                        .update()
                > 0;
    }

    void remove(UUID id) {
        jdbc.sql("delete from increments.increment where id = :id")
                .param("id", id)
                .update();
    }

    /// All that the increments of a project took on and let go, in order.
    Map<UUID, List<Taken>> taken(UUID project) {
        var taken = new HashMap<UUID, List<Taken>>();
        jdbc.sql("select * from increments.scope where project = :project order by since, task")
                .param("project", project)
                .query(row -> {
                    taken.computeIfAbsent(row.getObject("increment", UUID.class), any -> new ArrayList<>())
                            .add(new Taken(
                                    row.getString("task"),
                                    Objects.requireNonNull(Cards.moment(row, "since")),
                                    Cards.moment(row, "until"),
                                    row.getString("name")));
                });
        return taken;
    }

    void take(Increment increment, Collection<String> tasks, Instant since, String name) {
        jdbc.sql("""
                insert into increments.scope (increment, project, task, since, name)
                select :increment, :project, t, :since, :name from unnest(cast(:tasks as text[])) t
                """)
                .param("increment", increment.id())
                .param("project", increment.project())
                .param("tasks", tasks.toArray(String[]::new))
                .param("since", Cards.utc(since))
                .param("name", name)
                .update();
    }

    /// What was taken on at the same moment was never taken on.
    void letGo(Increment increment, Collection<String> tasks, Instant until) {
        jdbc.sql("""
                delete from increments.scope
                where increment = :increment and until is null and since >= :until and task = any(cast(:tasks as text[]))
                """)
                .param("increment", increment.id())
                .param("tasks", tasks.toArray(String[]::new))
                .param("until", Cards.utc(until))
                .update();
        jdbc.sql("""
                update increments.scope set until = :until
                where increment = :increment and until is null and task = any(cast(:tasks as text[]))
                """)
                .param("increment", increment.id())
                .param("tasks", tasks.toArray(String[]::new))
                .param("until", Cards.utc(until))
                .update();
    }
}
