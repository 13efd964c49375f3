package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Levels a plan again and again with other lengths: in the order of a calendar, so that who was
/// first is first, but each task begins when links and people let it then, and who was to do it by
/// a skill may be another.
///
/// Reusable, and not to be shared between threads.
public final class Relevelling {
    private final Network planned;
    private final Network drawn;
    private final int now;
    private final int[] key;
    private final int[] earliest;
    private final Schedule schedule;
    private final boolean begun;
    private Generation generation;

    /// @param calendar whose order is kept
    /// @param now as the calendar was made with, or [Network#NONE]
    public Relevelling(Network network, Schedule calendar, int now) {
        planned = network;
        drawn = network.withOwnLengths();
        this.now = now;
        key = keys(network, calendar);
        earliest = network.release.clone();
        schedule = new Schedule(network);
        begun = IntStream.range(0, network.tasks)
                .anyMatch(n -> network.isFixed(n) && network.fixedFinish[n] == Network.NONE);
        generation = generation();
    }

    /// The place of each node in the calendar's order.
    private static int[] keys(Network network, Schedule calendar) {
        var key = new int[network.nodes];
        var order = IntStream.range(0, network.nodes)
                .boxed()
                .sorted(Comparator.comparingInt((Integer n) -> calendar.start[n])
                        .thenComparingInt(n -> calendar.finish[n])
                        .thenComparingInt(n -> n))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < order.length; i++) key[order[i]] = i;
        return key;
    }

    private Generation generation() {
        return new Generation(
                drawn, new FixedTasks(drawn, now, new BitSet(), new Schedule(drawn)), Generation.Mode.LEVELLED);
    }

    /// What a task takes this time.
    public interface Lengths {
        /// @param planned minutes, by the clock or of work
        int minutes(int task, int planned);

        /// Minutes for which whoever does it is away during so many minutes of work.
        default int away(int requirement, int minutes) {
            return 0;
        }

        /// Minutes by which it may begin later than planned, at the least.
        int delay(int task);
    }

    /// The schedule with these lengths; overwritten by the next.
    public Schedule level(Lengths lengths) {
        var from = planned.requirements;
        for (int n = 0; n < planned.tasks; n++) {
            earliest[n] = planned.release[n] + lengths.delay(n);
            if (planned.elapsed[n] != Network.NONE) drawn.elapsed[n] = lengths.minutes(n, planned.elapsed[n]);
            for (int r = from.first[n]; r < from.first[n + 1]; r++) {
                int minutes = lengths.minutes(n, from.length[r]);
                drawn.requirements.length[r] = minutes + lengths.away(r, minutes);
            }
        }
        if (begun) generation = generation();
        generation.generate(key, earliest, schedule);
        return schedule;
    }
}
