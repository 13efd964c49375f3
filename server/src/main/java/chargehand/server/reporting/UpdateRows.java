package chargehand.server.reporting;

import chargehand.server.reporting.Update.IncrementTold;
import chargehand.server.reporting.Update.IncrementTold.Item;
import chargehand.server.reporting.Update.Pay;
import chargehand.server.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Facts of updates that other modules have stored: increments, and what the client pays.
@Repository
class UpdateRows {
    private static final int MOST_INCREMENTS = 6;
    private static final int MOST_ITEMS = 12;
    private static final int MOST_PARTS = 40;
    private static final Comparator<IncrementTold> BY_DAYS =
            Comparator.comparing(IncrementTold::starts).thenComparing(IncrementTold::number);

    private final JdbcClient jdbc;

    UpdateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that are not over, and those that ended since; the nearest to this day where there are many, by their
    /// days.
    ///
    /// @param since of the first update null: then those that were over before anybody was told are left out
    @Nullable
    List<IncrementTold> increments(UUID project, @Nullable Instant since, LocalDate today) {
        var told = jdbc.sql("""
                select i.id, i.number, i.goal, i.starts, i.ends, i.review from increments.increment i
                where i.project = :project
                    and (i.reviewed_at is null or i.reviewed_at > cast(:since as timestamptz))
                order by greatest(i.starts - :today, :today - i.ends, 0), i.starts desc, i.number desc limit :most
                """)
                .param("project", project)
                .param("since", since == null ? null : Updates.utc(since))
                .param("today", today)
                .param("most", MOST_INCREMENTS)
                .query((row, _) -> increment(row))
                .list();
        return told.isEmpty() ? null : told.stream().sorted(BY_DAYS).toList();
    }

    private IncrementTold increment(ResultSet row) throws SQLException {
        var items = items(Updates.uuid(row, "id"));
        return new IncrementTold(
                row.getInt("number"),
                row.getString("goal"),
                Objects.requireNonNull(row.getObject("starts", LocalDate.class)),
                Objects.requireNonNull(row.getObject("ends", LocalDate.class)),
                items.stream().limit(MOST_ITEMS).toList(),
                items.size(),
                (int) items.stream().filter(Item::done).count(),
                row.getString("review"));
    }

    private List<Item> items(UUID increment) {
        return jdbc.sql("""
                select t.document #>> '{task,name}' as name,
                    t.document #>> '{task,progress,finished}' is not null as done
                from increments.scope s join planning.task t on t.project = s.project and t.id = s.task
                where s.increment = :increment and s.until is null order by done, s.since, t.id
                """)
                .param("increment", increment)
                .query((row, _) -> new Item(row.getString("name"), row.getBoolean("done")))
                .list();
    }

    /// What the contract says and what was billed and paid of it; null where nothing is agreed.
    @Nullable
    Pay pay(UUID project) {
        var contract = jdbc.sql("select kind, minor, currency from budget.contract where project = :project")
                .param("project", project)
                .query((row, _) -> new Pay(row.getString("kind"), money(row), List.of(), List.of(), List.of()))
                .optional()
                .orElse(null);
        var parts = parts(project);
        if (contract == null && parts.isEmpty()) return null;
        return new Pay(
                contract == null ? null : contract.kind(),
                contract == null ? null : contract.amount(),
                sums(parts, false),
                sums(parts, true),
                parts.stream().limit(MOST_PARTS).toList());
    }

    private static @Nullable Money money(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return currency == null ? null : new Money(row.getLong("minor"), currency);
    }

    private List<Pay.Part> parts(UUID project) {
        return jdbc.sql("""
                select name, minor, currency, coalesce(paid, billed, day) as at,
                    case when paid is not null then 'paid' when billed is not null then 'billed' else 'planned' end as state
                from budget.milestone where project = :project
                order by paid nulls last, billed nulls last, day nulls last, lower(name), id
                """)
                .param("project", project)
                .query((row, _) -> new Pay.Part(
                        row.getString("name"),
                        new Money(row.getLong("minor"), row.getString("currency")),
                        row.getString("state"),
                        row.getObject("at", LocalDate.class)))
                .list();
    }

    /// Of what was billed, paid or not; or of what was paid alone.
    private static List<Money> sums(List<Pay.Part> parts, boolean paid) {
        var sums = new TreeMap<String, Long>();
        for (var each : parts) {
            if (each.state().equals("planned") || paid && !each.state().equals("paid")) continue;
            sums.merge(each.amount().currency(), each.amount().minor(), Math::addExact);
        }
        var all = new ArrayList<Money>();
        sums.forEach((currency, minor) -> all.add(new Money(minor, currency)));
        return all;
    }
}
