package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.Deed;
import chargehand.server.delivery.ChangeRequest.Origin;
import chargehand.server.delivery.ChangeRequest.OriginKind;
import chargehand.server.delivery.ChangeRequest.State;
import chargehand.server.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/// Change requests, as they are stored.
@Repository
class ChangeRequests {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ChangeRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    List<ChangeRequest> of(UUID project) {
        return of(List.of(project));
    }

    /// Those of each of these projects, the newest first.
    List<ChangeRequest> of(Collection<UUID> projects) {
        return jdbc.sql("""
                select c.* from unnest(cast(:projects as uuid[])) as p(id) cross join lateral (
                    select * from delivery.change_request where project = p.id order by number desc limit :most) c
                order by c.project, c.number desc
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("most", MOST)
                .query(ChangeRequests::change)
                .list();
    }

    /// What waits for whoever answers for these projects, or for their clients; the oldest first.
    List<ChangeRequest> open(Collection<UUID> projects) {
        return jdbc.sql("""
                select * from delivery.change_request
                where project = any(cast(:projects as uuid[])) and state in ('asked', 'offered', 'declined')
                order by asked_at, id limit :most
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("most", MOST)
                .query(ChangeRequests::change)
                .list();
    }

    Optional<ChangeRequest> find(UUID project, UUID id) {
        return find(project, id, "");
    }

    /// The same, and nobody else changes it until the transaction ends.
    Optional<ChangeRequest> lock(UUID project, UUID id) {
        return find(project, id, " for update");
    }

    private Optional<ChangeRequest> find(UUID project, UUID id, String locking) {
        return jdbc.sql("select * from delivery.change_request where id = :id and project = :project" + locking)
                .param("id", id)
                .param("project", project)
                .query(ChangeRequests::change)
                .optional();
    }

    private static ChangeRequest change(ResultSet row, int number) throws SQLException {
        var kind = row.getString("origin_kind");
        return new ChangeRequest(
                uuid(row, "id"),
                uuid(row, "project"),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                row.getString("wish"),
                row.getString("title"),
                row.getString("what"),
                row.getBoolean("of_client"),
                kind == null
                        ? null
                        : new Origin(OriginKind.valueOf(kind), uuid(row, "origin_id"), row.getString("origin_text")),
                row.getObject("draft", UUID.class),
                price(row),
                row.getString("reason"),
                Objects.requireNonNull(deed(row, "asked")),
                deed(row, "decided"),
                row.getLong("version"));
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        var currency = row.getString("price_currency");
        if (currency == null) return null;
        var minutes = row.getObject("hours_minutes", Integer.class);
        return new Price(
                new Money(row.getLong("price_minor"), currency),
                minutes,
                minutes == null ? null : new Money(row.getLong("rate_minor"), currency));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static @Nullable Deed deed(ResultSet row, String verb) throws SQLException {
        var at = row.getObject(verb + "_at", OffsetDateTime.class);
        return at == null ? null : new Deed(uuid(row, verb + "_by"), row.getString(verb + "_name"), at.toInstant());
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /// The number that the next change of a project has. Who asks for it is the only one until the
    /// transaction ends.
    int nextNumber(UUID project) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('change ' || :project, 0)) is null")
                .param("project", project.toString())
                .query(Boolean.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from delivery.change_request where project = :project")
                .param("project", project)
                .query(Integer.class)
                .single();
    }

    void insert(ChangeRequest change) {
        var origin = change.origin();
        jdbc.sql("""
                insert into delivery.change_request (id, project, number, state, wish, title, of_client,
                    origin_kind, origin_id, origin_text, asked_by, asked_name, asked_at)
                values (:id, :project, :number, :state, :wish, :title, :ofClient, :kind, :origin, :originText,
                    :by, :name, :at)
                """)
                .param("id", change.id())
                .param("project", change.project())
                .param("number", change.number())
                .param("state", change.state().name())
                .param("wish", change.wish())
                .param("title", change.title())
                .param("ofClient", change.ofClient())
                .param("kind", origin == null ? null : origin.kind().name())
                .param("origin", origin == null ? null : origin.id(), java.sql.Types.OTHER)
                .param("originText", origin == null ? null : origin.text())
                .param("by", change.asked().account())
                .param("name", change.asked().name())
                .param("at", utc(change.asked().at()))
                .update();
    }

    /// What the manager makes of it.
    ///
    /// @return false if it was changed since `version`
    boolean write(UUID id, long version, String title, String what, @Nullable Price price) {
        var rate = price == null ? null : price.rate();
        return jdbc.sql("""
                update delivery.change_request set title = :title, what = :what, price_minor = :minor,
                    price_currency = :currency, hours_minutes = :minutes, rate_minor = :rate, version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", id)
                        .param("version", version)
                        .param("title", title)
                        .param("what", what)
                        .param("minor", price == null ? null : price.amount().minor())
                        .param("currency", price == null ? null : price.amount().currency())
                        .param("minutes", price == null ? null : price.minutes())
                        .param("rate", rate == null ? null : rate.minor())
                        .update()
                > 0;
    }

    void work(UUID id, @Nullable UUID draft) {
        jdbc.sql("""
                update delivery.change_request set state = 'working', draft = coalesce(cast(:draft as uuid), draft),
                    version = version + 1 where id = :id
                """)
                .param("id", id)
                .param("draft", draft, java.sql.Types.OTHER)
                .update();
    }

    /// Nothing of the plan changes, or not this way.
    void leaveDraft(UUID id) {
        jdbc.sql("update delivery.change_request set draft = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void offer(UUID id) {
        jdbc.sql("""
                update delivery.change_request set state = 'offered', reason = null, decided_by = null,
                    decided_name = null, decided_at = null, version = version + 1 where id = :id
                """).param("id", id).update();
    }

    /// Signed, declined or refused.
    void decide(UUID id, State state, @Nullable String reason, Deed decided) {
        jdbc.sql("""
                update delivery.change_request set state = :state, reason = :reason, decided_by = :by,
                    decided_name = :name, decided_at = :at, version = version + 1 where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("by", decided.account())
                .param("name", decided.name())
                .param("at", utc(decided.at()))
                .update();
    }
}
