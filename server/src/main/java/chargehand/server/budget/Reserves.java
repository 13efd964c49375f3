package chargehand.server.budget;

import chargehand.server.budget.Approval.Deed;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reserves of projects and what was taken from them, as they are stored.
@Repository
class Reserves {
    private final JdbcClient jdbc;

    Reserves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that is taken from a reserve.
    ///
    /// @param minor in the currency of the reserve
    @Schema(name = "ReserveUse")
    record Use(UUID id, UUID project, long minor, String why, Approval approval) {}

    /// Locks it: who looks what is left is the only one until the transaction ends.
    Optional<Money> lock(UUID project) {
        return find(project, " for update");
    }

    Optional<Money> find(UUID project) {
        return find(project, "");
    }

    private Optional<Money> find(UUID project, String locking) {
        return jdbc.sql("select minor, currency from budget.reserve where project = :project" + locking)
                .param("project", project)
                .query((row, _) -> new Money(row.getLong("minor"), row.getString("currency")))
                .optional();
    }

    void put(UUID project, Money amount) {
        jdbc.sql("""
                insert into budget.reserve (project, minor, currency) values (:project, :minor, :currency)
                on conflict (project) do update set minor = excluded.minor, currency = excluded.currency
                """)
                .param("project", project)
                .param("minor", amount.minor())
                .param("currency", amount.currency())
                .update();
    }

    /// The newest first.
    List<Use> uses(Collection<UUID> projects) {
        return jdbc.sql("""
                select * from budget.reserve_use where project = any(cast(:projects as uuid[]))
                order by asked_at desc, id
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query((row, _) -> new Use(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("project", UUID.class)),
                        row.getLong("minor"),
                        row.getString("why"),
                        Objects.requireNonNull(ApprovalRows.of(row))))
                .list();
    }

    void insert(Use use) {
        var asked = use.approval().asked();
        jdbc.sql("""
                insert into budget.reserve_use (id, project, minor, why, approval, asked_by, asked_name, asked_at)
                values (:id, :project, :minor, :why, :approval, :by, :name, :at)
                """)
                .param("id", use.id())
                .param("project", use.project())
                .param("minor", use.minor())
                .param("why", use.why())
                .param("approval", use.approval().state().name())
                .param("by", asked.account())
                .param("name", asked.name())
                .param("at", ApprovalRows.utc(asked.at()))
                .update();
    }

    /// @return false if it was decided meanwhile
    boolean decide(UUID use, Approval.State state, Deed decided, String reason) {
        return jdbc.sql("""
                update budget.reserve_use set approval = :state, decided_by = :by, decided_name = :name,
                    decided_at = :at, reason = :reason
                where id = :id and approval = 'waiting'
                """)
                        .param("id", use)
                        .param("state", state.name())
                        .param("by", decided.account())
                        .param("name", decided.name())
                        .param("at", ApprovalRows.utc(decided.at()))
                        .param("reason", reason)
                        .update()
                > 0;
    }
}
