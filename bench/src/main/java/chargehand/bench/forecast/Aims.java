package chargehand.bench.forecast;

import java.util.Map;

/// What figures of the two public records are to reach.
final class Aims {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Map<String, double[]> BOUNDS = Map.ofEntries(
            Map.entry("sip.ours.cover80", new double[] {0.78, 0.82}),
            Map.entry("cesaw.ours.cover80", new double[] {0.78, 0.82}),
            Map.entry("sip.ours.logPinball", new double[] {-NONE, 0.150}),
            Map.entry("cesaw.ours.logPinball", new double[] {-NONE, 0.215}),
            Map.entry("sip.ours.gainOver.referenceClass", new double[] {0.03, NONE}),
            Map.entry("cesaw.ours.gainOver.referenceClass", new double[] {0.03, NONE}),
            Map.entry("sip.ours.unseenPeople.cover80", new double[] {0.75, 0.85}),
            Map.entry("cesaw.ours.unseenPeople.cover80", new double[] {0.75, 0.85}));

    ForecastFigure figure(String name, double value, String unit) {
        if (name.contains(".milestonesOf") && name.endsWith(".cover80"))
            return new ForecastFigure(name, value, unit, 0.75, 0.85);
        var bounds = BOUNDS.get(name);
        if (bounds == null) return ForecastFigure.of(name, value, unit);
        return new ForecastFigure(name, value, unit, bounds[0], bounds[1]);
    }
}
