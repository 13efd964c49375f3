package chargehand.bench.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Of what was called so likely, how much happened: a picture of both, as one record's column for each level. Where the
/// line lies within the column, the forecasts kept their word.
final class ReliabilityPlot {
    private static final Pattern NAME = Pattern.compile("(\\w+)\\.ours\\.called(\\d\\d)\\.(below|notAbove)");
    private static final Map<String, String> TITLES = Map.of("sip", "SiP", "cesaw", "CESAW", "history", "This history");
    private static final String STYLE = """
            text { font: 12px system-ui, sans-serif; fill: #5b6a66; } .name { fill: #13201e; font-weight: 600; }
            .grid { stroke: #e4eae8; } .kept { stroke: #0b6371; stroke-width: 1.5; } .one { fill: #44534f; } .two { fill: #7a8c87; }
            @media (prefers-color-scheme: dark) { text { fill: #93a29d; } .name { fill: #e8efed; } .grid { stroke: #2b3739; }
            .kept { stroke: #66c7d1; } .one { fill: #b7c4c0; } .two { fill: #76857f; } }
            """;
    private static final int SIDE = 300;
    private static final int LEFT = 56;
    private static final int TOP = 36;
    /// Of a column, in pixels; the least height of one shows where it is.
    private static final int WIDE = 8;

    private final StringBuilder svg = new StringBuilder();

    /// @param figures of a run, those of other things too
    static String svg(List<ForecastFigure> figures) {
        var plot = new ReliabilityPlot();
        plot.ground();
        int place = 0;
        for (var each : columns(figures).entrySet()) plot.columns(each.getKey(), each.getValue(), place++);
        return plot.svg.append("</svg>\n").toString();
    }

    /// By record, by level, what lay below and what did not lie above.
    private static Map<String, Map<Integer, double[]>> columns(List<ForecastFigure> figures) {
        var columns = new LinkedHashMap<String, Map<Integer, double[]>>();
        for (var figure : figures) {
            var name = NAME.matcher(figure.name());
            if (!name.matches()) continue;
            columns.computeIfAbsent(name.group(1), any -> new TreeMap<>())
                            .computeIfAbsent(Integer.valueOf(name.group(2)), any -> new double[2])[
                            name.group(3).equals("below") ? 0 : 1] =
                    figure.value();
        }
        return columns;
    }

    private void ground() {
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 460 390\" width=\"460\" height=\"390\" role=\"img\" "
                        + "aria-label=\"How much happened of what was called 10, 25, 50, 75 and 90 % likely\">\n<style>"
                        + STYLE + "</style>\n");
        svg.append("<text class=\"name\" x=\"8\" y=\"18\">It happened</text>\n");
        for (double level : Score.LEVELS) {
            int percent = (int) Math.round(level * 100);
            line("grid", x(0), y(level), x(1), y(level));
            svg.append(text(LEFT - 10, y(level) + 4, "end", "", percent + " %"));
            svg.append(text(x(level), TOP + SIDE + 20, "middle", "", percent + " %"));
        }
        line("kept", x(0), y(0), x(1), y(1));
        svg.append(text(x(0.5), TOP + SIDE + 42, "middle", "name", "It was called so likely"));
    }

    private void columns(String record, Map<Integer, double[]> byLevel, int place) {
        var kind = place == 0 ? "one" : "two";
        byLevel.forEach((percent, happened) -> {
            double x = x(percent / 100.0) + (place == 0 ? -WIDE - 1 : 1);
            double height = Math.max(3, (happened[1] - happened[0]) * SIDE);
            double top = y((happened[0] + happened[1]) / 2) - height / 2;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"><title>%s: called %d %%, happened %.1f to %.1f %%</title></rect>\n",
                    kind,
                    x,
                    top,
                    WIDE,
                    height,
                    TITLES.getOrDefault(record, record),
                    percent,
                    happened[0] * 100,
                    happened[1] * 100));
        });
        int y = TOP + 20 + place * 20;
        svg.append("<rect class=\"%s\" x=\"372\" y=\"%d\" width=\"8\" height=\"12\"/>\n".formatted(kind, y - 10));
        svg.append(text(386, y, "start", "name", TITLES.getOrDefault(record, record)));
    }

    private void line(String kind, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                kind,
                fromX,
                fromY,
                toX,
                toY));
    }

    private static String text(double x, double y, String anchor, String kind, String words) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                kind,
                x,
                y,
                anchor,
                words);
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + (1 - share) * SIDE;
    }
}
