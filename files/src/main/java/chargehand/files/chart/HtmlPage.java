package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;

import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One HTML page that needs nothing else, not even a network: the table of tasks with its chart, light and dark, for
/// screens of any width and for paper, usable by keyboard and screen reader. Without scripts everything can be read.
public final class HtmlPage implements PlanWriter {
    /// The chart's width for which positions are worked out; a browser stretches it to what there is.
    static final double CHART = 900;

    /// A page in the reader's own choice of light and dark.
    public HtmlPage() {}

    @Override
    public void write(Planned planned, OutputStream out) throws IOException {
        var lines = PlanLines.of(planned);
        var layout = GanttLayout.of(planned, lines, GanttLayout.span(planned, CHART));
        var dates = new Dates(
                planned.plan().zone(),
                planned.calendar().start(),
                planned.calendar().finish());
        var sentences = new Sentences(planned, lines, dates);
        var page = new StringBuilder();
        head(page, planned);
        new HtmlStrip(planned, lines, dates).write(page);
        new HtmlTable(planned, layout, dates, sentences).write(page);
        new HtmlNotes(planned, lines, dates, sentences).write(page);
        foot(page);
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void head(StringBuilder page, Planned planned) {
        page.append("<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n")
                .append("<meta name=viewport content=\"width=device-width,initial-scale=1\">\n")
                .append("<meta name=color-scheme content=\"light dark\">\n<title>")
                .append(escape(planned.plan().name()))
                .append(", calendar · Chargehand</title>\n<link rel=icon href=\"data:,\">\n<style>\n")
                .append(Markup.fontFace())
                .append('\n')
                .append(colours())
                .append(Markup.text("page.css"))
                .append("</style>\n</head>\n<body>\n")
                .append(Markup.definitions(false));
    }

    private static void foot(StringBuilder page) {
        page.append("<script>\n").append(Markup.text("page.js")).append("</script>\n</body>\n</html>\n");
    }

    /// The tones as variables, dark where the reader or the switch says so, and a class for each tone and
    /// each pen.
    private static String colours() {
        var light = Arrays.stream(Tone.values())
                .map(tone -> "--%s:%s".formatted(tone.css(), tone.hex()))
                .collect(Collectors.joining(";"));
        var dark = Arrays.stream(Tone.values())
                .map(tone -> "--%s:%s".formatted(tone.css(), tone.darkHex()))
                .collect(Collectors.joining(";"));
        var fills = Arrays.stream(Tone.values())
                .map(tone -> ".%1$s{fill:var(--%1$s)}".formatted(tone.css()))
                .collect(Collectors.joining());
        return """
                :root{color-scheme:light;%s}
                @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;%s}}
                @media screen{:root[data-theme=dark]{color-scheme:dark;%s}}
                %s
                %s
                """.formatted(
                        light,
                        dark,
                        dark,
                        fills,
                        Arrays.stream(Pen.values())
                                .map(pen -> Markup.pen(
                                        pen, "var(--%s)".formatted(pen.tone().css())))
                                .collect(Collectors.joining()));
    }
}
