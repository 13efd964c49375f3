package chargehand.server.forecasting;

import chargehand.engine.forecast.Availability;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Prior;
import chargehand.engine.forecast.history.CommonCause;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Awaited;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What each of the causes costs that tasks have in common: the same draws without it. Asked for by somebody who
/// looks, and not kept. Risks have a register of their own.
@Component
class SwitchedOff {
    private static final int RUNS = 2_000;
    private static final int FEWEST_RUNS = 200;
    /// So many draws take about half a second.
    private static final long MOST_DRAWS = 4_000_000;
    private static final double THOUSAND = 1000;

    private final PlanReading plans;
    private final Surroundings surroundings;
    private final Foreseeing foreseeing;
    private final Learner learner;
    private final Awaited<Simulation, Causes> awaited = new Awaited<>("forecasts without causes");

    SwitchedOff(PlanReading plans, Surroundings surroundings, Foreseeing foreseeing, Learner learner) {
        this.plans = plans;
        this.surroundings = surroundings;
        this.foreseeing = foreseeing;
        this.learner = learner;
    }

    /// @param likely by when all is done in 80 of 100 runs
    @Schema(name = "ForecastCauses")
    record Causes(long version, int runs, Instant likely, List<Cause> causes) {}

    /// @param weight of a project, a technology or a team how far its tasks go wrong together, a correlation; of
    ///     people's absence the share of their time
    /// @param without by when all would be done in 80 of 100 runs without it
    @Schema(name = "ForecastCause")
    record Cause(Kind kind, double weight, Instant without) {}

    @Schema(name = "ForecastCauseKind")
    enum Kind {
        project,
        technology,
        team,
        absence
    }

    /// @throws Problem if there is no such plan
    Causes of(UUID project) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        int runs =
                (int) Math.clamp(MOST_DRAWS / Math.max(1, current.plan().tasks().size()), FEWEST_RUNS, RUNS);
        var simulation = new Simulation(foreseeing.ground(current, learner.known()), surroundings.risks(current), runs);
        return awaited.get(simulation, () -> causes(simulation));
    }

    private static Causes causes(Simulation simulation) {
        var options = simulation.options();
        return new Causes(
                simulation.plan().version(),
                simulation.runs(),
                likely(simulation, options),
                causes(simulation, options));
    }

    private static List<Cause> causes(Simulation simulation, ForecastOptions options) {
        var spreads = options.spreads();
        var together = spreads.together();
        var causes = new ArrayList<Cause>();
        var withoutProject = options.withSpreads(spreads.withTogether(together.withoutProject()))
                .withPrior(Prior.GENERAL.withoutCommon());
        double common = spreads.ratios().isEmpty() ? CommonCause.GENERAL.correlation() : together.project();
        causes.add(cause(Kind.project, common, simulation, withoutProject));
        if (together.technology() > 0)
            causes.add(cause(
                    Kind.technology,
                    together.technology(),
                    simulation,
                    options.withSpreads(spreads.withTogether(together.withoutTechnology()))));
        if (together.team() > 0)
            causes.add(cause(
                    Kind.team,
                    together.team(),
                    simulation,
                    options.withSpreads(spreads.withTogether(together.withoutTeam()))));
        var share = options.availability().share();
        if (share > 0)
            causes.add(cause(Kind.absence, share, simulation, options.withAvailability(Availability.CERTAIN)));
        return causes;
    }

    private static Cause cause(Kind kind, double weight, Simulation simulation, ForecastOptions without) {
        return new Cause(kind, Math.round(weight * THOUSAND) / THOUSAND, likely(simulation, without));
    }

    private static Instant likely(Simulation simulation, ForecastOptions options) {
        return simulation.run(options).finish().p80();
    }

    @PreDestroy
    void stop() {
        awaited.close();
    }
}
