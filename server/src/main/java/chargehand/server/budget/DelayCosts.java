package chargehand.server.budget;

import chargehand.server.shared.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What delays cost, as it is stored.
@Repository
class DelayCosts {
    private final JdbcClient jdbc;

    DelayCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DelayCost> find(UUID project) {
        return jdbc.sql("select * from budget.delay_cost where project = :project")
                .param("project", project)
                .query((row, _) -> new DelayCost(
                        new Money(row.getLong("minor"), row.getString("currency")),
                        DelayCost.Per.valueOf(row.getString("per")),
                        Objects.requireNonNull(row.getObject("after", LocalDate.class)),
                        row.getString("why")))
                .optional();
    }

    void put(UUID project, DelayCost cost) {
        jdbc.sql("""
                insert into budget.delay_cost (project, minor, currency, per, after, why)
                values (:project, :minor, :currency, :per, :after, :why)
                on conflict (project) do update set minor = excluded.minor, currency = excluded.currency,
                    per = excluded.per, after = excluded.after, why = excluded.why
                """)
                .param("project", project)
                .param("minor", cost.amount().minor())
                .param("currency", cost.amount().currency())
                .param("per", cost.per().name())
                .param("after", cost.after())
                .param("why", cost.why())
                .update();
    }

    void remove(UUID project) {
        jdbc.sql("delete from budget.delay_cost where project = :project")
                .param("project", project)
                .update();
    }
}
