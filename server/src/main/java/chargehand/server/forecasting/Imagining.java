package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.forecast.RiskEvent;
import chargehand.server.forecasting.Foreseeing.Ground;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Awaited;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.springframework.stereotype.Service;

/// Simulates calendars that nobody has taken, by what is known from history now, for whoever is about to tell what
/// would come of them. Nothing is kept.
///
/// Whoever asks reads, so within their transaction; what takes long reads nothing, and is worked out once for all who
/// ask the same meanwhile.
@Service
public class Imagining {
    private final Foreseeing foreseeing;
    private final Surroundings surroundings;
    private final Learner learner;
    private final Awaited<Imagined, Forecast> awaited = new Awaited<>("imagined forecasts");

    Imagining(Foreseeing foreseeing, Surroundings surroundings, Learner learner) {
        this.foreseeing = foreseeing;
        this.surroundings = surroundings;
        this.learner = learner;
    }

    /// @param plan of a project, with a calendar that it might have
    public StoredForecast of(Current plan) {
        var imagined = imagined(plan);
        return surroundings.stored(plan, awaited.get(imagined, imagined::simulated), null);
    }

    Imagined imagined(Current plan) {
        return new Imagined(foreseeing.ground(plan, learner.known()), surroundings.risks(plan));
    }

    /// All that the answer hangs on: who asks for equal ones asks for the same.
    record Imagined(Ground ground, List<RiskEvent> risks) {
        Forecast simulated() {
            var plan = ground.plan();
            var options = Foreseeing.of(ground, () -> false)
                    .options(Forecasting.RUNS)
                    .withNow(plan.now())
                    .withSeed(Forecasting.SEED)
                    .withRisks(risks);
            return Forecaster.forecast(plan.plan(), plan.calendar(), options).orElseThrow();
        }
    }

    @PreDestroy
    void stop() {
        awaited.close();
    }
}
