package chargehand.engine.forecast;

import chargehand.engine.levelling.Relevelling;
import chargehand.engine.levelling.Schedule;
import chargehand.engine.network.Network;
import java.util.Arrays;

/// A few runs, one after the other, each levelled anew with what was drawn for it.
final class Relevelled {
    private static final int LANES = Draws.LANES;

    private final Network network;
    private final Relevelling levelling;
    private final boolean[] certain;
    private final float[] factor;
    private final int[] extra;
    private final int[] delay;

    Relevelled(Network network, Schedule calendar, int now, boolean[] certain) {
        this.network = network;
        this.certain = certain;
        levelling = new Relevelling(network, calendar, now);
        factor = new float[network.tasks * LANES];
        extra = new int[network.tasks * LANES];
        delay = new int[network.tasks * LANES];
    }

    /// Notes when each node starts and finishes in each lane.
    void run(Draws draws, Risks.Happening happening, TimesAway away, int lanes, int[] start, int[] finish) {
        draw(draws, happening);
        for (int lane = 0; lane < lanes; lane++) {
            var schedule = levelling.level(new Lane(lane, away));
            for (int n = 0; n < network.nodes; n++) {
                start[n * LANES + lane] = schedule.start[n];
                finish[n * LANES + lane] = schedule.finish[n];
            }
        }
    }

    private void draw(Draws draws, Risks.Happening happening) {
        var more = new int[LANES];
        var later = new int[LANES];
        for (int n = 0; n < network.tasks; n++) {
            if (certain[n]) continue;
            var factors = draws.factors(n);
            Arrays.fill(more, 0);
            Arrays.fill(later, 0);
            if (happening.hits(n)) happening.hit(n, factors, more, later);
            System.arraycopy(factors, 0, factor, n * LANES, LANES);
            System.arraycopy(more, 0, extra, n * LANES, LANES);
            System.arraycopy(later, 0, delay, n * LANES, LANES);
        }
    }

    private final class Lane implements Relevelling.Lengths {
        private final int lane;
        private final TimesAway away;

        Lane(int lane, TimesAway away) {
            this.lane = lane;
            this.away = away;
        }

        @Override
        public int minutes(int task, int planned) {
            if (certain[task]) return planned;
            int at = task * LANES + lane;
            return Math.max(1, (int) (planned * factor[at] + 0.5f)) + extra[at];
        }

        @Override
        public int away(int requirement, int minutes) {
            return certain[network.requirements.node[requirement]] ? 0 : away.during(requirement, lane, minutes);
        }

        @Override
        public int delay(int task) {
            return certain[task] ? 0 : delay[task * LANES + lane];
        }
    }
}
