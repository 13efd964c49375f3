package chargehand.server.increments;

import chargehand.server.increments.Estimating.Agreed;
import chargehand.server.increments.Estimating.Amount;
import chargehand.server.increments.Estimating.Estimate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is estimated together, as it is stored.
@Repository
class Estimatings {
    private static final int MOST_OVER = 20;

    private final JdbcClient jdbc;

    Estimatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What goes on, in the order in which it was opened; then what was agreed on last.
    List<Estimating> of(UUID project) {
        var asked = new HashMap<UUID, List<UUID>>();
        jdbc.sql("""
                select a.* from increments.asked_estimate a join increments.estimating e on e.id = a.estimating
                where e.project = :project order by 1, 2
                """).param("project", project).query(row -> {
            asked.computeIfAbsent(row.getObject("estimating", UUID.class), _ -> new ArrayList<>())
                    .add(row.getObject("person", UUID.class));
        });
        return jdbc.sql("""
                (select * from increments.estimating where project = :project and agreed_at is null)
                union all
                (select * from increments.estimating where project = :project and agreed_at is not null
                    order by agreed_at desc limit :most)
                order by agreed_at desc nulls first, opened_at, id
                """)
                .param("project", project)
                .param("most", MOST_OVER)
                .query((row, _) -> estimating(row, asked))
                .list();
    }

    private static Estimating estimating(ResultSet row, Map<UUID, List<UUID>> asked) throws SQLException {
        var id = Objects.requireNonNull(row.getObject("id", UUID.class));
        var agreed = Cards.moment(row, "agreed_at");
        return new Estimating(
                id,
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("task"),
                row.getInt("round"),
                row.getBoolean("shown"),
                Objects.requireNonNull(row.getObject("opened_by", UUID.class)),
                row.getString("opened"),
                Objects.requireNonNull(Cards.moment(row, "opened_at")),
                asked.getOrDefault(id, List.of()),
                agreed == null ? null : new Agreed(amount(row), row.getString("agreed_name"), agreed),
                row.getLong("version"));
    }

    private static Amount amount(ResultSet row) throws SQLException {
        return new Amount(row.getLong("minutes"), row.getObject("low", Long.class), row.getObject("high", Long.class));
    }

    /// Locked until the end of the transaction.
    Optional<Estimating> lock(UUID project, UUID id) {
        return jdbc.sql("select * from increments.estimating where project = :project and id = :id for update")
                .param("project", project)
                .param("id", id)
                .query((row, _) -> estimating(row, Map.of()))
                .optional();
    }

    /// @return false if the task is estimated already
    boolean insert(Estimating estimating) {
        int made = jdbc.sql("""
                insert into increments.estimating (id, project, task, opened_by, opened, opened_at)
                values (:id, :project, :task, :by, :name, :at) on conflict do nothing
                """)
                .param("id", estimating.id())
                .param("project", estimating.project())
                .param("task", estimating.task())
                .param("by", estimating.openedBy())
                .param("name", estimating.opened())
                .param("at", Cards.utc(estimating.openedAt()))
                .update();
        if (made == 0) return false;
        for (var each : estimating.asked())
            jdbc.sql("insert into increments.asked_estimate (estimating, person) values (:id, :person)")
                    .param("id", estimating.id())
                    .param("person", each)
                    .update();
        return true;
    }

    void show(UUID id) {
        jdbc.sql("update increments.estimating set shown = true, version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void again(UUID id) {
        jdbc.sql("""
                update increments.estimating set round = round + 1, shown = false, version = version + 1 where id = :id
                """).param("id", id).update();
    }

    void agree(UUID id, Agreed agreed) {
        jdbc.sql("""
                update increments.estimating set agreed_name = :name, agreed_at = :at, minutes = :minutes, low = :low,
                    high = :high, version = version + 1
                where id = :id
                """)
                .param("id", id)
                .param("name", agreed.name())
                .param("at", Cards.utc(agreed.at()))
                .param("minutes", agreed.amount().minutes())
                .param("low", agreed.amount().low(), Types.BIGINT)
                .param("high", agreed.amount().high(), Types.BIGINT)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from increments.estimating where id = :id")
                .param("id", id)
                .update();
    }

    /// What the same account said in the same round before is replaced.
    void put(UUID id, Estimate estimate) {
        jdbc.sql("""
                insert into increments.estimate (estimating, round, account, name, minutes, low, high, note, at)
                values (:id, :round, :account, :name, :minutes, :low, :high, :note, :at)
                on conflict (estimating, round, account) do update set name = excluded.name, minutes = excluded.minutes,
                    low = excluded.low, high = excluded.high, note = excluded.note, at = excluded.at
                """)
                .param("id", id)
                .param("round", estimate.round())
                .param("account", estimate.account())
                .param("name", estimate.name())
                .param("minutes", estimate.amount().minutes())
                .param("low", estimate.amount().low(), Types.BIGINT)
                .param("high", estimate.amount().high(), Types.BIGINT)
                .param("note", estimate.note(), Types.VARCHAR)
                .param("at", Cards.utc(estimate.at()))
                .update();
    }

    int count(UUID id, int round) {
        return jdbc.sql("select count(*) from increments.estimate where estimating = :id and round = :round")
                .param("id", id)
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    /// Of all rounds, by name.
    Map<UUID, List<Estimate>> estimates(Collection<UUID> ids) {
        var found = new HashMap<UUID, List<Estimate>>();
        jdbc.sql("""
                select * from increments.estimate where estimating = any(cast(:ids as uuid[])) order by round, lower(name), account
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject("estimating", UUID.class), _ -> new ArrayList<>())
                    .add(new Estimate(
                            row.getInt("round"),
                            Objects.requireNonNull(row.getObject("account", UUID.class)),
                            row.getString("name"),
                            amount(row),
                            row.getString("note"),
                            Objects.requireNonNull(Cards.moment(row, "at"))));
        });
        return found;
    }
}
