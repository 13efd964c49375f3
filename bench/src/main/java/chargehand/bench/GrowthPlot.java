package chargehand.bench;

import java.util.List;
import java.util.Locale;

/// Time against size, both by powers of ten, beside a line that grows as n log n from the first measured size on.
final class GrowthPlot {
    private static final String STYLE = """
            text { font: 12px system-ui, sans-serif; fill: #5b6a66; } .name { fill: #13201e; font-weight: 600; }
            .grid { stroke: #e4eae8; } .line { stroke: #0b6371; stroke-width: 1.5; stroke-dasharray: 5 4; } .ours { fill: #44534f; }
            @media (prefers-color-scheme: dark) { text { fill: #93a29d; } .name { fill: #e8efed; } .grid { stroke: #2b3739; }
            .line { stroke: #66c7d1; } .ours { fill: #b7c4c0; } }
            """;
    private static final int LEFT = 70;
    private static final int TOP = 36;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 260;
    /// Powers of ten, of tasks and of milliseconds.
    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final int SHORTEST = 0;
    private static final int LONGEST = 4;

    private final StringBuilder svg = new StringBuilder();

    static String svg(List<Growth> growth) {
        var plot = new GrowthPlot();
        plot.ground();
        plot.line(growth.getFirst());
        for (var each : growth) plot.point(each);
        return plot.svg.append("</svg>\n").toString();
    }

    private void ground() {
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 500 350\" width=\"500\" height=\"350\" role=\"img\" "
                        + "aria-label=\"Time to the first calendar of a portfolio, against its size\">\n<style>" + STYLE
                        + "</style>\n");
        text(8, 18, "start", "name", "First calendar");
        for (int power = SHORTEST; power <= LONGEST; power++) {
            double y = y(Math.pow(10, power));
            rule("grid", LEFT, y, LEFT + WIDTH, y);
            text(
                    LEFT - 8,
                    y + 4,
                    "end",
                    "",
                    power < 3 ? "%.0f ms".formatted(Math.pow(10, power)) : power == 3 ? "1 s" : "10 s");
        }
        for (int power = FEWEST; power <= MOST; power++)
            text(x(Math.pow(10, power)), TOP + HEIGHT + 20, "middle", "", "%,d".formatted((int) Math.pow(10, power)));
        text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", "name", "Tasks, a hundred for each person");
    }

    private void line(Growth first) {
        double last = Math.pow(10, MOST);
        double scale = first.millis() / (first.tasks() * Math.log(first.tasks()));
        rule("line", x(first.tasks()), y(first.millis()), x(last), y(scale * last * Math.log(last)));
        text(x(last) - 8, y(scale * last * Math.log(last)) - 10, "end", "", "n log n");
    }

    private void point(Growth each) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"ours\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%,d tasks: %.0f ms</title></circle>\n",
                x(each.tasks()),
                y(each.millis()),
                each.tasks(),
                each.millis()));
    }

    private void rule(String kind, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                kind,
                fromX,
                fromY,
                toX,
                toY));
    }

    private void text(double x, double y, String anchor, String kind, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                kind,
                x,
                y,
                anchor,
                words));
    }

    private static double x(double tasks) {
        return LEFT + (Math.log10(tasks) - FEWEST) / (MOST - FEWEST) * WIDTH;
    }

    private static double y(double millis) {
        return TOP + HEIGHT - (Math.log10(millis) - SHORTEST) / (LONGEST - SHORTEST) * HEIGHT;
    }
}
