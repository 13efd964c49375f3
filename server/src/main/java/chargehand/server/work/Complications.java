package chargehand.server.work;

import chargehand.server.work.Complication.Because;
import chargehand.server.work.Complication.Effect;
import chargehand.server.work.ComplicationView.Hearer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Complications, as they are stored. They are kept for good: the next one like it may be foreseen.
@Repository
class Complications {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Complications(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Complication> find(UUID project, UUID id) {
        return jdbc.sql("select * from work.complication where id = :id and project = :project")
                .param("id", id)
                .param("project", project)
                .query(this::complication)
                .optional();
    }

    /// The open ones first, then the newest.
    List<Complication> of(UUID project) {
        return jdbc.sql("""
                select * from work.complication where project = :project
                order by closed_at is not null, at desc, id limit 200
                """).param("project", project).query(this::complication).list();
    }

    /// Those of a task.
    List<Complication> of(UUID project, String task) {
        return jdbc.sql("""
                select * from work.complication where project = :project and task = :task
                order by closed_at is not null, at desc, id limit 50
                """)
                .param("project", project)
                .param("task", task)
                .query(this::complication)
                .list();
    }

    /// Those of which an account was told, or which it told itself, and that are open or were closed lately.
    List<Complication> toldTo(UUID account, Instant closedSince) {
        return jdbc.sql("""
                select c.* from work.complication c
                where (c.account = :account or exists (select 1 from work.complication_told t
                        where t.complication = c.id and t.account = :account))
                    and (c.closed_at is null or c.closed_at >= :since)
                order by c.closed_at is not null, c.urgent desc, c.at desc, c.id limit 50
                """)
                .param("account", account)
                .param("since", Needed.utc(closedSince))
                .query(this::complication)
                .list();
    }

    /// Marks those as told again that nobody has closed or taken into the plan.
    ///
    /// @param urgent until when an urgent one was told, `other` until when any
    List<Complication> markTold(Instant now, Instant urgent, Instant other) {
        return jdbc.sql("""
                update work.complication set told_again_at = :now
                where closed_at is null and taken_at is null and told_again_at is null
                    and at <= case when urgent then cast(:urgent as timestamptz) else cast(:other as timestamptz) end
                returning *
                """)
                .param("now", Needed.utc(now))
                .param("urgent", Needed.utc(urgent))
                .param("other", Needed.utc(other))
                .query(this::complication)
                .list();
    }

    private Complication complication(ResultSet row, int number) throws SQLException {
        var effect = row.getString("effect");
        var closedBy = row.getObject("closed_by", UUID.class);
        var closedAt = Needed.moment(row, "closed_at");
        var at = Needed.moment(row, "at");
        return new Complication(
                Needed.uuid(row, "id"),
                Needed.uuid(row, "project"),
                row.getString("task"),
                row.getString("what"),
                row.getObject("cost", Integer.class),
                row.getBoolean("urgent"),
                new Need.Deed(Needed.uuid(row, "account"), row.getString("name"), at == null ? Instant.EPOCH : at),
                effect == null ? null : json.readValue(effect, Effect.class),
                Needed.moment(row, "taken_at"),
                row.getString("done"),
                closedBy == null || closedAt == null
                        ? null
                        : new Need.Deed(closedBy, row.getString("closed_name"), closedAt));
    }

    /// @param told the accounts that hear of it, and why
    void insert(Complication complication, Map<UUID, Because> told) {
        jdbc.sql("""
                insert into work.complication (id, project, task, what, cost, urgent, account, name, at, effect)
                values (:id, :project, :task, :what, :cost, :urgent, :account, :name, :at, cast(:effect as jsonb))
                """)
                .param("id", complication.id())
                .param("project", complication.project())
                .param("task", complication.task())
                .param("what", complication.what())
                .param("cost", complication.costMinutes())
                .param("urgent", complication.urgent())
                .param("account", complication.told().account())
                .param("name", complication.told().name())
                .param("at", Needed.utc(complication.told().at()))
                .param("effect", effect(complication.effect()))
                .update();
        jdbc.sql("""
                insert into work.complication_told (complication, account, why)
                select :id, t.account, t.why
                from unnest(cast(:accounts as uuid[]), cast(:whys as text[])) as t(account, why)
                """)
                .param("id", complication.id())
                .param("accounts", told.keySet().toArray(UUID[]::new))
                .param("whys", told.values().stream().map(Because::name).toArray(String[]::new))
                .update();
    }

    private @Nullable String effect(@Nullable Effect effect) {
        return effect == null ? null : json.writeValueAsString(effect);
    }

    /// Who hears of it, and why.
    Map<UUID, Because> told(UUID complication) {
        return told(List.of(complication)).getOrDefault(complication, new HashMap<>());
    }

    /// Who hears of each of them, and why; of one that nobody hears of there is nothing.
    Map<UUID, Map<UUID, Because>> told(Collection<UUID> complications) {
        var told = new HashMap<UUID, Map<UUID, Because>>();
        if (complications.isEmpty()) return told;
        jdbc.sql("""
                select complication, account, why from work.complication_told
                where complication = any(cast(:ids as uuid[]))
                """).param("ids", complications.toArray(UUID[]::new)).query(row -> {
            told.computeIfAbsent(Needed.uuid(row, "complication"), any -> new HashMap<>())
                    .put(Needed.uuid(row, "account"), Because.valueOf(row.getString("why")));
        });
        return told;
    }

    /// Who hears of each of them, by name; of one that nobody hears of there is nothing.
    Map<UUID, List<Hearer>> hearers(Collection<UUID> complications) {
        var hearers = new HashMap<UUID, List<Hearer>>();
        if (complications.isEmpty()) return hearers;
        jdbc.sql("""
                select t.complication, a.name, t.why from work.complication_told t
                join identity.account a on a.id = t.account
                where t.complication = any(cast(:ids as uuid[]))
                """).param("ids", complications.toArray(UUID[]::new)).query(row -> {
            hearers.computeIfAbsent(Needed.uuid(row, "complication"), any -> new ArrayList<>())
                    .add(new Hearer(row.getString("name"), Because.valueOf(row.getString("why"))));
        });
        var order = Comparator.comparing(Hearer::because).thenComparing(Hearer::name);
        hearers.values().forEach(each -> each.sort(order));
        return hearers;
    }

    /// False if it is closed already.
    boolean close(UUID id, String done, Need.Deed closed) {
        return jdbc.sql("""
                update work.complication set done = :done, closed_by = :account, closed_name = :name, closed_at = :at
                where id = :id and closed_at is null
                """)
                        .param("id", id)
                        .param("done", done)
                        .param("account", closed.account())
                        .param("name", closed.name())
                        .param("at", Needed.utc(closed.at()))
                        .update()
                > 0;
    }

    /// False if it was taken already.
    boolean take(UUID id, Instant at) {
        return jdbc.sql("update work.complication set taken_at = :at where id = :id and taken_at is null")
                        .param("id", id)
                        .param("at", Needed.utc(at))
                        .update()
                > 0;
    }
}
