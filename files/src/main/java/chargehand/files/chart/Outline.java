package chargehand.files.chart;

import java.util.ArrayList;
import java.util.List;

/// A path of lines and cubic curves; x grows to the right, y downwards.
record Outline(List<Step> steps) {
    sealed interface Step {}

    record Move(double x, double y) implements Step {}

    record Line(double x, double y) implements Step {}

    /// @param ax the first control point, `b` the second, `x` and `y` the end
    record Curve(double ax, double ay, double bx, double by, double x, double y) implements Step {}

    record Close() implements Step {}

    Outline {
        steps = List.copyOf(steps);
    }

    /// An open line through points given as x, y, x, y…
    static Outline through(double... points) {
        var steps = new ArrayList<Step>();
        steps.add(new Move(points[0], points[1]));
        for (int i = 2; i < points.length; i += 2) steps.add(new Line(points[i], points[i + 1]));
        return new Outline(steps);
    }

    static Outline closed(double... points) {
        return through(points).with(new Close());
    }

    /// This one, and another after it that begins with a move of its own.
    Outline and(Outline other) {
        var all = new ArrayList<>(steps);
        all.addAll(other.steps);
        return new Outline(all);
    }

    Outline moved(double dx, double dy) {
        return new Outline(steps.stream().map(step -> moved(step, dx, dy)).toList());
    }

    /// The x of the leftmost point.
    double left() {
        return steps.stream().mapToDouble(Outline::x).min().orElse(0);
    }

    /// The x of the rightmost point.
    double right() {
        return steps.stream()
                .filter(step -> !(step instanceof Close))
                .mapToDouble(Outline::x)
                .max()
                .orElse(0);
    }

    private static double x(Step step) {
        return switch (step) {
            case Move move -> move.x;
            case Line line -> line.x;
            case Curve curve -> curve.x;
            case Close _ -> Double.MAX_VALUE;
        };
    }

    private Outline with(Step last) {
        var all = new ArrayList<>(steps);
        all.add(last);
        return new Outline(all);
    }

    private static Step moved(Step step, double dx, double dy) {
        return switch (step) {
            case Move(var x, var y) -> new Move(x + dx, y + dy);
            case Line(var x, var y) -> new Line(x + dx, y + dy);
            case Curve(var ax, var ay, var bx, var by, var x, var y) ->
                new Curve(ax + dx, ay + dy, bx + dx, by + dy, x + dx, y + dy);
            case Close _ -> step;
        };
    }
}
