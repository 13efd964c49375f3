package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Forecasts", description = "How likely the dates are.")
class ForecastController {
    private final Forecasting forecasting;

    ForecastController(Forecasting forecasting) {
        this.forecasting = forecasting;
    }

    /// How likely the dates of a calendar are.
    ///
    /// @param version of the plan that was simulated
    /// @param from where lengths were drawn: prior, until there is history
    /// @param finish of the project: the moments by which it ends in 2, 10, 50, 80, 90 and 98 of 100 runs
    /// @param tasks the same for each task
    @Schema(name = "Forecast")
    record ForecastView(
            long version,
            Instant asOf,
            int runs,
            String from,
            List<Instant> finish,
            Map<String, List<Instant>> tasks,
            List<PromiseView> promises) {}

    /// @param chance the share of runs that keep it, 0 to 1
    @Schema(name = "PromiseChance")
    record PromiseView(String task, Instant by, @Nullable String promisedTo, double chance) {}

    @GetMapping("/api/projects/{project}/forecast")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getForecast", summary = "How likely the dates of a project are")
    ForecastView forecast(@PathVariable UUID project) {
        var forecast = forecasting.find(project).orElseThrow(Problem::notFound);
        var tasks = new HashMap<String, List<Instant>>();
        forecast.tasks().forEach((task, chance) -> tasks.put(task.value(), moments(chance)));
        return new ForecastView(
                forecast.version(),
                forecast.asOf(),
                forecast.runs(),
                "prior",
                moments(forecast.finish()),
                tasks,
                forecast.promises().stream()
                        .map(each -> new PromiseView(each.task(), each.by(), each.promisedTo(), each.chance()))
                        .toList());
    }

    private static List<Instant> moments(Chance chance) {
        return List.of(chance.p2(), chance.p10(), chance.p50(), chance.p80(), chance.p90(), chance.p98());
    }
}
