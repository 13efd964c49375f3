package chargehand.server.budget;

import chargehand.server.shared.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Above which amount something waits for whom, as it is stored.
@Repository
class Limits {
    private static final UUID COMPANY = new UUID(0, 0);

    private final JdbcClient jdbc;

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param project null for the company's, which holds where a project has none
    /// @param approver the account of who decides
    record Limit(@Nullable UUID project, Money amount, UUID approver) {}

    /// The project's, else the company's.
    Optional<Limit> of(UUID project) {
        return all(List.of(project, COMPANY)).stream()
                .sorted((one, other) -> Boolean.compare(one.project() == null, other.project() == null))
                .findFirst();
    }

    Optional<Limit> ofCompany() {
        return all(List.of(COMPANY)).stream().findFirst();
    }

    private List<Limit> all(List<UUID> projects) {
        return jdbc.sql("select * from budget.approval_limit where project = any(cast(:projects as uuid[]))")
                .param("projects", projects.toArray(UUID[]::new))
                .query((row, _) -> {
                    var project = Objects.requireNonNull(row.getObject("project", UUID.class));
                    return new Limit(
                            project.equals(COMPANY) ? null : project,
                            new Money(row.getLong("minor"), row.getString("currency")),
                            Objects.requireNonNull(row.getObject("approver", UUID.class)));
                })
                .list();
    }

    /// How often it was set or removed.
    ///
    /// @param project null for the company's
    long version(@Nullable UUID project) {
        return jdbc.sql("select version from budget.limit_version where project = :project")
                .param("project", project == null ? COMPANY : project)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// @return false if it was set or removed since that version
    boolean next(@Nullable UUID project, long version) {
        var sql = version == 0
                ? "insert into budget.limit_version (project, version) values (:project, 1) on conflict do nothing"
                : "update budget.limit_version set version = version + 1 where project = :project and version = %d"
                        .formatted(version);
        return jdbc.sql(sql)
                        .param("project", project == null ? COMPANY : project)
                        .update()
                > 0;
    }

    void put(Limit limit) {
        jdbc.sql("""
                insert into budget.approval_limit (project, minor, currency, approver)
                values (:project, :minor, :currency, :approver)
                on conflict (project) do update set minor = excluded.minor, currency = excluded.currency,
                    approver = excluded.approver
                """)
                .param("project", limit.project() == null ? COMPANY : limit.project())
                .param("minor", limit.amount().minor())
                .param("currency", limit.amount().currency())
                .param("approver", limit.approver())
                .update();
    }

    /// @param project null for the company's
    void remove(@Nullable UUID project) {
        jdbc.sql("delete from budget.approval_limit where project = :project")
                .param("project", project == null ? COMPANY : project)
                .update();
    }
}
