package chargehand.server.forecasting;

import chargehand.engine.forecast.ForecastOptions;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Awaited;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The slower of the two speeds of simulation: every run is levelled anew, in the calendar's order
/// of starts, instead of handing slips on along it. Asked for by somebody who looks, and not kept.
@Component
class LevelledForecast {
    private static final int RUNS = 1_000;
    private static final int FEWEST_RUNS = 100;
    /// So many draws take about two seconds.
    private static final long MOST_DRAWS = 1_000_000;

    private static final int MOST_TASKS = 10_000;
    private final PlanReading plans;
    private final Surroundings surroundings;
    private final Foreseeing foreseeing;
    private final Learner learner;
    private final Awaited<Simulation, Both> awaited = new Awaited<>("levelled forecasts");

    LevelledForecast(PlanReading plans, Surroundings surroundings, Foreseeing foreseeing, Learner learner) {
        this.plans = plans;
        this.surroundings = surroundings;
        this.foreseeing = foreseeing;
        this.learner = learner;
    }

    /// Both speeds on the same draws.
    ///
    /// @param runs of each
    /// @param levelled the moments by which the project ends in 2, 10, 50, 80, 90 and 98 of 100
    ///     runs that are levelled anew, and `handedOn` of runs that hand slips on
    @Schema(name = "LevelledForecast")
    record Both(long version, int runs, List<Instant> levelled, List<Instant> handedOn) {}

    /// @throws Problem if there is no such plan, or it has more tasks than can be levelled anew in
    ///     time
    Both of(UUID project) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        int tasks = current.plan().tasks().size();
        if (tasks > MOST_TASKS)
            throw Problem.invalid("project", "It has more than %,d tasks.".formatted(MOST_TASKS))
                    .hint("The other speed serves plans of any size.");
        int runs = (int) Math.clamp(MOST_DRAWS / Math.max(1, tasks), FEWEST_RUNS, RUNS);
        var simulation = new Simulation(foreseeing.ground(current, learner.known()), surroundings.risks(current), runs);
        return awaited.get(simulation, () -> both(simulation));
    }

    private static Both both(Simulation simulation) {
        var options = simulation.options();
        return new Both(
                simulation.plan().version(),
                simulation.runs(),
                finish(simulation, options.withRelevelling()),
                finish(simulation, options));
    }

    private static List<Instant> finish(Simulation simulation, ForecastOptions options) {
        return ForecastReading.moments(simulation.run(options).finish());
    }

    @PreDestroy
    void stop() {
        awaited.close();
    }
}
