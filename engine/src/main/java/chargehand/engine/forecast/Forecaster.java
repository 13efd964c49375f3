package chargehand.engine.forecast;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.forecast.Forecast.Driver;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Calendars;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.BeyondHorizon;
import chargehand.engine.time.WorkingTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Simulates a calendar many times with drawn durations, and says how likely each date is.
public final class Forecaster {
    private static final long MINUTES_OF_DAY = 24 * 60;
    private static final int EXACT = 1000;
    private static final int PILOTS = 128;
    private static final double LIKELY = 0.8;
    private static final double[] SHARES = {0.02, 0.10, 0.50, 0.80, 0.90, 0.98};

    private Forecaster() {}

    /// The same with 500 runs or so on the caller's own thread.
    ///
    /// @param now as it was given to the scheduler, or null
    public static Forecast forecast(Plan plan, Calendar calendar, @Nullable Instant now, int runs, long seed) {
        return forecast(plan, calendar, ForecastOptions.runs(runs).withNow(now).withSeed(seed))
                .orElseThrow();
    }

    /// By propagation, unless the options want each run levelled anew: each run draws how long every unfinished
    /// task takes, keeps links, windows, working time, and the order in which each person takes their tasks, and
    /// notes when everything ends. The draws depend on the seed alone, not on threads.
    ///
    /// Up to 1,000 runs are kept one by one and read exactly; of more, histograms are kept, and moments
    /// are right to within a hundredth of their spread.
    ///
    /// @return empty if and only if the options' `stop` said true
    public static Optional<Forecast> forecast(Plan plan, Calendar calendar, ForecastOptions options) {
        long length = Duration.between(plan.start(), calendar.finish()).toMinutes() / MINUTES_OF_DAY;
        for (int reach = Math.toIntExact(Math.max(0, length)) * 2 + 400; ; reach *= 4) {
            try {
                return forecast(Network.of(plan, options.now(), reach), calendar, options);
            } catch (BeyondHorizon tooShort) {
                continue;
            }
        }
    }

    private static Optional<Forecast> forecast(Network network, Calendar calendar, ForecastOptions options) {
        var schedule = Calendars.schedule(network, calendar);
        var simulation = new Simulation(network, schedule, options);
        var places = new Places(network);
        boolean few = options.runs() <= EXACT && !options.drivers();
        int pilots = Math.min(options.runs(), few ? options.runs() : PILOTS);
        var samples = new int[places.count][pilots];
        if (!simulation.run(
                pilots, options.seed(), options.threads(), options.stop(), () -> samples(places, network, samples)))
            return Optional.empty();
        if (few) return Optional.of(exact(network, samples, options));
        return counted(network, simulation, places, samples, calendar, options);
    }

    /// The runs themselves, of all tasks but summaries, up to 1,000 of them; drivers are not asked for.
    ///
    /// @return empty if and only if the options' `stop` said true
    public static Optional<Runs> runs(Plan plan, Calendar calendar, ForecastOptions options) {
        long length = Duration.between(plan.start(), calendar.finish()).toMinutes() / MINUTES_OF_DAY;
        for (int reach = Math.toIntExact(Math.max(0, length)) * 2 + 400; ; reach *= 4) {
            try {
                return runs(Network.of(plan, options.now(), reach), calendar, options);
            } catch (BeyondHorizon tooShort) {
                continue;
            }
        }
    }

    private static Optional<Runs> runs(Network network, Calendar calendar, ForecastOptions options) {
        var schedule = Calendars.schedule(network, calendar);
        var simulation = new Simulation(network, schedule, options);
        int runs = Math.min(EXACT, options.runs());
        var tasks = new ArrayList<TaskId>();
        for (int n = 0; n < network.tasks; n++)
            tasks.add(network.plan.tasks().get(network.place[n]).id());
        var ends = new int[network.tasks][runs];
        boolean done = simulation.run(runs, options.seed(), options.threads(), options.stop(), () -> block -> {
            for (int n = 0; n < ends.length; n++)
                for (int lane = 0; lane < block.lanes(); lane++)
                    ends[n][block.firstRun() + lane] = block.finish(n, lane);
        });
        return done ? Optional.of(Runs.of(tasks, ends, runs)) : Optional.empty();
    }

    private static Simulation.Keeper samples(Places places, Network network, int[][] samples) {
        var finishes = new int[places.count * Draws.LANES];
        return block -> {
            places.finishes(block, finishes, network.start);
            for (int i = 0; i < places.count; i++)
                System.arraycopy(finishes, i * Draws.LANES, samples[i], block.firstRun(), block.lanes());
        };
    }

    private static Forecast exact(Network network, int[][] ends, ForecastOptions options) {
        var tasks = network.plan.tasks();
        var kept = new HashMap<TaskId, Double>();
        for (int i = 0; i < tasks.size(); i++) {
            var deadline = tasks.get(i).deadline();
            if (deadline != null) kept.put(tasks.get(i).id(), share(ends[i], WorkingTable.minute(deadline.by())));
        }
        var chances = new ArrayList<Chance>();
        for (int i = 0; i < tasks.size(); i++) chances.add(chance(ends[i]));
        var finishes = Finishes.of(ends[tasks.size()]);
        return new Forecast(
                chances, chance(ends[tasks.size()]), finishes, kept, List.of(), options.runs(), options.seed());
    }

    private static Optional<Forecast> counted(
            Network network,
            Simulation simulation,
            Places places,
            int[][] pilots,
            Calendar calendar,
            ForecastOptions options) {
        var tasks = network.plan.tasks();
        var earliest = Arrays.stream(pilots)
                .mapToInt(ends -> Arrays.stream(ends).min().orElseThrow())
                .toArray();
        var latest = Arrays.stream(pilots)
                .mapToInt(ends -> Arrays.stream(ends).max().orElseThrow())
                .toArray();
        var deadlines = new int[places.count];
        Arrays.fill(deadlines, Integer.MAX_VALUE);
        for (int i = 0; i < tasks.size(); i++) {
            var deadline = tasks.get(i).deadline();
            if (deadline != null) deadlines[i] = WorkingTable.minute(deadline.by());
        }
        int planned = WorkingTable.minute(calendar.finish());
        var parts = Collections.synchronizedList(new ArrayList<Histograms>());
        var ends = new int[options.runs()];
        boolean done = simulation.run(options.runs(), options.seed(), options.threads(), options.stop(), () -> {
            var drivers = options.drivers() && !options.relevelled() ? new Drivers(network.tasks, planned) : null;
            var part = new Histograms(places, earliest, latest, deadlines, network.start, ends, drivers);
            parts.add(part);
            return part;
        });
        if (!done) return Optional.empty();
        var all = parts.getFirst();
        parts.stream().skip(1).forEach(all::add);
        var chances = new ArrayList<Chance>();
        for (int i = 0; i < tasks.size(); i++) chances.add(chance(all, i));
        var kept = new HashMap<TaskId, Double>();
        for (int i = 0; i < tasks.size(); i++)
            if (tasks.get(i).deadline() != null) kept.put(tasks.get(i).id(), all.kept(i));
        return Optional.of(new Forecast(
                chances,
                chance(all, places.project),
                Finishes.of(ends),
                kept,
                drivers(all, places),
                options.runs(),
                options.seed()));
    }

    private static List<Driver> drivers(Histograms all, Places places) {
        var drivers = all.drivers;
        if (drivers == null) return List.of();
        return IntStream.range(0, places.project)
                .mapToObj(i -> places.node[i] < 0 ? Driver.NONE : drivers.of(places.node[i]))
                .toList();
    }

    private static Chance chance(Histograms all, int place) {
        var at = Arrays.stream(SHARES)
                .mapToObj(p -> WorkingTable.instant(all.quantile(place, p)))
                .toList();
        return new Chance(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5));
    }

    private static double share(int[] finishes, int by) {
        return (double) IntStream.of(finishes).filter(finish -> finish <= by).count() / finishes.length;
    }

    /// The deadlines that the calendar meets and too few of the runs do: fewer than 80 of 100.
    public static List<Finding> risks(Plan plan, Calendar calendar, Forecast forecast) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            var deadline = task.deadline();
            if (deadline == null || calendar.tasks().get(i).finish().isAfter(deadline.by())) continue;
            double share = forecast.kept().getOrDefault(task.id(), 1.0);
            if (share >= LIKELY) continue;
            findings.add(new Finding(
                    FindingCode.DEADLINE_AT_RISK,
                    List.of(task.id()),
                    Map.of(
                            "task", task.name(),
                            "deadline", deadline.by(),
                            "chance", Math.round(share * 100),
                            "likely", forecast.tasks().get(i).p80())));
        }
        return findings;
    }

    private static Chance chance(int[] finishes) {
        Quantiles.order(finishes, SHARES);
        return new Chance(
                at(finishes, 0), at(finishes, 1), at(finishes, 2), at(finishes, 3), at(finishes, 4), at(finishes, 5));
    }

    private static Instant at(int[] finishes, int share) {
        return WorkingTable.instant(finishes[Quantiles.place(finishes.length, SHARES[share])]);
    }
}
