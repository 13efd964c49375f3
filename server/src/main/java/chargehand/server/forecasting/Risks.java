package chargehand.server.forecasting;

import chargehand.server.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The risk register, as it is stored.
@Repository
class Risks {
    private final JdbcClient jdbc;

    Risks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The open ones first.
    List<Risk> of(UUID project) {
        return jdbc.sql("select * from forecasting.risk where project = :project order by state <> 'open', at, id")
                .param("project", project)
                .query((row, number) -> risk(row))
                .list();
    }

    /// Those that forecasts reckon with.
    List<Risk> counted(UUID project) {
        return of(project).stream()
                .filter(each -> each.counted() && each.state() == Risk.State.open)
                .toList();
    }

    Optional<Risk> find(UUID project, UUID id) {
        return of(project).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Risk risk(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Risk(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("what"),
                Risk.Cause.valueOf(row.getString("cause")),
                row.getDouble("chance"),
                List.of((String[]) row.getArray("tasks").getArray()),
                row.getInt("percent"),
                row.getInt("minutes"),
                row.getInt("days"),
                currency == null ? null : new Money(row.getLong("cost"), currency),
                row.getObject("owner", UUID.class),
                row.getString("response"),
                row.getObject("review", LocalDate.class),
                row.getBoolean("counted"),
                Risk.State.valueOf(row.getString("state")),
                row.getString("by_name"),
                History.instant(row, "at"),
                row.getLong("version"));
    }

    void put(Risk risk) {
        @Nullable Money cost = risk.cost();
        jdbc.sql("""
                insert into forecasting.risk (id, project, what, cause, chance, tasks, percent, minutes, days, cost,
                    currency, owner, response, review, counted, state, by_name, at, version)
                values (:id, :project, :what, :cause, :chance, :tasks, :percent, :minutes, :days, :cost, :currency,
                    :owner, :response, :review, :counted, :state, :name, :at, :version)
                on conflict (id) do update set what = excluded.what, cause = excluded.cause, chance = excluded.chance,
                    tasks = excluded.tasks, percent = excluded.percent, minutes = excluded.minutes,
                    days = excluded.days, cost = excluded.cost, currency = excluded.currency, owner = excluded.owner,
                    response = excluded.response, review = excluded.review, counted = excluded.counted,
                    state = excluded.state, version = excluded.version
                """)
                .param("id", risk.id())
                .param("project", risk.project())
                .param("what", risk.what())
                .param("cause", risk.cause().name())
                .param("chance", risk.chance())
                .param("tasks", risk.tasks().toArray(String[]::new))
                .param("percent", risk.percent())
                .param("minutes", risk.minutes())
                .param("days", risk.days())
                .param("cost", cost == null ? null : cost.minor())
                .param("currency", cost == null ? null : cost.currency())
                .param("owner", risk.owner())
                .param("response", risk.response())
                .param("review", risk.review())
                .param("counted", risk.counted())
                .param("state", risk.state().name())
                .param("name", risk.byName())
                .param("at", History.utc(risk.at()))
                .param("version", risk.version())
                .update();
    }
}
