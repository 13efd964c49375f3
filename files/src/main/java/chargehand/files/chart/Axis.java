package chargehand.files.chart;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// The ruler over a chart: a line of headings and, beneath, a line of finer ticks.
///
/// @param headings from left to right; the first one stands at the left edge even if its period began before
/// @param ticks from left to right, within the chart
record Axis(Grain grain, List<Tick> headings, List<Tick> ticks) {
    /// @param label empty where there is no room for one
    record Tick(double x, String label) {}

    private static final double HEADING_PER_LETTER = 6.6;
    /// Room for the name of a year; no coarser division than years is left where it is missing.
    private static final double YEAR = 32;

    static Axis of(TimeScale scale, ZoneId zone) {
        var grain = Grain.fitting(scale);
        if (grain == Grain.YEAR) return new Axis(grain, List.of(), ticks(scale, zone, grain));
        return new Axis(grain, headings(scale, zone, grain.above()), ticks(scale, zone, grain));
    }

    private static List<Tick> ticks(TimeScale scale, ZoneId zone, Grain grain) {
        var ticks = new ArrayList<Tick>();
        double free = 0;
        for (var at : boundaries(scale, zone, grain)) {
            double x = scale.x(at.toInstant());
            if (x < 0) continue;
            var label = grain == Grain.YEAR && x < free ? "" : grain.label(at);
            if (!label.isEmpty()) free = x + YEAR;
            ticks.add(new Tick(x, label));
        }
        return ticks;
    }

    private static List<Tick> headings(TimeScale scale, ZoneId zone, Grain grain) {
        var boundaries = boundaries(scale, zone, grain);
        var headings = new ArrayList<Tick>();
        int year = Integer.MIN_VALUE;
        for (int i = 0; i < boundaries.size(); i++) {
            var at = boundaries.get(i);
            double x = Math.max(0, scale.x(at.toInstant()));
            double next =
                    i + 1 < boundaries.size() ? scale.x(boundaries.get(i + 1).toInstant()) : scale.width();
            var label = fitting(grain.headings(at, at.getYear() != year), next - x - 6);
            headings.add(new Tick(x, label));
            if (!label.isEmpty()) year = at.getYear();
        }
        return headings;
    }

    private static String fitting(List<String> labels, double width) {
        return labels.stream()
                .filter(label -> label.length() * HEADING_PER_LETTER <= width)
                .findFirst()
                .orElse("");
    }

    /// From the last one at or before the left edge to the last before the right one.
    private static List<ZonedDateTime> boundaries(TimeScale scale, ZoneId zone, Grain grain) {
        var boundaries = new ArrayList<ZonedDateTime>();
        var at = grain.floor(scale.start().atZone(zone));
        for (; at.toInstant().isBefore(scale.end()); at = grain.next(at)) boundaries.add(at);
        return boundaries;
    }
}
