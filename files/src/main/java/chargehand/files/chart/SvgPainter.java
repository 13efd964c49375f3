package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;
import static chargehand.files.chart.Markup.tenth;

/// Writes marks as SVG elements, styled by classes.
final class SvgPainter implements Painter {
    private final StringBuilder svg;

    SvgPainter(StringBuilder svg) {
        this.svg = svg;
    }

    @Override
    public void paint(Mark mark) {
        switch (mark) {
            case Mark.Block block ->
                svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n"
                        .formatted(
                                block.tone().css(),
                                tenth(block.x()),
                                tenth(block.y()),
                                tenth(block.width()),
                                tenth(block.height()),
                                block.radius() == 0 ? "" : " rx=\"" + tenth(block.radius()) + "\""));
            case Mark.Area area ->
                svg.append("<path class=\"%s%s\" d=\"%s\"/>\n"
                        .formatted(area.fading() ? "f " : "", area.tone().css(), Markup.path(area.outline(), 1)));
            case Mark.Stroke stroke ->
                svg.append("<path class=\"%s\" d=\"%s\"/>\n"
                        .formatted(stroke.pen().css(), Markup.path(stroke.outline(), 1)));
            case Mark.Hatch hatch ->
                svg.append("<rect fill=\"url(#holiday)\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                        .formatted(tenth(hatch.x()), tenth(hatch.y()), tenth(hatch.width()), tenth(hatch.height())));
            case Mark.Placed placed ->
                svg.append("<use href=\"#%s\" x=\"%s\" y=\"%s\" class=\"%s%s\"/>\n"
                        .formatted(
                                placed.sign().id(),
                                tenth(placed.x()),
                                tenth(placed.y()),
                                placed.tone().css(),
                                placed.rim() ? " o" : ""));
            case Mark.Label label -> label(label);
        }
    }

    private void label(Mark.Label label) {
        var anchor = switch (label.anchor()) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
        svg.append("<text class=\"%s%s\" x=\"%s\" y=\"%s\" font-size=\"%s\"%s>%s</text>\n"
                .formatted(
                        label.tone().css(),
                        label.bold() ? " b" : "",
                        tenth(label.x()),
                        tenth(label.y()),
                        tenth(label.size()),
                        anchor,
                        escape(label.text())));
    }
}
