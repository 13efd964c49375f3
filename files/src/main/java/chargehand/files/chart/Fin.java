package chargehand.files.chart;

import chargehand.engine.forecast.Forecast.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The end of a bar: its height is the chance that the work still goes on. Full at P2, 90 % at P10, half at P50, 20 %
/// at P80, 10 % at P90, and at P98 it ends. A smooth curve runs through these points and never rises.
///
/// @param knots from left to right; where work may be over before it is planned to start, they begin with the
/// start
record Fin(List<Knot> knots) {
    /// @param height the chance, 1 to 0
    /// @param slope of the curve, in chance per unit of x; never positive
    record Knot(double x, double height, double slope) {}

    /// Thinner than this nothing can be seen.
    private static final double LEAST = 0.9;

    Fin {
        knots = List.copyOf(knots);
    }

    /// The fin of work that is planned to start then; without knots if its end is certain.
    static Fin of(Chance chance, TimeScale scale, Instant start) {
        var points = new ArrayList<double[]>();
        add(points, scale.x(chance.p2()), 1);
        add(points, scale.x(chance.p10()), 0.9);
        add(points, scale.x(chance.p50()), 0.5);
        add(points, scale.x(chance.p80()), 0.2);
        add(points, scale.x(chance.p90()), 0.1);
        add(points, scale.x(chance.p98()), 0.02);
        if (points.size() < 2) return new Fin(List.of());
        return new Fin(smooth(points)).from(scale.x(start));
    }

    boolean isEmpty() {
        return knots.isEmpty();
    }

    double start() {
        return knots.getFirst().x();
    }

    double end() {
        return knots.getLast().x();
    }

    /// Filled down to `base`; its full height is `height`.
    ///
    /// @param overlap how far it reaches back over the bar before it, so that no seam shows between them
    Outline outline(double base, double height, double overlap) {
        var steps = new ArrayList<Outline.Step>();
        var first = knots.getFirst();
        steps.add(new Outline.Move(first.x() - overlap, base));
        if (overlap > 0) steps.add(new Outline.Line(first.x() - overlap, top(base, height, first.height())));
        steps.add(new Outline.Line(first.x(), top(base, height, first.height())));
        for (int i = 1; i < knots.size(); i++) steps.add(curve(knots.get(i - 1), knots.get(i), base, height));
        steps.add(new Outline.Line(end(), base));
        steps.add(new Outline.Close());
        return new Outline(steps);
    }

    /// Two chances at one place: the smaller one holds from there on.
    private static void add(List<double[]> points, double x, double height) {
        if (!points.isEmpty() && x - points.getLast()[0] < 0.01) points.getLast()[1] = height;
        else points.add(new double[] {x, height});
    }

    /// Slopes after Fritsch and Carlson 1980: the harmonic mean of both sides', so that the curve overshoots
    /// nowhere.
    private static List<Knot> smooth(List<double[]> points) {
        var knots = new ArrayList<Knot>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            double slope = 0;
            if (i > 0 && i < points.size() - 1) {
                double before = slope(points.get(i - 1), point);
                double after = slope(point, points.get(i + 1));
                slope = before * after == 0 ? 0 : 2 * before * after / (before + after);
            }
            knots.add(new Knot(point[0], point[1], slope));
        }
        return knots;
    }

    private static double slope(double[] a, double[] b) {
        return (b[1] - a[1]) / (b[0] - a[0]);
    }

    private Fin from(double x) {
        if (x <= start()) return this;
        if (x >= end()) return new Fin(List.of());
        var rest = new ArrayList<Knot>();
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i).x() <= x) continue;
            if (rest.isEmpty()) rest.add(between(knots.get(i - 1), knots.get(i), x));
            rest.add(knots.get(i));
        }
        return new Fin(rest);
    }

    /// The cubic Hermite curve between two knots, and its slope, at x.
    private static Knot between(Knot a, Knot b, double x) {
        double width = b.x() - a.x();
        double t = (x - a.x()) / width;
        double height = (1 + 2 * t) * (1 - t) * (1 - t) * a.height()
                + t * (1 - t) * (1 - t) * width * a.slope()
                + t * t * (3 - 2 * t) * b.height()
                + t * t * (t - 1) * width * b.slope();
        double slope = 6 * t * (t - 1) / width * (a.height() - b.height())
                + (1 - t) * (1 - 3 * t) * a.slope()
                + t * (3 * t - 2) * b.slope();
        return new Knot(x, height, Math.min(0, slope));
    }

    private static Outline.Curve curve(Knot a, Knot b, double base, double height) {
        double third = (b.x() - a.x()) / 3;
        return new Outline.Curve(
                a.x() + third,
                top(base, height, a.height() + third * a.slope()),
                b.x() - third,
                top(base, height, b.height() - third * b.slope()),
                b.x(),
                top(base, height, b.height()));
    }

    private static double top(double base, double height, double share) {
        return base - Math.max(LEAST, height * share);
    }
}
