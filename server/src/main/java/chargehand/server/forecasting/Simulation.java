package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.forecast.RiskEvent;
import chargehand.server.forecasting.Foreseeing.Ground;
import chargehand.server.planning.PlanReading.Current;
import java.util.List;

/// A simulation that somebody waits for, with all that its result hangs on: it reads nothing any more, and whoever asks
/// for an equal one asks for the same.
record Simulation(Ground ground, List<RiskEvent> risks, int runs) {
    private static final long SEED = 1;

    Current plan() {
        return ground.plan();
    }

    /// What is foreseen takes long by itself where there is much to compare.
    ForecastOptions options() {
        return Foreseeing.of(ground, () -> false)
                .options(runs)
                .withNow(plan().now())
                .withSeed(SEED)
                .withRisks(risks);
    }

    Forecast run(ForecastOptions options) {
        return Forecaster.forecast(plan().plan(), plan().calendar(), options).orElseThrow();
    }
}
