package chargehand.engine.levelling;

import chargehand.engine.network.IntList;
import chargehand.engine.network.Network;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A moment before which no schedule can finish.
///
/// Destructive improvement (Klein & Scholl 1999): suppose that all ends by some moment; then links and
/// calendars give
/// every task an earliest start and a latest finish, and a resource that has more work to do between two
/// moments than
/// it has time for refutes it. The first moment that is not refuted is the bound, found by halving.
final class Bound {
    /// Pools of thousands of tasks are looked at from so many moments only: the bound stays true and gets a
    /// bit weaker.
    private static final int MOST_BEGINNINGS = 256;

    private final Network network;
    private final FixedTasks fixed;
    private final BooleanSupplier stop;
    private final Schedule early;
    private final int[][] workOf;

    /// @param stop as in [Options]: asked between resources, and the bound found so far is the answer
    Bound(Network network, FixedTasks fixed, BooleanSupplier stop) {
        this.network = network;
        this.fixed = fixed;
        this.stop = stop;
        early = new Schedule(network);
        new Generation(network, fixed, Generation.Mode.OPTIMISTIC).generate(new int[network.nodes], early);
        workOf = requirementsByResource();
    }

    /// The longest chain alone: weaker than [#below], but there before any schedule is.
    int byLinks() {
        return new Objective(network).finish(early);
    }

    /// @param finish the finish of some schedule
    int below(int finish) {
        int low = raised(byLinks(), finish, this::isRefuted);
        // Energy refutes what whole tasks can't, at a higher price: from there on.
        return low >= finish ? finish : raised(low, finish, energies());
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

    private Predicate<Schedule> energies() {
        var energies = IntStream.range(0, workOf.length)
                .mapToObj(resource -> new Energy(network, resource, workOf[resource], early))
                .toList();
        return late -> energies.stream().anyMatch(each -> !stop.getAsBoolean() && each.isRefuted(late));
    }

    /// For each resource the requirements that only it can meet; of one that is chosen by skill nothing is
    /// known.
    private int[][] requirementsByResource() {
        var requirements = network.requirements;
        var byResource = new IntList[network.capacity.length];
        for (int r = 0; r < byResource.length; r++) byResource[r] = new IntList();
        for (int n = 0; n < network.tasks; n++) {
            if (fixed.isFixed(n) || network.elapsed[n] != Network.NONE) continue;
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
                int c = requirements.candidates[r];
                boolean only = requirements.candidates[r + 1] - c == 1;
                if (only && requirements.resource[c] != Network.NOBODY) byResource[requirements.resource[c]].add(r);
            }
        }
        return Arrays.stream(byResource).map(IntList::toArray).toArray(int[][]::new);
    }

    private boolean isRefuted(Schedule late) {
        for (int n = 0; n < network.tasks; n++)
            if (!fixed.isFixed(n) && late.start[n] < early.start[n] && late.finish[n] < early.finish[n]) return true;
        for (int resource = 0; resource < workOf.length; resource++)
            if (workOf[resource].length > 0 && !stop.getAsBoolean() && isOverfull(resource, late)) return true;
        return false;
    }

    /// Whether between the earliest start of some task and the latest finish of another there is more work of
    /// tasks
    /// that
    /// lie wholly between them than the resource has time for.
    private boolean isOverfull(int resource, Schedule late) {
        var byFinish = sorted(workOf[resource], late.to);
        var beginnings = Arrays.stream(byFinish)
                .map(r -> early.from[r])
                .distinct()
                .sorted()
                .toArray();
        int step = 1 + (beginnings.length - 1) / MOST_BEGINNINGS;
        for (int i = 0; i < beginnings.length; i += step)
            if (isOverfull(resource, beginnings[i], byFinish, late)) return true;
        return false;
    }

    /// By moment and number packed into one: sorting numbers is far faster than sorting objects.
    private static int[] sorted(int[] requirements, int[] moment) {
        var packed = new long[requirements.length];
        for (int i = 0; i < packed.length; i++) packed[i] = (long) moment[requirements[i]] << 32 | requirements[i];
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(each -> (int) each).toArray();
    }

    private boolean isOverfull(int resource, int from, int[] byFinish, Schedule late) {
        var requirements = network.requirements;
        var table = network.resourceTable(resource);
        long work = 0;
        for (int r : byFinish) {
            if (early.from[r] < from) continue;
            int c = requirements.candidates[r];
            work += (long) requirements.length[r] * requirements.units[c];
            if (work > (long) table.workBetween(from, late.to[r]) * network.capacity[resource]) return true;
        }
        return false;
    }
}
