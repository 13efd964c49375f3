package chargehand.engine.forecast;

import chargehand.engine.network.Network;

/// How much of its estimate each task takes in a few runs side by side. Each draw depends on seed, run and
/// task alone.
final class Draws {
    /// So many runs go side by side: a link is looked up once for all of them, and most loops over them
    /// take vector instructions.
    static final int LANES = 32;

    private static final int POINTS = 1024;
    private static final int SHIFT = 22;
    /// Beyond so many standard deviations lies nothing but the last place.
    private static final float FAR = 4;
    private static final int STEPS = 1 << 13;
    private static final float STEPS_PER_DEVIATION = STEPS / (2 * FAR);
    /// Which of a spread's equal shares a number of standard deviations falls into.
    private static final short[] PLACES = places();

    private static final int LANE = -2;

    /// What is drawn from; the same for all threads.
    ///
    /// @param factors the prior's, at equal shares of chance
    /// @param ratios what each task may take for each minute of its estimate; empty where the prior says, or
    ///     for all
    /// @param own how much of a task's own chance counts, by group of what is common
    /// @param normals the standard normal distribution at equal shares
    /// @param keys a number for each task node that has nothing to do with others'
    record Source(
            long seed,
            Prior prior,
            float[] factors,
            float[][] ratios,
            CommonCauses common,
            float[] own,
            float[] normals,
            int[] keys) {
        static Source of(Network network, Prior prior, Spreads spreads, long seed) {
            var common = new CommonCauses(network, spreads);
            return new Source(
                    seed,
                    prior,
                    prior.factors(),
                    learned(network, spreads),
                    common,
                    common.own(),
                    normal(),
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

        private static float[] normal() {
            var normals = new float[POINTS];
            for (int i = 0; i < POINTS; i++) normals[i] = (float) Normal.quantile((i + 0.5) / POINTS);
            return normals;
        }

        private static int[] mixedKeys(Network network, long seed) {
            var keys = new int[network.tasks];
            for (int n = 0; n < network.tasks; n++) keys[n] = (int) (mixed(seed, -1, n) >>> 32);
            return keys;
        }
    }

    /// Both the steps and the places that they fall into rise, so one walk along both finds them all.
    private static short[] places() {
        var places = new short[STEPS];
        int place = 0;
        for (int i = 0; i < STEPS; i++) {
            double deviation = (i + 0.5) / STEPS_PER_DEVIATION - FAR;
            while (place < Spreads.POINTS - 1 && deviation >= Normal.quantile((place + 1.0) / Spreads.POINTS)) place++;
            places[i] = (short) place;
        }
        return places;
    }

    private final Source source;
    private final CommonCauses.Pushes pushes;
    private final int[] keys = new int[LANES];
    private final float[] common = new float[LANES];
    private final int[] drawn = new int[LANES];
    private final float[] factor = new float[LANES];

    Draws(Source source) {
        this.source = source;
        pushes = source.common().new Pushes();
    }

    /// What all tasks of a run have in common, for each of the runs from `firstRun` on.
    void begin(int firstRun) {
        for (int lane = 0; lane < LANES; lane++) {
            keys[lane] = (int) (mixed(source.seed(), firstRun + lane, LANE) >>> 32);
            common[lane] = (float) source.prior().common(CommonCauses.project(source.seed(), firstRun + lane));
        }
        if (source.ratios().length > 0) pushes.draw(source.seed(), firstRun);
    }

    /// What a task takes for each minute of its estimate, in each of the runs. Overwritten by the next.
    float[] factors(int n) {
        int key = source.keys()[n];
        for (int lane = 0; lane < LANES; lane++) drawn[lane] = mixed(keys[lane] ^ key) >>> SHIFT;
        var ratios = source.ratios().length == 0 ? source.factors() : source.ratios()[n];
        if (source.ratios().length == 0 || ratios.length == 0) {
            var factors = source.factors();
            for (int lane = 0; lane < LANES; lane++) factor[lane] = common[lane] * factors[drawn[lane]];
        } else learned(ratios, source.common().group(n));
        return factor;
    }

    private void learned(float[] ratios, int group) {
        float own = source.own()[group / LANES];
        var normals = source.normals();
        for (int lane = 0; lane < LANES; lane++) {
            float deviation = pushes.of[group + lane] + own * normals[drawn[lane]];
            int step = (int) ((deviation + FAR) * STEPS_PER_DEVIATION);
            factor[lane] = ratios[PLACES[Math.max(0, Math.min(STEPS - 1, step))]];
        }
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
