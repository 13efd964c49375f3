package chargehand.files.chart;

import chargehand.engine.forecast.Forecast.Chance;
import java.time.Duration;
import java.time.Instant;

/// Reads chances off the few points that a forecast keeps.
final class Chances {
    private Chances() {}

    /// The chance, in whole percent, that it is done by then: between the points evenly, 0 before all, 100
    /// after all.
    static int percentBy(Chance chance, Instant by) {
        Instant[] moments = {chance.p2(), chance.p10(), chance.p50(), chance.p80(), chance.p90(), chance.p98()};
        int[] percents = {2, 10, 50, 80, 90, 98};
        if (!by.isBefore(moments[5])) return moments[0].equals(moments[5]) ? 100 : percentFrom98(chance, by);
        for (int i = 5; i > 0; i--) {
            if (by.isBefore(moments[i - 1])) continue;
            double share = seconds(moments[i - 1], by) / seconds(moments[i - 1], moments[i]);
            return (int) Math.round(percents[i - 1] + share * (percents[i] - percents[i - 1]));
        }
        return 0;
    }

    /// The tail is not known; beyond as much again as from P90 to P98 nothing is left of it.
    private static int percentFrom98(Chance chance, Instant by) {
        double tail = seconds(chance.p90(), chance.p98());
        return seconds(chance.p98(), by) < tail ? 98 : 100;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
