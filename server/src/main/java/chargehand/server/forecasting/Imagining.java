package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Awaited;
import jakarta.annotation.PreDestroy;
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
    private final Awaited<Simulation, Forecast> awaited = new Awaited<>("imagined forecasts");

    Imagining(Foreseeing foreseeing, Surroundings surroundings, Learner learner) {
        this.foreseeing = foreseeing;
        this.surroundings = surroundings;
        this.learner = learner;
    }

    /// @param plan of a project, with a calendar that it might have
    public StoredForecast of(Current plan) {
        var simulation = simulation(plan);
        var forecast = awaited.get(simulation, () -> simulation.run(simulation.options()));
        return surroundings.stored(plan, forecast, null);
    }

    Simulation simulation(Current plan) {
        return new Simulation(foreseeing.ground(plan, learner.known()), surroundings.risks(plan), Forecasting.RUNS);
    }

    @PreDestroy
    void stop() {
        awaited.close();
    }
}
