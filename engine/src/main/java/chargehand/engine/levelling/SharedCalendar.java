package chargehand.engine.levelling;

import chargehand.engine.exact.Exact;
import chargehand.engine.exact.Project;
import chargehand.engine.network.Network;
import chargehand.engine.time.WorkingTable;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A plan in which all work by one calendar: counted in working minutes, nights and holidays are not there, and what is
/// left can be proved ([Exact]).
final class SharedCalendar {
    private final Network network;
    private final WorkingTable table;
    private final int begin;
    private final int[] length;
    private final int[][] demand;
    private final int[] delay;
    private int unit;

    private SharedCalendar(Network network, WorkingTable table) {
        this.network = network;
        this.table = table;
        begin = table.workBefore(network.start);
        length = new int[network.tasks];
        demand = new int[network.tasks + 1][network.capacity.length];
        delay = new int[network.edges.count()];
    }

    /// Null where it matters by whom or when something is done.
    static @Nullable SharedCalendar of(Network network, FixedTasks fixed) {
        if (network.tasks == 0 || network.nodes > network.tasks) return null;
        var shared = new SharedCalendar(network, network.projectTable);
        for (int n = 0; n < network.tasks; n++) if (fixed.isFixed(n) || !shared.isPlain(n)) return null;
        for (int e = 0; e < shared.delay.length; e++) if (!shared.isPlainLink(e)) return null;
        for (var bookings : network.partialBookings) if (bookings.length > 0) return null;
        return shared;
    }

    /// Whether a task takes working time of people by name, for as long for each; reads how long and how much.
    private boolean isPlain(int n) {
        if (network.elapsed[n] != Network.NONE || network.windows[n].length > 0) return false;
        var requirements = network.requirements;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int candidate = requirements.candidates[r];
            boolean one = requirements.candidates[r + 1] == candidate + 1;
            if (!one || network.tables[requirements.table[candidate]] != table) return false;
            if (length[n] > 0 && length[n] != requirements.length[r]) return false;
            length[n] = requirements.length[r];
            int resource = requirements.resource[candidate];
            if (resource == Network.NOBODY) continue;
            demand[n][resource] += requirements.units[candidate];
            if (demand[n][resource] > network.capacity[resource]) return false;
        }
        return true;
    }

    private boolean isPlainLink(int e) {
        var edges = network.edges;
        int lag = edges.lag[e];
        if (lag != 0 && (edges.lagElapsed[e] || network.lagTable[edges.to[e]] != table)) return false;
        delay[e] =
                lag + (edges.fromFinish[e] ? length[edges.from[e]] : 0) - (edges.toFinish[e] ? length[edges.to[e]] : 0);
        return true;
    }

    /// What is known of the finish once it has been looked into.
    ///
    /// @param order by which generation gives the schedule
    /// @param finish a moment
    record Finding(int[] order, int finish, boolean proved) {}

    /// Null if the plan is too long to be looked into.
    ///
    /// @param schedule the best that is known
    /// @param most dead ends to learn from
    @Nullable
    Finding better(Schedule schedule, int most, BooleanSupplier stop) {
        var starts = starts(schedule);
        var project = project(starts);
        int end = network.tasks;
        if (!Exact.isAffordable(project, starts[end])) return null;
        var outcome = new Exact(project, end, starts).run(most, stop);
        int finish = table.afterWork(begin + outcome.starts()[end] * unit);
        return new Finding(Arrays.copyOf(outcome.starts(), network.nodes), finish, outcome.proved());
    }

    /// In units; the last is the finish.
    private int[] starts(Schedule schedule) {
        var starts = new int[network.tasks + 1];
        for (int n = 0; n < network.tasks; n++) {
            starts[n] = table.workBefore(schedule.start[n]) - begin;
            starts[network.tasks] = Math.max(starts[network.tasks], starts[n] + length[n]);
        }
        unit = unit(starts);
        for (int n = 0; n < starts.length; n++) starts[n] /= unit;
        return starts;
    }

    /// The longest time of which all times are multiples.
    private int unit(int[] starts) {
        int unit = 0;
        for (int value : starts) unit = divisor(unit, value);
        for (int value : length) unit = divisor(unit, value);
        for (int value : delay) unit = divisor(unit, value);
        for (int n = 0; n < network.tasks; n++) unit = divisor(unit, release(n));
        return Math.max(1, unit);
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(Math.abs(b), Math.abs(a % b));
    }

    private int release(int n) {
        return Math.max(0, table.workBefore(network.release[n]) - begin);
    }

    private Project project(int[] starts) {
        int tasks = network.tasks;
        var lengths = new int[tasks + 1];
        var releases = new int[tasks + 1];
        var links = new int[delay.length + tasks][];
        for (int e = 0; e < delay.length; e++)
            links[e] = new int[] {network.edges.from[e], network.edges.to[e], delay[e] / unit};
        for (int n = 0; n < tasks; n++) {
            lengths[n] = length[n] / unit;
            releases[n] = Math.min(starts[n], release(n) / unit);
            links[delay.length + n] = new int[] {n, tasks, lengths[n]};
        }
        return new Project(lengths, releases, network.capacity, demand, links);
    }
}
