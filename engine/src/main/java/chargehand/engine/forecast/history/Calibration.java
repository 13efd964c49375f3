package chargehand.engine.forecast.history;

import chargehand.engine.forecast.history.Past.Key;
import java.util.function.IntFunction;

/// Which share of a forecast to read, so that what is called 80 % happens in 80 of 100: by where in their
/// own forecasts the last finished works of the same person, kind and project fell. With few of them
/// shares stay nearly what they were.
final class Calibration {
    private static final int STEPS = 100;
    private static final int LATEST = 150;
    private static final double UNTAUGHT = 100;
    private static final Key[] KEYS = {Key.PERSON, Key.KIND, Key.PERSON_KIND, Key.PERSON_PROJECT};

    private final Past past;
    private final IntFunction<Place> places;

    /// Where in its forecast finished work fell: between the shares below it and up to it.
    record Place(float below, float upTo) {}

    /// @param places of each finished work
    Calibration(Past past, IntFunction<Place> places) {
        this.past = past;
        this.places = places;
    }

    /// How many finished works fell into the lowest share of their forecasts, for each of 101 shares.
    ///
    /// Where much weight lies on one value, such as an actual equal to its estimate, a work that falls on
    /// it fell on a whole range of shares. An interval that ends on the value holds it; so what fell there
    /// counts as inside: in its upper half for the lower shares, in its lower half for the upper ones.
    record Curve(double[] lower, double[] upper) {}

    Curve curve(Subject it) {
        var lower = new double[STEPS + 1];
        for (int s = 0; s <= STEPS; s++) lower[s] = UNTAUGHT * s / STEPS;
        var upper = lower.clone();
        int limit = past.before(it.known());
        for (var key : KEYS) {
            var group = past.group(key);
            int number = group.number(key.of(it));
            int to = group.to(number, limit);
            for (int at = Math.max(group.from(number), to - LATEST); at < to; at++) {
                var place = places.apply(group.place(at));
                float middle = (place.below() + place.upTo()) / 2;
                add(lower, middle, place.upTo());
                add(upper, place.below(), middle);
            }
        }
        return new Curve(lower, upper);
    }

    private static void add(double[] curve, double below, double reached) {
        double upTo = Math.max(reached, below + 1e-6);
        for (int s = (int) (below * STEPS); s <= STEPS; s++) {
            double share = (double) s / STEPS;
            if (share >= upTo) curve[s]++;
            else if (share > below) curve[s] += (share - below) / (upTo - below);
        }
    }

    /// The share to read in order to get `p`: from one curve to the other as `p` rises.
    static double share(Curve curve, double p) {
        return (1 - p) * share(curve.lower(), p) + p * share(curve.upper(), p);
    }

    private static double share(double[] curve, double p) {
        double wanted = p * curve[STEPS];
        int s = 0;
        while (s < STEPS - 1 && curve[s + 1] < wanted) s++;
        double step = curve[s + 1] - curve[s];
        double share = (s + (step > 0 ? (wanted - curve[s]) / step : 0)) / STEPS;
        return Math.max(0.002, Math.min(0.998, share));
    }

    /// What a share of a forecast is worth, the other way round: the middle between what both curves say.
    static double chance(Curve curve, double share) {
        return (chance(curve.lower(), share) + chance(curve.upper(), share)) / 2;
    }

    private static double chance(double[] curve, double share) {
        int s = (int) Math.min(STEPS - 1, share * STEPS);
        double within = share * STEPS - s;
        return (curve[s] + within * (curve[s + 1] - curve[s])) / curve[STEPS];
    }
}
