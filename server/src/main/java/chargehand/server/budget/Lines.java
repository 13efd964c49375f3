package chargehand.server.budget;

import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.Nature;
import chargehand.server.budget.Line.State;
import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The amounts, as they are stored.
@Repository
class Lines {
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Lines(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(List<Line> lines) {
        batches.batchUpdate("""
                insert into budget.line (id, project, task, state, nature, category, day, minor, currency, what, supplier,
                    number, lead_days, approval, asked_by, asked_name, asked_at, holds, together_count, together_minor,
                    together_currency)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, BATCH, (statement, line) -> {
            var approval = line.approval();
            var asked = approval == null ? null : approval.asked();
            var together = line.together();
            @Nullable
            Object[] values = {
                line.id(),
                line.project(),
                line.task(),
                line.state().name(),
                line.nature().name(),
                line.category().name(),
                line.day(),
                line.amount().minor(),
                line.amount().currency(),
                line.what(),
                line.supplier(),
                line.number(),
                line.leadDays(),
                approval == null ? null : approval.state().name(),
                asked == null ? null : asked.account(),
                asked == null ? null : asked.name(),
                asked == null ? null : ApprovalRows.utc(asked.at()),
                line.holds(),
                together == null ? null : together.count(),
                together == null ? null : together.amount().minor(),
                together == null ? null : together.amount().currency()
            };
            for (int i = 0; i < values.length; i++)
                if (values[i] == null) statement.setNull(i + 1, Types.NULL);
                else statement.setObject(i + 1, values[i]);
        });
    }

    boolean remove(UUID project, UUID id) {
        return jdbc.sql("delete from budget.line where project = :project and id = :id")
                        .param("project", project)
                        .param("id", id)
                        .update()
                > 0;
    }

    /// What waits first, then the latest day.
    List<Line> of(UUID project, int most) {
        return jdbc.sql("""
                select * from budget.line where project = :project
                order by approval is distinct from 'waiting', day desc, id limit :most
                """)
                .param("project", project)
                .param("most", most)
                .query(Lines::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("task"),
                State.valueOf(row.getString("state")),
                Nature.valueOf(row.getString("nature")),
                Category.valueOf(row.getString("category")),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                new Money(row.getLong("minor"), row.getString("currency")),
                row.getString("what"),
                row.getString("supplier"),
                row.getString("number"),
                row.getObject("lead_days", Integer.class),
                ApprovalRows.of(row),
                together(row),
                row.getBoolean("holds"));
    }

    private static @Nullable Together together(ResultSet row) throws SQLException {
        var count = row.getObject("together_count", Integer.class);
        return count == null
                ? null
                : new Together(count, new Money(row.getLong("together_minor"), row.getString("together_currency")));
    }

    /// What was ordered of a supplier or paid to it, and counts.
    ///
    /// @param approved whether somebody had to approve it
    record Bought(State state, LocalDate day, Money amount, boolean approved) {}

    /// @param supplier however it is written; blank for what has none
    List<Bought> bought(UUID project, String supplier) {
        return jdbc.sql("""
                select state, day, minor, currency, approval is not null as approved from budget.line
                where project = :project and state in ('committed', 'spent')
                    and (approval is null or approval = 'approved')
                    and lower(regexp_replace(coalesce(supplier, ''), '[^[:alnum:]]', '', 'g'))
                        = lower(regexp_replace(:supplier, '[^[:alnum:]]', '', 'g'))
                """)
                .param("project", project)
                .param("supplier", supplier)
                .query((row, _) -> new Bought(
                        State.valueOf(row.getString("state")),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        new Money(row.getLong("minor"), row.getString("currency")),
                        row.getBoolean("approved")))
                .list();
    }

    /// Until the end of the transaction nobody else orders or pays anything in the project.
    void lockOrders(UUID project) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('budget.orders ' || cast(:project as text)))")
                .param("project", project)
                .query((_, _) -> true)
                .single();
    }

    Optional<Line> find(UUID project, UUID id) {
        return jdbc.sql("select * from budget.line where project = :project and id = :id")
                .param("project", project)
                .param("id", id)
                .query(Lines::line)
                .optional();
    }

    /// What waits for an approval, the oldest first.
    List<Line> waiting(Collection<UUID> projects) {
        return jdbc.sql("""
                select * from budget.line where project = any(cast(:projects as uuid[])) and approval = 'waiting'
                order by asked_at, id limit 500
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(Lines::line)
                .list();
    }

    /// @return false if it was decided meanwhile
    boolean decide(UUID line, Approval.State state, Approval.Deed decided, String reason) {
        return jdbc.sql("""
                update budget.line set approval = :state, decided_by = :by, decided_name = :name, decided_at = :at,
                    reason = :reason
                where id = :id and approval = 'waiting'
                """)
                        .param("id", line)
                        .param("state", state.name())
                        .param("by", decided.account())
                        .param("name", decided.name())
                        .param("at", ApprovalRows.utc(decided.at()))
                        .param("reason", reason)
                        .update()
                > 0;
    }

    /// Whether a supplier's number is there already, as state, supplier and number in small letters.
    List<String> numbers(UUID project) {
        return jdbc.sql("""
                select state || ' ' || coalesce(lower(supplier), '') || ' ' || lower(number) as key from budget.line
                where project = :project and number is not null
                """)
                .param("project", project)
                .query((row, number) -> Objects.requireNonNull(row.getString("key")))
                .list();
    }

    /// A sum of lines that are alike, exact.
    ///
    /// @param day the first of its month; of other currencies than that of the sums, each day of its own
    record Sum(
            UUID project,
            @Nullable String task,
            State state,
            Nature nature,
            Category category,
            LocalDate day,
            String currency,
            BigDecimal minor) {}

    /// Of what counts. The database adds up, in numbers without a bound: a million lines come back as a few sums.
    ///
    /// @param base lines of other currencies stay apart by day, since each day has its rate
    List<Sum> sums(Collection<UUID> projects, String base) {
        return jdbc.sql("""
                select project, task, state, nature, category, currency,
                    case when currency = :base then date_trunc('month', day)::date else day end as day,
                    sum(minor) as minor
                from budget.line
                where project = any(cast(:projects as uuid[])) and (approval is null or approval = 'approved')
                group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("base", base)
                .query((row, number) -> new Sum(
                        Objects.requireNonNull(row.getObject("project", UUID.class)),
                        row.getString("task"),
                        State.valueOf(row.getString("state")),
                        Nature.valueOf(row.getString("nature")),
                        Category.valueOf(row.getString("category")),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        row.getString("currency"),
                        row.getBigDecimal("minor")))
                .list();
    }
}
