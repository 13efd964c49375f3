package chargehand.engine.forecast;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Calendars;
import chargehand.engine.network.Hierarchy;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Simulates a calendar many times with durations drawn from a prior, and says how likely each date is.
public final class Forecaster {
    private static final long MINUTES_OF_DAY = 24 * 60;
    private static final double LIKELY = 0.8;
    private static final double[] SHARES = {0.02, 0.10, 0.50, 0.80, 0.90, 0.98};

    private Forecaster() {}

    /// By propagation: each run draws how long every unfinished task takes, keeps links, windows, working
    /// time, and the
    /// order in which each person takes their tasks, and notes when everything ends. The draws depend on the
    /// seed
    /// alone, not on threads.
    ///
    /// @param now as it was given to the scheduler, or null
    /// @param runs at least 1; 500 give a P80 to within about two percentage points
    public static Forecast forecast(Plan plan, Calendar calendar, @Nullable Instant now, int runs, long seed) {
        long length = Duration.between(plan.start(), calendar.finish()).toMinutes() / MINUTES_OF_DAY;
        for (int reach = Math.toIntExact(Math.max(0, length)) * 2 + 400; ; reach *= 4) {
            try {
                var network = Network.of(plan, now, reach);
                return forecast(network, calendar, now, runs, seed);
            } catch (BeyondHorizon tooShort) {
                continue;
            }
        }
    }

    private static Forecast forecast(Network network, Calendar calendar, @Nullable Instant now, int runs, long seed) {
        var schedule = Calendars.schedule(network, calendar);
        var finishes = new Simulation(network, schedule, now, Prior.GENERAL).run(runs, seed);
        var hierarchy = network.hierarchy;
        int[][] beneath = beneath(network, hierarchy);
        var tasks = network.plan.tasks();
        var ends = IntStream.range(0, beneath.length)
                .parallel()
                .mapToObj(i -> latest(beneath[i], finishes, runs, network.start))
                .toList();
        var kept = new HashMap<TaskId, Double>();
        for (int i = 0; i < tasks.size(); i++) {
            var deadline = tasks.get(i).deadline();
            if (deadline != null) kept.put(tasks.get(i).id(), share(ends.get(i), WorkingTable.minute(deadline.by())));
        }
        var chances = ends.parallelStream().map(Forecaster::chance).toList();
        var all = IntStream.range(0, network.tasks).toArray();
        return new Forecast(chances, chance(latest(all, finishes, runs, network.start)), kept, runs, seed);
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

    /// For each place of the plan the nodes that it stands for: itself, or all beneath.
    private static int[][] beneath(Network network, Hierarchy hierarchy) {
        var counts = new int[network.plan.tasks().size()];
        for (int n = 0; n < network.tasks; n++)
            for (int at = network.place[n]; at >= 0; at = hierarchy.parent(at)) counts[at]++;
        var beneath = new int[counts.length][];
        Arrays.setAll(beneath, i -> new int[counts[i]]);
        for (int n = 0; n < network.tasks; n++)
            for (int at = network.place[n]; at >= 0; at = hierarchy.parent(at)) beneath[at][--counts[at]] = n;
        return beneath;
    }

    private static int[] latest(int[] nodes, int[][] finishes, int runs, int otherwise) {
        var latest = new int[runs];
        Arrays.fill(latest, nodes.length == 0 ? otherwise : Integer.MIN_VALUE);
        for (int n : nodes) for (int run = 0; run < runs; run++) latest[run] = Math.max(latest[run], finishes[n][run]);
        return latest;
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
