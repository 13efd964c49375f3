package chargehand.server.budget;

import chargehand.server.budget.Contract.Kind;
import chargehand.server.budget.Contract.SalesRate;
import chargehand.server.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

/// Contracts with their sales rates, and billing milestones, as they are stored.
@Repository
class Contracts {
    private final JdbcClient jdbc;

    Contracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Contract> find(UUID project) {
        return Optional.ofNullable(of(List.of(project)).get(project));
    }

    Map<UUID, Contract> of(Collection<UUID> projects) {
        var ids = projects.toArray(UUID[]::new);
        var rates = rates(ids);
        var found = new HashMap<UUID, Contract>();
        jdbc.sql("select * from budget.contract where project = any(cast(:projects as uuid[]))")
                .param("projects", ids)
                .query(row -> {
                    var contract = contract(row, rates);
                    found.put(contract.project(), contract);
                });
        return found;
    }

    private Map<UUID, List<SalesRate>> rates(UUID[] projects) {
        var rates = new HashMap<UUID, List<SalesRate>>();
        jdbc.sql(
                        "select * from budget.sales_rate where project = any(cast(:projects as uuid[])) order by project, place")
                .param("projects", projects)
                .query(row -> {
                    rates.computeIfAbsent(uuid(row, "project"), any -> new ArrayList<>())
                            .add(new SalesRate(
                                    row.getObject("person", UUID.class),
                                    row.getString("role"),
                                    Objects.requireNonNull(day(row, "since")),
                                    money(row)));
                });
        return rates;
    }

    private static Contract contract(ResultSet row, Map<UUID, List<SalesRate>> rates) throws SQLException {
        var project = uuid(row, "project");
        return new Contract(
                project,
                Kind.valueOf(row.getString("kind")),
                row.getString("currency") == null ? null : money(row),
                Objects.requireNonNull(day(row, "since")),
                day(row, "until"),
                row.getString("note"),
                row.getObject("material_percent", Integer.class),
                rates.getOrDefault(project, List.of()),
                row.getLong("version"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("minor"), row.getString("currency"));
    }

    /// In place of the version before, or the first.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(Contract contract) {
        var amount = contract.amount();
        int put = jdbc.sql("""
                insert into budget.contract (project, kind, minor, currency, since, until, note, material_percent, version)
                values (:project, :kind, :minor, :currency, :since, :until, :note, :material, :version)
                on conflict (project) do update set kind = excluded.kind, minor = excluded.minor,
                    currency = excluded.currency, since = excluded.since, until = excluded.until, note = excluded.note,
                    material_percent = excluded.material_percent, version = excluded.version
                where budget.contract.version = excluded.version - 1
                """)
                .param("project", contract.project())
                .param("kind", contract.kind().name())
                .param("minor", amount == null ? null : amount.minor(), Types.BIGINT)
                .param("currency", amount == null ? null : amount.currency(), Types.VARCHAR)
                .param("since", contract.since())
                .param("until", contract.until(), Types.DATE)
                .param("note", contract.note())
                .param("material", contract.materialPercent(), Types.INTEGER)
                .param("version", contract.version())
                .update();
        if (put == 0) return false;
        jdbc.sql("delete from budget.sales_rate where project = :project")
                .param("project", contract.project())
                .update();
        for (int i = 0; i < contract.rates().size(); i++)
            insert(contract.project(), i, contract.rates().get(i));
        return true;
    }

    private void insert(UUID project, int place, SalesRate rate) {
        jdbc.sql("""
                insert into budget.sales_rate (project, place, person, role, since, minor, currency)
                values (:project, :place, :person, :role, :since, :minor, :currency)
                """)
                .param("project", project)
                .param("place", place)
                .param("person", rate.person(), Types.OTHER)
                .param("role", rate.role(), Types.VARCHAR)
                .param("since", rate.since())
                .param("minor", rate.hour().minor())
                .param("currency", rate.hour().currency())
                .update();
    }

    /// In the order in which they were written.
    List<Milestone> milestones(Collection<UUID> projects) {
        return jdbc.sql("select * from budget.milestone where project = any(cast(:projects as uuid[])) order by id")
                .param("projects", projects.toArray(UUID[]::new))
                .query((row, _) -> milestone(row))
                .list();
    }

    Optional<Milestone> milestone(UUID project, UUID id) {
        return milestones(List.of(project)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static Milestone milestone(ResultSet row) throws SQLException {
        return new Milestone(
                uuid(row, "id"),
                uuid(row, "project"),
                row.getString("name"),
                money(row),
                day(row, "day"),
                row.getString("task"),
                row.getObject("deliverable", UUID.class),
                day(row, "billed"),
                row.getString("number"),
                day(row, "paid"),
                row.getLong("version"));
    }

    /// A new one, or in place of the version before.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(Milestone milestone) {
        return jdbc.sql("""
                insert into budget.milestone (id, project, name, minor, currency, day, task, deliverable, billed, number,
                    paid, version)
                values (:id, :project, :name, :minor, :currency, :day, :task, :deliverable, :billed, :number, :paid,
                    :version)
                on conflict (id) do update set name = excluded.name, minor = excluded.minor,
                    currency = excluded.currency, day = excluded.day, task = excluded.task,
                    deliverable = excluded.deliverable, billed = excluded.billed, number = excluded.number,
                    paid = excluded.paid, version = excluded.version
                where budget.milestone.version = excluded.version - 1
                """)
                        .param("id", milestone.id())
                        .param("project", milestone.project())
                        .param("name", milestone.name())
                        .param("minor", milestone.amount().minor())
                        .param("currency", milestone.amount().currency())
                        .param("day", milestone.day(), Types.DATE)
                        .param("task", milestone.task(), Types.VARCHAR)
                        .param("deliverable", milestone.deliverable(), Types.OTHER)
                        .param("billed", milestone.billed(), Types.DATE)
                        .param("number", milestone.number(), Types.VARCHAR)
                        .param("paid", milestone.paid(), Types.DATE)
                        .param("version", milestone.version())
                        .update()
                > 0;
    }

    /// @return false if it is billed, or there is none
    boolean remove(UUID milestone) {
        return jdbc.sql("delete from budget.milestone where id = :id and billed is null")
                        .param("id", milestone)
                        .update()
                > 0;
    }
}
