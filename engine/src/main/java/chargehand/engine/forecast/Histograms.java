package chargehand.engine.forecast;

import chargehand.engine.forecast.Simulation.Block;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is kept of many runs: how often each place finished in which stretch of time, not when it did in
/// each run. Counts and whole sums alone, so that it does not matter in which order the runs came.
final class Histograms implements Simulation.Keeper {
    private static final int BINS = 512;
    private static final int LEAST = 64;
    /// So often can be counted in sixteen bits, which keep twice as much in the cache.
    private static final int FULL = Character.MAX_VALUE;

    private final Places places;
    private final int[] from;
    private final int[] width;
    private final float[] perMinute;
    private final int[] deadline;
    private final int otherwise;
    private final char[] counts;
    /// What was counted before `counts` ran full, and for others.
    private int[] sums = new int[0];
    private int counted;
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
        perMinute = new float[places.count];
        for (int i = 0; i < places.count; i++) {
            int span = Math.max(LEAST, latest[i] - earliest[i]);
            from[i] = earliest[i] == latest[i] ? earliest[i] : earliest[i] - span / 2;
            width[i] = earliest[i] == latest[i] ? 1 : Math.ceilDiv(3 * span, BINS);
            perMinute[i] = 1f / width[i];
        }
        counts = new char[places.count * BINS];
        kept = new int[places.count];
        finishes = new int[places.count * Draws.LANES];
    }

    @Override
    public void keep(Block block) {
        int lanes = block.lanes();
        if (counted + lanes > FULL) drain();
        counted += lanes;
        places.finishes(block, finishes, otherwise);
        for (int i = 0; i < places.count; i++) count(i, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int finish = finishes[places.project * Draws.LANES + lane];
            ends[block.firstRun() + lane] = finish;
            if (drivers != null) drivers.add(block, lane, finish);
        }
    }

    /// All lanes of one place after another, since its counts lie together.
    private void count(int place, int lanes) {
        int at = place * Draws.LANES;
        int row = place * BINS;
        int first = from[place];
        float scale = perMinute[place];
        int until = deadline[place];
        for (int lane = at; lane < at + lanes; lane++) {
            int bin = (int) ((finishes[lane] - first) * scale);
            counts[row + Math.max(0, Math.min(BINS - 1, bin))]++;
            if (finishes[lane] <= until) kept[place]++;
        }
    }

    private void drain() {
        if (sums.length == 0) sums = new int[counts.length];
        for (int i = 0; i < counts.length; i++) sums[i] += counts[i];
        Arrays.fill(counts, (char) 0);
        counted = 0;
    }

    void add(Histograms other) {
        drain();
        other.drain();
        for (int i = 0; i < sums.length; i++) sums[i] += other.sums[i];
        for (int i = 0; i < kept.length; i++) kept[i] += other.kept[i];
        if (drivers != null && other.drivers != null) drivers.add(other.drivers);
    }

    private int counted(int at) {
        return counts[at] + (sums.length == 0 ? 0 : sums[at]);
    }

    /// The moment by which the share `p` of the runs had finished; to within a bin, a hundred and
    /// seventieth of the spread.
    int quantile(int place, double p) {
        int runs = runs(place);
        double wanted = p * runs;
        int before = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int own = counted(place * BINS + bin);
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
        int runs = 0;
        for (int bin = 0; bin < BINS; bin++) runs += counted(place * BINS + bin);
        return runs;
    }
}
