package chargehand.server.forecasting;

import chargehand.engine.forecast.RiskEvent;
import chargehand.engine.plan.TaskId;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that may happen to a project, once, and then to all its tasks together.
///
/// @param chance that it happens, 0 to 1
/// @param tasks that it hits; none for all of the project
/// @param percent by which each of them takes longer, `minutes` of work besides, and `days` by which it
///     begins later
/// @param cost of money besides, if it happens
/// @param counted whether forecasts reckon with it
public record Risk(
        UUID id,
        UUID project,
        String what,
        Cause cause,
        double chance,
        List<String> tasks,
        int percent,
        int minutes,
        int days,
        @Nullable Money cost,
        @Nullable UUID owner,
        @Nullable String response,
        @Nullable LocalDate review,
        boolean counted,
        State state,
        String byName,
        Instant at,
        long version) {
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final double ALL = 100;

    @Schema(name = "RiskCause")
    public enum Cause {
        project,
        technology,
        team,
        outside
    }

    @Schema(name = "RiskState")
    public enum State {
        open,
        happened,
        gone
    }

    /// As the simulation knows it.
    RiskEvent event() {
        return new RiskEvent(
                id.toString(),
                chance,
                tasks.stream().map(TaskId::new).collect(Collectors.toSet()),
                percent / ALL,
                minutes,
                days * MINUTES_OF_DAY);
    }
}
