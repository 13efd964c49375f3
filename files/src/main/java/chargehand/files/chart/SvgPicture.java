package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;
import static chargehand.files.chart.Markup.tenth;

import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The table and its chart as one SVG picture in the light colours, with its font inside; it fetches nothing.
public final class SvgPicture implements PlanWriter {
    private final double width;

    /// 1440 pixels wide, and as high as the plan is long.
    public SvgPicture() {
        this(1440);
    }

    /// @param width in pixels, at least 1000
    public SvgPicture(int width) {
        if (width < 1000)
            throw new IllegalArgumentException("A picture of a plan can't be %s pixels wide.".formatted(width));
        this.width = width;
    }

    @Override
    public void write(Planned planned, OutputStream out) throws IOException {
        var whole = new WholeSheet(planned, width);
        var svg = new StringBuilder();
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\" role=\"img\">\n"
                                .formatted(tenth(width), tenth(whole.height())))
                .append("<title>")
                .append(escape(planned.plan().name()))
                .append("</title>\n<style>")
                .append(Markup.fontFace())
                .append(style())
                .append("</style>\n")
                .append(Markup.definitions(true))
                .append('\n');
        whole.paint(new SvgPainter(svg));
        svg.append("</svg>\n");
        out.write(svg.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String style() {
        var fills = Arrays.stream(Tone.values())
                .map(tone -> ".%s{fill:%s}".formatted(tone.css(), tone.hex()))
                .collect(Collectors.joining());
        var pens = Arrays.stream(Pen.values())
                .map(pen -> Markup.pen(pen, pen.tone().hex()))
                .collect(Collectors.joining());
        return """
                text{font-family:"IBM Plex Sans",sans-serif;font-variant-numeric:tabular-nums;white-space:pre}.b{font-weight:600}\
                .f.work{fill:url(#fade-work)}.f.critical{fill:url(#fade-critical)}.o{stroke:%s;stroke-width:1.2}%s%s""".formatted(Tone.SHEET.hex(), fills, pens);
    }
}
