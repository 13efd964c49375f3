package chargehand.engine.forecast;

import chargehand.engine.network.Network;
import java.util.SplittableRandom;

/// For how long whoever is at a task is away meanwhile, in a few runs side by side. Each draw depends on seed,
/// run and requirement alone. Of pools others step in; of nobody nothing is known.
final class TimesAway {
    private static final int LANES = Draws.LANES;
    private static final int KEY = -4;
    private static final int SHIFT = 16;
    private static final double PARTS = 1 << SHIFT;

    private final double rate;
    private final double spell;
    private final boolean[] person;
    private final int[] keys;
    private final int[] runs = new int[LANES];
    private long seed;
    private int firstRun;

    TimesAway(Network network, Availability availability) {
        rate = availability.rate();
        spell = availability.spell();
        var requirements = network.requirements;
        person = new boolean[requirements.count()];
        keys = new int[person.length];
        for (int r = 0; r < person.length; r++) {
            int resource = requirements.resource[requirements.candidates[r]];
            person[r] = rate > 0 && resource >= 0 && network.capacity[resource] <= 100;
            keys[r] = (int) (Draws.mixed(KEY, 0, r) >>> 32);
        }
    }

    void begin(long seed, int firstRun) {
        this.seed = seed;
        this.firstRun = firstRun;
        for (int lane = 0; lane < LANES; lane++) runs[lane] = (int) (Draws.mixed(seed, firstRun + lane, KEY) >>> 32);
    }

    /// Makes the minutes of a requirement longer in those runs in which somebody is away.
    void lengthen(int r, int[] minutes) {
        if (!person[r]) return;
        // A loop of nothing but vector instructions finds out whether there is such a run.
        float bound = (float) (rate * PARTS);
        int key = keys[r];
        int any = 0;
        for (int lane = 0; lane < LANES; lane++)
            any |= (Draws.mixed(runs[lane] ^ key) >>> SHIFT) - (int) (minutes[lane] * bound) - 1;
        if (any >= 0) return;
        for (int lane = 0; lane < LANES; lane++) minutes[lane] += during(r, lane, minutes[lane]);
    }

    /// Minutes away during so many minutes of work.
    int during(int r, int lane, int minutes) {
        if (!person[r]) return 0;
        double until = rate * minutes;
        double at = waiting(((Draws.mixed(runs[lane] ^ keys[r]) >>> SHIFT) + 0.5) / PARTS);
        if (at >= until) return 0;
        var random = new SplittableRandom(Draws.mixed(seed ^ KEY, firstRun + lane, r));
        double away = 0;
        for (; at < until; at += waiting(random.nextDouble())) away += waiting(random.nextDouble()) * spell;
        return (int) Math.ceil(away);
    }

    /// From the exponential distribution with mean 1.
    private static double waiting(double share) {
        return -Math.log1p(-share);
    }
}
