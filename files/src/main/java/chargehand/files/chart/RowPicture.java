package chargehand.files.chart;

import static chargehand.files.chart.GanttLayout.ROW;
import static chargehand.files.chart.Markup.tenth;

import chargehand.files.chart.Route.Corner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The chart's part of each row as a small SVG of its own, so that a page of 10,000 rows needs no picture as high as
/// itself and a printer may part it anywhere.
///
/// What may be stretched in time lies in an inner picture that is; signs stand at percentages and keep their
/// shape.
final class RowPicture {
    /// The inner picture's width, whatever the page's.
    static final int UNITS = 10_000;

    private final GanttLayout layout;
    private final double stretch;
    /// What passes each row, by how it is drawn; a row's own height is 0 to 24.
    private final List<Map<Route.Hold, StringBuilder>> lines = new ArrayList<>();

    private final List<StringBuilder> tips = new ArrayList<>();

    RowPicture(GanttLayout layout) {
        this.layout = layout;
        stretch = UNITS / layout.scale().width();
        for (int i = 0; i < layout.rows().size(); i++) {
            lines.add(new EnumMap<>(Route.Hold.class));
            tips.add(new StringBuilder());
        }
        layout.routes().forEach(this::part);
    }

    /// The content of a row's `svg` element.
    String of(Row row) {
        var inner = new StringBuilder();
        var signs = new StringBuilder();
        lines.get(row.line().position())
                .forEach((hold, path) -> inner.append(
                        "<path class=%s d=\"%s\"/>".formatted(Pen.of(hold).css(), path)));
        var figure = row.figure();
        if (figure instanceof Figure.Work work && work.small() && !work.fin().isEmpty()) {
            paint(row, inner.append("<g class=s>"), signs);
            paint(large(row, work), inner.append("</g><g class=z>"), new StringBuilder());
            inner.append("</g>");
        } else paint(row, inner, signs);
        return "<svg viewBox=\"0 0 " + UNITS + " 24\" preserveAspectRatio=none>" + inner + "</svg>" + signs
                + tips.get(row.line().position());
    }

    /// A place along the chart as a percentage.
    String percent(double x) {
        return Markup.thousandth(100 * x / layout.scale().width()) + "%";
    }

    private static Row large(Row row, Figure.Work work) {
        var large = new Figure.Work(
                work.from(), work.to(), work.fin(), work.likely(), work.doneTo(), work.critical(), false);
        return new Row(row.line(), row.y(), large, null, null, null);
    }

    private void paint(Row row, StringBuilder inner, StringBuilder signs) {
        for (var mark : RowMarks.of(row, 0))
            switch (mark) {
                case Mark.Block block ->
                    inner.append("<rect class=%s x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                            .formatted(
                                    block.tone().css(),
                                    tenth(block.x() * stretch),
                                    tenth(block.y()),
                                    tenth(block.width() * stretch),
                                    tenth(block.height())));
                case Mark.Area area ->
                    inner.append("<path class=\"%s%s\" d=\"%s\"/>"
                            .formatted(
                                    area.fading() ? "f " : "",
                                    area.tone().css(),
                                    Markup.path(area.outline(), stretch)));
                case Mark.Stroke stroke ->
                    inner.append("<path class=%s d=\"%s\"/>"
                            .formatted(stroke.pen().css(), Markup.path(stroke.outline(), stretch)));
                case Mark.Placed placed -> signs.append(use(placed));
                case Mark.Hatch _, Mark.Label _ -> throw new IllegalStateException("A row has no %s.".formatted(mark));
            }
    }

    private String use(Mark.Placed placed) {
        return "<use href=\"#%s\" x=\"%s\" y=\"%s\" class=\"%s%s\"/>"
                .formatted(
                        placed.sign().id(),
                        percent(placed.x()),
                        tenth(placed.y()),
                        placed.tone().css(),
                        placed.rim() ? " o" : "");
    }

    private void part(Route route) {
        for (var part : route.parts())
            for (int i = 1; i < part.size(); i++) {
                var a = part.get(i - 1);
                var b = part.get(i);
                if (a.y() == b.y()) across(route, a, b);
                else down(route, a.x(), Math.min(a.y(), b.y()), Math.max(a.y(), b.y()));
            }
        var tip = route.tip();
        int row = rowAt(tip.y());
        tips.get(row)
                .append(use(new Mark.Placed(
                        route.arrow(),
                        tip.x(),
                        tip.y() - row * ROW,
                        Pen.of(route.hold()).tone(),
                        false)));
    }

    private void across(Route route, Corner a, Corner b) {
        int row = rowAt(a.y());
        path(route, row)
                .append('M')
                .append(tenth(a.x() * stretch))
                .append(' ')
                .append(tenth(a.y() - row * ROW))
                .append('H')
                .append(tenth(b.x() * stretch));
    }

    private void down(Route route, double x, double top, double bottom) {
        for (int row = rowAt(top); row < layout.rows().size() && row * ROW < bottom; row++)
            path(route, row)
                    .append('M')
                    .append(tenth(x * stretch))
                    .append(' ')
                    .append(tenth(Math.max(0, top - row * ROW)))
                    .append('V')
                    .append(tenth(Math.min(ROW, bottom - row * ROW)));
    }

    private StringBuilder path(Route route, int row) {
        return lines.get(row).computeIfAbsent(route.hold(), _ -> new StringBuilder());
    }

    private int rowAt(double y) {
        return Math.clamp((int) (y / ROW), 0, layout.rows().size() - 1);
    }
}
