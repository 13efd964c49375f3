package chargehand.server.forecasting;

import chargehand.server.identity.Caller;
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
    private final ForecastReading reading;
    private final LevelledForecast levelled;
    private final SwitchedOff switchedOff;
    private final PortfolioForecast portfolio;

    ForecastController(
            Forecasting forecasting,
            ForecastReading reading,
            LevelledForecast levelled,
            SwitchedOff switchedOff,
            PortfolioForecast portfolio) {
        this.portfolio = portfolio;
        this.switchedOff = switchedOff;
        this.levelled = levelled;
        this.forecasting = forecasting;
        this.reading = reading;
    }

    /// How likely the dates of a calendar are.
    ///
    /// @param version of the plan that was simulated
    /// @param from where lengths were drawn: history, or the general prior while there is too little
    /// @param finish of the project: the moments by which it ends in 2, 10, 50, 80, 90 and 98 of 100 runs
    /// @param tasks the same for each task
    @Schema(name = "Forecast")
    record ForecastView(
            long version,
            Instant asOf,
            int runs,
            ForecastDetail.From from,
            List<Instant> finish,
            Map<String, List<Instant>> tasks,
            List<PromiseView> promises) {}

    /// @param task empty for the whole project
    /// @param chance the share of runs that keep it, 0 to 1
    @Schema(name = "PromiseChance")
    record PromiseView(String task, Instant by, @Nullable String promisedTo, double chance) {}

    @GetMapping("/api/projects/{project}/forecast")
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getForecast", summary = "How likely the dates of a project are")
    ForecastView forecast(@PathVariable UUID project) {
        var forecast = forecasting.find(project).orElseThrow(Problem::notFound);
        var tasks = new HashMap<String, List<Instant>>();
        forecast.tasks().forEach((task, chance) -> tasks.put(task.value(), ForecastReading.moments(chance)));
        return new ForecastView(
                forecast.version(),
                forecast.asOf(),
                forecast.runs(),
                from(forecast),
                ForecastReading.moments(forecast.finish()),
                tasks,
                forecast.promises().stream()
                        .map(each -> new PromiseView(each.task(), each.by(), each.promisedTo(), each.chance()))
                        .toList());
    }

    private static ForecastDetail.From from(StoredForecast forecast) {
        return forecast.detail() == null
                ? ForecastDetail.From.prior
                : forecast.detail().from();
    }

    @GetMapping("/api/portfolio/forecast")
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(
            operationId = "getPortfolioForecast",
            summary = "When all open projects are done, and which of them is the last")
    PortfolioForecast.View portfolio(Caller caller) {
        return portfolio.of(caller);
    }

    @GetMapping("/api/projects/{project}/forecast/detail")
    @Needs(Permission.PLAN_SEE)
    @Operation(
            operationId = "getForecastDetail",
            summary = "When a project ends and with which chance, what that depends on, and on what it rests")
    ForecastDetailView detail(Caller caller, @PathVariable UUID project) {
        return reading.detail(caller, project);
    }

    @GetMapping("/api/projects/{project}/forecast/levelled")
    @Needs(Permission.PLAN_SEE)
    @Operation(
            operationId = "getLevelledForecast",
            summary = "When a project ends where every run is levelled anew, beside runs that hand slips on; seconds")
    LevelledForecast.Both levelled(@PathVariable UUID project) {
        return levelled.of(project);
    }

    @GetMapping("/api/projects/{project}/forecast/causes")
    @Needs(Permission.PLAN_SEE)
    @Operation(
            operationId = "getForecastCauses",
            summary = "When a project would end without each of what its tasks have in common; seconds")
    SwitchedOff.Causes causes(@PathVariable UUID project) {
        return switchedOff.of(project);
    }
}
