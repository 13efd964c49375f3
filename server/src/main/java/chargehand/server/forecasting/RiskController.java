package chargehand.server.forecasting;

import chargehand.server.forecasting.ForecastDetail.RiskEffect;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/risks")
@Tag(name = "Risks", description = "What may happen to a project, and what it would cost.")
class RiskController {
    private final Risks risks;
    private final RiskKeeping keeping;
    private final Forecasting forecasting;

    RiskController(Risks risks, RiskKeeping keeping, Forecasting forecasting) {
        this.risks = risks;
        this.keeping = keeping;
        this.forecasting = forecasting;
    }

    /// @param likely when the project is done in 80 of 100 runs, with the risks that count; null without a
    ///     forecast
    @Schema(name = "RiskList")
    record RiskList(@Nullable Instant likely, List<RiskView> items) {}

    /// @param without by when the project would be done in 80 of 100 runs if this risk weren't there; null
    ///     where it isn't counted, or not reckoned yet
    @Schema(name = "RiskView")
    record RiskView(Risk risk, @Nullable Instant without) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listRisks", summary = "The risks of a project, and what each costs its likely finish")
    RiskList list(@PathVariable UUID project) {
        var forecast = forecasting.find(project).orElse(null);
        var without = new HashMap<String, Instant>();
        if (forecast != null && forecast.detail() != null && forecast.detail().risks() != null)
            for (RiskEffect each : forecast.detail().risks()) without.put(each.risk(), each.without());
        var items = risks.of(project).stream()
                .map(each -> new RiskView(
                        each,
                        each.counted() && each.state() == Risk.State.open
                                ? without.get(each.id().toString())
                                : null))
                .toList();
        return new RiskList(forecast == null ? null : forecast.finish().p80(), items);
    }

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addRisk", summary = "Add a risk to the register")
    Risk add(Caller caller, @PathVariable UUID project, @RequestBody RiskKeeping.Written body) {
        return keeping.add(caller, project, body);
    }

    @PutMapping("/{risk}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "writeRisk", summary = "Write a risk anew; `counted` switches it off and on in forecasts")
    Risk write(
            Caller caller, @PathVariable UUID project, @PathVariable UUID risk, @RequestBody RiskKeeping.Written body) {
        return keeping.write(caller, project, risk, body);
    }

    /// @param happened whether it happened, and becomes a complication; else it is gone
    /// @param task that it came in the way of; absent for the first that it was to hit
    @Schema(name = "RiskClosure")
    record Closure(boolean happened, @Nullable String task) {}

    @PostMapping("/{risk}/closure")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "closeRisk", summary = "It happened, and becomes a complication; or it is gone")
    Risk close(Caller caller, @PathVariable UUID project, @PathVariable UUID risk, @RequestBody Closure body) {
        return keeping.close(caller, project, risk, body.happened(), body.task());
    }
}
