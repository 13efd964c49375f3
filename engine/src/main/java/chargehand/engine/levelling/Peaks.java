package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.Arrays;

/// The stretches of a schedule in which most is taken of what there is, and which tasks lie in each.
///
/// A stretch that is well packed is worth keeping together (Valls, Ballestín & Quintanilla 2008).
final class Peaks {
    /// For each node the number of its peak, from 1 on; 0 for one that lies in none.
    final int[] of;

    /// How many there are.
    final int count;

    /// @param share a stretch counts if so much is taken in it of the most that is taken at any moment
    Peaks(Network network, Schedule schedule, double share) {
        var steps = new Steps(network, schedule);
        of = new int[network.nodes];
        double threshold = share * steps.highest();
        int peaks = 0;
        boolean within = false;
        var begin = new int[steps.size];
        var end = new int[steps.size];
        for (int i = 0; i < steps.size; i++) {
            boolean high = steps.level[i] >= threshold;
            if (high && !within) begin[peaks++] = steps.at[i];
            if (!high && within) end[peaks - 1] = steps.at[i];
            within = high;
        }
        count = peaks;
        if (within) end[peaks - 1] = Integer.MAX_VALUE;
        for (int n = 0; n < network.tasks; n++) of[n] = first(schedule.start[n], schedule.finish[n], begin, end);
    }

    private int first(int start, int finish, int[] begin, int[] end) {
        if (start == finish) return 0;
        int at = Arrays.binarySearch(end, 0, count, start + 1);
        if (at < 0) at = -at - 1;
        return at < count && begin[at] < finish ? at + 1 : 0;
    }

    /// How much is taken from each moment on at which that changes: the sum of the shares of every resource.
    private static final class Steps {
        final int[] at;
        final double[] level;
        int size;

        Steps(Network network, Schedule schedule) {
            var requirements = network.requirements;
            var changes = new long[2 * requirements.count()];
            int count = 0;
            for (int r = 0; r < requirements.count(); r++) {
                if (requirements.resource[schedule.chosen[r]] == Network.NOBODY) continue;
                if (schedule.from[r] >= schedule.to[r]) continue;
                changes[count++] = ((long) schedule.from[r] << 32) | (2L * r + 1);
                changes[count++] = ((long) schedule.to[r] << 32) | (2L * r);
            }
            Arrays.sort(changes, 0, count);
            at = new int[count];
            level = new double[count];
            double taken = 0;
            for (int i = 0; i < count; i++) {
                int moment = (int) (changes[i] >> 32);
                int c = schedule.chosen[(int) changes[i] >> 1];
                double share = (double) requirements.units[c] / network.capacity[requirements.resource[c]];
                taken += (changes[i] & 1) == 1 ? share : -share;
                if (size == 0 || at[size - 1] != moment) at[size++] = moment;
                level[size - 1] = taken;
            }
        }

        double highest() {
            double highest = 0;
            for (int i = 0; i < size; i++) highest = Math.max(highest, level[i]);
            return highest;
        }
    }
}
