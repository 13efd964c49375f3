package chargehand.engine.levelling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// How to search for a calendar. The same plan and options give the same calendar on every machine, whatever the number
/// of threads; only `stop` can make a difference.
///
/// @param now the present moment, or null if today plays no part
/// @param schedules at most so many are generated; at least 1
/// @param aims what makes a calendar better than another, what counts first first; no aim twice. What is not among them
/// doesn't count
/// @param told the calendar that people know, for [Aim#DISTURBANCE]; null if they know none
/// @param proof where all work by one calendar, how many dead ends to learn from after the search, to prove that
/// nothing finishes earlier or to find what does; 0 for none
/// @param threads how many work at once; at least 1
/// @param stop asked now and then from any thread; when it says true the best calendar so far is the answer
/// @param progress told now and then how many schedules have been generated
public record Options(
        @Nullable Instant now,
        long seed,
        int schedules,
        List<Aim> aims,
        @Nullable Calendar told,
        int proof,
        int threads,
        BooleanSupplier stop,
        IntConsumer progress) {
    public Options {
        aims = List.copyOf(aims);
        if (Set.copyOf(aims).size() < aims.size())
            throw new IllegalArgumentException("Each aim counts once (%s).".formatted(aims));
        if (schedules < 1 || threads < 1 || proof < 0)
            throw new IllegalArgumentException(
                    "A search needs at least one schedule (%d) and one thread (%d), and no less than no proof (%d)."
                            .formatted(schedules, threads, proof));
    }

    public static Options schedules(int schedules) {
        return new Options(null, 1, schedules, Aim.USUAL, null, 0, 1, () -> false, done -> {});
    }

    public Options withNow(@Nullable Instant now) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withSeed(long seed) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withAims(List<Aim> aims) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withTold(@Nullable Calendar told) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withProof(int proof) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withThreads(int threads) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withStop(BooleanSupplier stop) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }

    public Options withProgress(IntConsumer progress) {
        return new Options(now, seed, schedules, aims, told, proof, threads, stop, progress);
    }
}
