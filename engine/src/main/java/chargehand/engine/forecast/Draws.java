package chargehand.engine.forecast;

import chargehand.engine.network.Network;
import java.util.SplittableRandom;

/// How much of its estimate each task takes in a few runs side by side. Each draw depends on seed, run and
/// task alone.
final class Draws {
    /// So many runs go side by side: a link is looked up once for all of them, and most loops over them
    /// take vector instructions.
    static final int LANES = 32;

    private static final int POINTS = 1024;
    private static final int SHIFT = 22;
    /// Where each of a spread's equal shares ends, the last one excepted, on the scale of the normal distribution.
    private static final double[] ENDS = ends();

    private static final int COMMON = -1;
    private static final int LANE = -2;

    /// What is drawn from; the same for all threads.
    ///
    /// @param factors the prior's, at equal shares of chance
    /// @param ratios what each task may take for each minute of its estimate; empty where the prior says, or
    ///     for all
    /// @param normals the standard normal distribution at equal shares
    /// @param keys a number for each task node that has nothing to do with others'
    record Source(
            long seed, Prior prior, float[] factors, float[][] ratios, double together, double[] normals, int[] keys) {
        static Source of(Network network, Prior prior, Spreads spreads, long seed) {
            var ratios = learned(network, spreads);
            return new Source(
                    seed,
                    prior,
                    prior.factors(),
                    ratios,
                    spreads.together(),
                    ratios.length == 0 ? new double[0] : normal(),
                    mixedKeys(network, seed));
        }

        private static float[][] learned(Network network, Spreads spreads) {
            if (spreads.ratios().isEmpty()) return new float[0][];
            var none = new float[0];
            var ratios = new float[network.tasks][];
            for (int n = 0; n < network.tasks; n++)
                ratios[n] = spreads.ratios()
                        .getOrDefault(network.plan.tasks().get(network.place[n]).id(), none);
            return ratios;
        }

        private static double[] normal() {
            var normals = new double[POINTS];
            for (int i = 0; i < POINTS; i++) normals[i] = Normal.quantile((i + 0.5) / POINTS);
            return normals;
        }

        private static int[] mixedKeys(Network network, long seed) {
            var keys = new int[network.tasks];
            for (int n = 0; n < network.tasks; n++) keys[n] = (int) (mixed(seed, -1, n) >>> 32);
            return keys;
        }
    }

    private static double[] ends() {
        var ends = new double[Spreads.POINTS - 1];
        for (int i = 0; i < ends.length; i++) ends[i] = Normal.quantile((i + 1.0) / Spreads.POINTS);
        return ends;
    }

    private final Source source;
    private final int[] keys = new int[LANES];
    private final float[] common = new float[LANES];
    /// For each of the draws, where it falls in a spread of its own, given what tasks of the run share.
    private final short[] fallen;

    private final int[] drawn = new int[LANES];
    private final float[] factor = new float[LANES];

    Draws(Source source) {
        this.source = source;
        fallen = new short[source.ratios().length == 0 ? 0 : LANES * POINTS];
    }

    /// What all tasks of a run have in common, for each of the runs from `firstRun` on.
    void begin(int firstRun) {
        for (int lane = 0; lane < LANES; lane++) {
            double shared = new SplittableRandom(mixed(source.seed(), firstRun + lane, COMMON)).nextGaussian();
            keys[lane] = (int) (mixed(source.seed(), firstRun + lane, LANE) >>> 32);
            common[lane] = (float) source.prior().common(shared);
            if (fallen.length > 0) fall(lane, shared);
        }
    }

    /// Both the draws and the places that they fall in rise, so one walk along both finds them all.
    private void fall(int lane, double shared) {
        double weight = Math.sqrt(source.together());
        double own = Math.sqrt(1 - source.together());
        int place = 0;
        for (int i = 0; i < POINTS; i++) {
            double fallen = weight * shared + own * source.normals()[i];
            while (place < Spreads.POINTS - 1 && fallen >= ENDS[place]) place++;
            this.fallen[lane * POINTS + i] = (short) place;
        }
    }

    /// What a task takes for each minute of its estimate, in each of the runs. Overwritten by the next.
    float[] factors(int n) {
        int key = source.keys()[n];
        for (int lane = 0; lane < LANES; lane++) drawn[lane] = mixed(keys[lane] ^ key) >>> SHIFT;
        var own = source.ratios().length == 0 ? source.factors() : source.ratios()[n];
        if (source.ratios().length == 0 || own.length == 0) {
            var factors = source.factors();
            for (int lane = 0; lane < LANES; lane++) factor[lane] = common[lane] * factors[drawn[lane]];
        } else for (int lane = 0; lane < LANES; lane++) factor[lane] = own[fallen[lane * POINTS + drawn[lane]]];
        return factor;
    }

    /// Which of the 1,024 factors, in rising order, a task gets.
    int drawn(int n, int lane) {
        return mixed(keys[lane] ^ source.keys()[n]) >>> SHIFT;
    }

    /// Bits that are mixed well enough for the upper ones to be drawn from (the constants are Wellons' of
    /// 2018); of 32 bits, since vectors multiply those.
    static int mixed(int bits) {
        int z = (bits ^ bits >>> 16) * 0x7FEB352D;
        return (z ^ z >>> 15) * 0x846CA68B;
    }

    /// Well-mixed bits that depend on nothing but the three numbers (SplitMix64, Steele, Lea & Flood
    /// 2014).
    static long mixed(long seed, int run, int task) {
        long z = seed * 0x9E3779B97F4A7C15L + ((long) run << 32 | task & 0xFFFFFFFFL);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        z = (z + 0x9E3779B97F4A7C15L ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        return z ^ z >>> 31;
    }

    /// Bits as a share of 1, below it.
    static double share(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }
}
