package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A moment before which no schedule can finish.
///
/// Destructive improvement (Klein & Scholl 1999): suppose that all ends by some moment; then links and calendars give
/// every task an earliest start and a latest finish, and a resource that has more work to do between two moments than
/// it has time for refutes it. The first moment that is not refuted is the bound, found by halving.
final class Bound {
    /// Pools of thousands of tasks are looked at from so many moments only: the bound stays true and gets a
    /// bit weaker.
    private static final int MOST_BEGINNINGS = 256;

    /// As much as four resources with 130 tasks each: plans of thousands of tasks have more, and no time for it.
    private static final double MOST_ENERGY = 10e6;

    private final Network network;
    private final FixedTasks fixed;
    private final BooleanSupplier stop;
    private final Schedule early;
    private final List<Pool> pools;

    /// @param stop as in [Options]: asked between resources, and the bound found so far is the answer
    Bound(Network network, FixedTasks fixed, BooleanSupplier stop) {
        this.network = network;
        this.fixed = fixed;
        this.stop = stop;
        early = new Schedule(network);
        new Generation(network, fixed, Generation.Mode.OPTIMISTIC).generate(new int[network.nodes], early);
        pools = Pool.of(network, fixed);
    }

    /// The longest chain alone: weaker than [#below], but there before any schedule is.
    int byLinks() {
        return Objective.finish(network, early);
    }

    /// @param finish the finish of some schedule
    int below(int finish) {
        int low = raised(byLinks(), finish, this::isRefuted);
        // Energy refutes what whole tasks can't, at a higher price: from there on.
        return low >= finish || !isEnergyAffordable() ? Math.min(low, finish) : raised(low, finish, energies());
    }

    private int raised(int bound, int finish, Predicate<Schedule> isRefuted) {
        var backward = new Backward(network, fixed, false);
        int low = bound;
        int high = finish;
        while (low < high && !stop.getAsBoolean()) {
            int middle = low + (high - low) / 2;
            var late = new Schedule(early);
            backward.generate(late, middle);
            if (isRefuted.test(late)) low = middle + 1;
            else high = middle;
        }
        return Math.min(low, finish);
    }

    /// It grows with the cube of what each person has to do.
    private boolean isEnergyAffordable() {
        double work = pools.stream()
                .filter(Pool::isOne)
                .mapToDouble(each -> Math.pow(each.requirements().length, 3))
                .sum();
        return work <= MOST_ENERGY;
    }

    private Predicate<Schedule> energies() {
        var energies = pools.stream()
                .filter(Pool::isOne)
                .map(pool -> new Energy(network, pool.resource(), pool.requirements(), early))
                .toList();
        return late -> energies.stream().anyMatch(each -> !stop.getAsBoolean() && each.isRefuted(late));
    }

    private boolean isRefuted(Schedule late) {
        for (int n = 0; n < network.tasks; n++)
            if (!fixed.isFixed(n) && late.start[n] < early.start[n] && late.finish[n] < early.finish[n]) return true;
        return pools.stream().anyMatch(pool -> !stop.getAsBoolean() && isOverfull(pool, late));
    }

    /// Whether between the earliest start of some task and the latest finish of another there is more work of
    /// tasks that lie wholly between them than the people of the pool have time for.
    private boolean isOverfull(Pool pool, Schedule late) {
        var byFinish = sorted(pool.requirements(), late.to);
        var beginnings = Arrays.stream(byFinish)
                .map(r -> early.from[r])
                .distinct()
                .sorted()
                .toArray();
        var work = new long[byFinish.length];
        var time = new long[byFinish.length];
        for (int i = 0; i < byFinish.length; i++) {
            work[i] = pool.work(network, byFinish[i]);
            time[i] = pool.timeBefore(late.to[byFinish[i]]);
        }
        int step = 1 + (beginnings.length - 1) / MOST_BEGINNINGS;
        for (int i = 0; i < beginnings.length; i += step)
            if (isOverfull(beginnings[i], pool.timeBefore(beginnings[i]), byFinish, work, time)) return true;
        return false;
    }

    /// By moment and number packed into one: sorting numbers is far faster than sorting objects.
    private static int[] sorted(int[] requirements, int[] moment) {
        var packed = new long[requirements.length];
        for (int i = 0; i < packed.length; i++) packed[i] = (long) moment[requirements[i]] << 32 | requirements[i];
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(each -> (int) each).toArray();
    }

    private boolean isOverfull(int from, long timeBefore, int[] byFinish, long[] work, long[] time) {
        long within = 0;
        for (int i = 0; i < byFinish.length; i++) {
            if (early.from[byFinish[i]] < from) continue;
            within += work[i];
            if (within > time[i] - timeBefore) return true;
        }
        return false;
    }
}
