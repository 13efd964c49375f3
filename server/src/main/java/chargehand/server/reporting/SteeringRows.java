package chargehand.server.reporting;

import chargehand.server.reporting.SteeringReport.IssueLine;
import chargehand.server.reporting.SteeringReport.RiskLine;
import chargehand.server.reporting.SteeringReport.Sum;
import chargehand.server.shared.Money;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a steering report reads across modules, and how the company wants it.
@Repository
class SteeringRows {
    private static final int MOST = 5;

    private final JdbcClient jdbc;

    SteeringRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RiskLine> risks(UUID project) {
        return jdbc.sql("""
                select r.what, r.chance, r.response, p.name from forecasting.risk r
                left join people.person p on p.id = r.owner
                where r.project = :project and r.state = 'open' and r.counted
                order by r.chance desc, r.at, r.id limit :most
                """)
                .param("project", project)
                .param("most", MOST)
                .query((row, _) -> new RiskLine(
                        row.getString("what"),
                        (int) Math.round(row.getDouble("chance") * 100),
                        row.getString("name"),
                        row.getString("response")))
                .list();
    }

    List<IssueLine> issues(UUID project) {
        return jdbc.sql("""
                select e.title, e.day, p.name from logbook.entry e left join people.person p on p.id = e.owner
                where e.project = :project and e.kind = 'issue' and e.state = 'open'
                order by e.day nulls last, e.number limit :most
                """)
                .param("project", project)
                .param("most", MOST)
                .query((row, _) -> new IssueLine(
                        row.getString("title"), row.getString("name"), row.getObject("day", LocalDate.class)))
                .list();
    }

    List<Sum> money(UUID project) {
        return jdbc.sql("""
                select currency, coalesce(sum(minor) filter (where state = 'approved'), 0) as approved,
                    coalesce(sum(minor) filter (where state = 'committed'), 0) as committed,
                    coalesce(sum(minor) filter (where state = 'spent'), 0) as spent
                from budget.line where project = :project group by currency order by currency
                """)
                .param("project", project)
                .query((row, _) -> {
                    var currency = row.getString("currency");
                    return new Sum(
                            new Money(row.getLong("approved"), currency),
                            new Money(row.getLong("committed"), currency),
                            new Money(row.getLong("spent"), currency));
                })
                .list();
    }

    /// @param file name of the template; null: ours
    record Wishes(
            boolean colours,
            @Nullable String file,
            @Nullable String by,
            @Nullable Instant at) {
        static final Wishes USUAL = new Wishes(false, null, null, null);
    }

    Wishes wishes() {
        return jdbc.sql("select colours, file_name, set_by, set_at from reporting.steering")
                .query((row, _) -> new Wishes(
                        row.getBoolean("colours"),
                        row.getString("file_name"),
                        row.getString("set_by"),
                        row.getTimestamp("set_at").toInstant()))
                .optional()
                .orElse(Wishes.USUAL);
    }

    Optional<byte[]> template() {
        return jdbc.sql("select template from reporting.steering where template is not null")
                .query((row, _) -> row.getBytes("template"))
                .optional();
    }

    void colours(boolean colours, String by, Instant at) {
        jdbc.sql("""
                insert into reporting.steering (colours, set_by, set_at) values (:colours, :by, :at)
                on conflict (one) do update set colours = excluded.colours, set_by = excluded.set_by,
                    set_at = excluded.set_at
                """)
                .param("colours", colours)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @param name and `template` null: from now on ours
    void template(@Nullable String name, byte @Nullable [] template, String by, Instant at) {
        jdbc.sql("""
                insert into reporting.steering (template, file_name, set_by, set_at) values (:template, :name, :by, :at)
                on conflict (one) do update set template = excluded.template, file_name = excluded.file_name,
                    set_by = excluded.set_by, set_at = excluded.set_at
                """)
                .param("template", template, Types.BINARY)
                .param("name", name, Types.VARCHAR)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
