package chargehand.engine.forecast;

import chargehand.engine.forecast.Simulation.Block;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is kept of many runs: how often each place finished in which stretch of time, not when it did in
/// each run. Counts and whole sums alone, so that it does not matter in which order the runs came.
final class Histograms implements Simulation.Keeper {
    private static final int BINS = 512;
    private static final int LEAST = 64;

    private final Places places;
    private final int[] from;
    private final int[] width;
    private final int[] deadline;
    private final int otherwise;
    private final int[] counts;
    private final int[] kept;
    private final int[] finishes;
    private final int[] ends;
    final @Nullable Drivers drivers;

    /// @param earliest when each place finished in some runs at the earliest, and `latest` at the latest:
    /// where bins lie
    /// @param ends where the finish of the project in each run is noted
    /// @param deadline of each place, `Integer.MAX_VALUE` for none
    Histograms(
            Places places,
            int[] earliest,
            int[] latest,
            int[] deadline,
            int otherwise,
            int[] ends,
            @Nullable Drivers drivers) {
        this.places = places;
        this.deadline = deadline;
        this.otherwise = otherwise;
        this.ends = ends;
        this.drivers = drivers;
        from = new int[places.count];
        width = new int[places.count];
        for (int i = 0; i < places.count; i++) {
            int span = Math.max(LEAST, latest[i] - earliest[i]);
            from[i] = earliest[i] == latest[i] ? earliest[i] : earliest[i] - span / 2;
            width[i] = earliest[i] == latest[i] ? 1 : Math.ceilDiv(3 * span, BINS);
        }
        counts = new int[places.count * BINS];
        kept = new int[places.count];
        finishes = new int[places.count];
    }

    @Override
    public void keep(Block block) {
        for (int lane = 0; lane < block.lanes(); lane++) {
            places.finishes(block, lane, finishes, otherwise);
            for (int i = 0; i < places.count; i++) {
                int bin = (finishes[i] - from[i]) / width[i];
                counts[i * BINS + Math.max(0, Math.min(BINS - 1, bin))]++;
                if (finishes[i] <= deadline[i]) kept[i]++;
            }
            ends[block.firstRun() + lane] = finishes[places.project];
            if (drivers != null) drivers.add(block, lane, finishes[places.project]);
        }
    }

    void add(Histograms other) {
        for (int i = 0; i < counts.length; i++) counts[i] += other.counts[i];
        for (int i = 0; i < kept.length; i++) kept[i] += other.kept[i];
        if (drivers != null && other.drivers != null) drivers.add(other.drivers);
    }

    /// The moment by which the share `p` of the runs had finished; to within a bin, a hundred and
    /// seventieth of the spread.
    int quantile(int place, double p) {
        int runs = runs(place);
        double wanted = p * runs;
        int before = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int own = counts[place * BINS + bin];
            if (own > 0 && before + own >= wanted)
                return from[place] + (int) (width[place] * ((double) bin + Math.max(0, wanted - before) / own));
            before += own;
        }
        return from[place] + width[place] * BINS;
    }

    double kept(int place) {
        return (double) kept[place] / runs(place);
    }

    private int runs(int place) {
        return Arrays.stream(counts, place * BINS, (place + 1) * BINS).sum();
    }
}
