package chargehand.server.maintenance;

import chargehand.server.maintenance.Round.Outcome;
import chargehand.server.maintenance.Round.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/// Rounds, as they are stored.
@Repository
class Rounds {
    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps others from planning at the same time, until the end of the transaction.
    void lock() {
        jdbc.sql("lock table maintenance.round in share row exclusive mode").update();
    }

    /// A round's name.
    record Key(UUID policy, LocalDate day) {}

    /// The newest first.
    List<Round> of(UUID policy, int most) {
        var steps = steps(List.of(policy));
        return jdbc.sql("select * from maintenance.round where policy = :policy order by day desc limit :most")
                .param("policy", policy)
                .param("most", most)
                .query((row, number) -> round(row, steps))
                .list();
    }

    Optional<Round> find(UUID policy, LocalDate day) {
        var steps = steps(List.of(policy));
        return jdbc.sql("select * from maintenance.round where policy = :policy and day = :day")
                .param("policy", policy)
                .param("day", day)
                .query((row, number) -> round(row, steps))
                .optional();
    }

    /// The steps of all rounds of these policies.
    Map<Key, List<Taken>> steps(Collection<UUID> policies) {
        var all = new HashMap<Key, List<Taken>>();
        if (policies.isEmpty()) return all;
        jdbc.sql("""
                select policy, day, step, task, took from maintenance.round_step
                where policy = any(cast(:policies as uuid[])) order by day, place
                """).param("policies", policies.toArray(UUID[]::new)).query(row -> {
            var key = new Key(uuid(row, "policy"), Policies.day(row, "day"));
            all.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(new Taken(row.getInt("step"), row.getString("task"), row.getObject("took", Integer.class)));
        });
        return all;
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    /// Those from then on, without their steps, by policy and day.
    Map<UUID, Map<LocalDate, Round>> since(LocalDate day) {
        var all = new HashMap<UUID, Map<LocalDate, Round>>();
        jdbc.sql("select * from maintenance.round where day >= :day")
                .param("day", day)
                .query(row -> {
                    var round = round(row, Map.of());
                    all.computeIfAbsent(round.policy(), any -> new HashMap<>()).put(round.day(), round);
                });
        return all;
    }

    private static Round round(ResultSet row, Map<Key, List<Taken>> steps) throws SQLException {
        var key = new Key(uuid(row, "policy"), Policies.day(row, "day"));
        var outcome = row.getString("outcome");
        var approved = row.getObject("approved_at", OffsetDateTime.class);
        return new Round(
                key.policy(),
                key.day(),
                row.getString("approved_by"),
                approved == null ? null : approved.toInstant(),
                row.getObject("project", UUID.class),
                row.getString("task"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("note"),
                row.getObject("done", LocalDate.class),
                row.getString("told_by"),
                List.of((UUID[]) row.getArray("assets").getArray()),
                steps.getOrDefault(key, List.of()));
    }

    void approve(UUID policy, LocalDate day, String by, Instant at) {
        jdbc.sql("""
                insert into maintenance.round (policy, day, approved_by, approved_at) values (:policy, :day, :by, :at)
                on conflict (policy, day) do update set approved_by = excluded.approved_by,
                    approved_at = excluded.approved_at
                """)
                .param("policy", policy)
                .param("day", day)
                .param("by", by)
                .param("at", Policies.utc(at))
                .update();
    }

    /// @param task the summary of its steps
    /// @param steps each with its task
    void plan(UUID policy, LocalDate day, UUID project, String task, Collection<UUID> assets, List<Taken> steps) {
        jdbc.sql("""
                insert into maintenance.round (policy, day, project, task, assets)
                values (:policy, :day, :project, :task, cast(:assets as uuid[]))
                on conflict (policy, day) do update set project = excluded.project, task = excluded.task,
                    assets = excluded.assets
                """)
                .param("policy", policy)
                .param("day", day)
                .param("project", project)
                .param("task", task)
                .param("assets", assets.toArray(UUID[]::new))
                .update();
        put(policy, day, steps);
    }

    private void put(UUID policy, LocalDate day, List<Taken> steps) {
        jdbc.sql("delete from maintenance.round_step where policy = :policy and day = :day")
                .param("policy", policy)
                .param("day", day)
                .update();
        for (int place = 0; place < steps.size(); place++)
            jdbc.sql("""
                    insert into maintenance.round_step (policy, day, place, step, task, took)
                    values (:policy, :day, :place, :step, :task, :took)
                    """)
                    .param("policy", policy)
                    .param("day", day)
                    .param("place", place)
                    .param("step", steps.get(place).step())
                    .param("task", steps.get(place).task())
                    .param("took", steps.get(place).took())
                    .update();
    }

    /// Keeps what came of a round; its steps with what they took.
    void tell(Round round, Instant at) {
        jdbc.sql("""
                insert into maintenance.round (policy, day, outcome, note, done, told_by, told_at, assets)
                values (:policy, :day, :outcome, :note, :done, :by, :at, cast(:assets as uuid[]))
                on conflict (policy, day) do update set outcome = excluded.outcome, note = excluded.note,
                    done = excluded.done, told_by = excluded.told_by, told_at = excluded.told_at,
                    assets = excluded.assets
                """)
                .param("policy", round.policy())
                .param("day", round.day())
                .param(
                        "outcome",
                        round.outcome() == null ? null : round.outcome().name())
                .param("note", round.note())
                .param("done", round.done())
                .param("by", round.toldBy())
                .param("at", Policies.utc(at))
                .param("assets", round.assets().toArray(UUID[]::new))
                .update();
        put(round.policy(), round.day(), round.steps());
    }

    /// When each asset's backup was last shown to come back.
    Map<UUID, LocalDate> proven() {
        var proven = new HashMap<UUID, LocalDate>();
        jdbc.sql("""
                select asset, max(r.done) as done from maintenance.round r
                    join maintenance.policy p on p.id = r.policy and p.kind = 'restore', unnest(r.assets) asset
                where r.outcome = 'worked' and r.done is not null group by asset
                """).query(row -> {
            proven.put(row.getObject("asset", UUID.class), Policies.day(row, "done"));
        });
        return proven;
    }

    /// The last round of each policy of which somebody told what came of it.
    Map<UUID, Round> lastTold() {
        var all = new HashMap<UUID, Round>();
        jdbc.sql("""
                select distinct on (policy) * from maintenance.round where outcome is not null order by policy, day desc
                """).query(row -> {
            var round = round(row, Map.of());
            all.put(round.policy(), round);
        });
        return all;
    }
}
