package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;

import chargehand.files.Planned;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// The tasks as a tree grid, each with its part of the chart, under one ruler.
final class HtmlTable {
    /// So many rows the browser lays out, or leaves alone, together.
    private static final int CHUNK = 40;

    private static final double WEEK_ZOOM = 16;
    private static final double DAY_ZOOM = 48;
    private static final double NARROW = 340;
    /// No browser draws wider pictures well.
    private static final double WIDEST = 60_000;

    private final Planned planned;
    private final GanttLayout layout;
    private final Dates dates;
    private final Sentences sentences;
    private final RowPicture picture;
    private final DateTimeFormatter moment = Dates.formatter("yyyy-MM-dd'T'HH:mmxxx");

    HtmlTable(Planned planned, GanttLayout layout, Dates dates, Sentences sentences) {
        this.planned = planned;
        this.layout = layout;
        this.dates = dates;
        this.sentences = sentences;
        picture = new RowPicture(layout);
    }

    void write(StringBuilder page) {
        if (layout.rows().isEmpty()) {
            page.append(
                            "<div class=empty><p>What is the first thing to do? Add a task to the plan, and it stands here ")
                    .append("with its dates.</p></div>\n");
            return;
        }
        page.append("<div class=stage><div class=\"plan%s\" id=plan style=\"--week:%spx;--day:%spx\">\n"
                .formatted(dates.widest().length() > 8 ? " years" : "", zoomed(WEEK_ZOOM), zoomed(DAY_ZOOM)));
        background(page);
        page.append("<table role=treegrid aria-label=Tasks aria-rowcount=%s>\n"
                .formatted(layout.rows().size() + 1));
        header(page);
        for (int i = 0; i < layout.rows().size(); i++) {
            if (i % CHUNK == 0) chunk(page, i);
            row(page, layout.rows().get(i));
        }
        page.append("</tbody></table></div>\n")
                .append("<section class=panel id=panel aria-label=\"Why is it here?\" hidden></section></div>\n");
    }

    private void chunk(StringBuilder page, int from) {
        if (from > 0) page.append("</tbody>\n");
        int rows = Math.min(CHUNK, layout.rows().size() - from);
        page.append("<tbody style=\"--rows:%s\">\n".formatted(rows));
    }

    /// Days off, the project's promise and today, behind all rows.
    private void background(StringBuilder page) {
        page.append("<svg class=back aria-hidden=true>");
        for (var off : layout.offTimes())
            page.append("<rect x=\"%s\" width=\"%s\" height=\"100%%\" %s/>"
                    .formatted(
                            picture.percent(off.x()),
                            picture.percent(off.width()),
                            off.holiday() ? "fill=\"url(#holiday)\"" : "class=paper "));
        var promise = layout.promise();
        if (promise != null) page.append(upright(promise.x(), Pen.PROMISE));
        var today = layout.today();
        if (today != null) page.append(upright(today, Pen.TODAY));
        page.append("</svg>\n");
    }

    private String upright(double x, Pen pen) {
        return "<line x1=\"%1$s\" x2=\"%1$s\" y2=\"100%%\" class=%2$s />".formatted(picture.percent(x), pen.css());
    }

    private void header(StringBuilder page) {
        page.append("<thead><tr>")
                .append("<th scope=col class=n>No.</th>")
                .append("<th scope=col class=t>Task</th>")
                .append("<th scope=col class=w>Who</th>")
                .append("<th scope=col class=a>Starts</th>")
                .append("<th scope=col class=z>Finishes</th>")
                .append("<th scope=col class=l>Likely by</th>")
                .append("<th scope=col class=c><span class=sr>Chart</span>");
        ruler(page, "fit", layout.axis());
        ruler(page, "narrow", axis(NARROW));
        ruler(page, "week", axis(zoomed(WEEK_ZOOM)));
        ruler(page, "day", axis(zoomed(DAY_ZOOM)));
        var promise = layout.promise();
        if (promise != null)
            page.append("<span class=\"flag %s%s\" style=\"left:%s\">Promised %s</span>"
                    .formatted(
                            promise.standing()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'),
                            promise.x() > 0.72 * layout.scale().width() ? " leftwards" : "",
                            picture.percent(promise.x()),
                            dates.briefEnd(promise.by())));
        var today = layout.today();
        var now = planned.now();
        if (today != null && now != null)
            page.append("<span class=today style=\"left:%s\">%s</span>"
                    .formatted(picture.percent(today), dates.areTimes() ? dates.clock(now) : dates.weekday(now)));
        page.append("</th><th scope=col class=y>Why is it here?</th></tr></thead>\n");
    }

    private Axis axis(double width) {
        return Axis.of(layout.scale().withWidth(width), planned.plan().zone());
    }

    /// The axis at one zoom; the style sheet shows the one that is chosen.
    private void ruler(StringBuilder page, String zoom, Axis axis) {
        double width = zoom.equals("fit")
                ? layout.scale().width()
                : zoom.equals("narrow") ? NARROW : zoomed(zoom.equals("week") ? WEEK_ZOOM : DAY_ZOOM);
        page.append("<svg class=\"ru %s\" aria-hidden=true>".formatted(zoom));
        for (var tick : axis.headings()) mark(page, tick, width, 0, 14, "ax k");
        for (var tick : axis.ticks()) mark(page, tick, width, axis.headings().isEmpty() ? 0 : 22, 29, "ax");
        page.append("</svg>");
    }

    private static void mark(StringBuilder page, Axis.Tick tick, double width, int from, int base, String style) {
        var x = HtmlStrip.percent(tick.x() / width);
        if (tick.x() > 0)
            page.append("<line x1=\"%1$s\" x2=\"%1$s\" y1=%2$s y2=34 class=%3$s />".formatted(x, from, Pen.RULE.css()));
        if (!tick.label().isEmpty())
            page.append("<text x=\"%s\" dx=3 y=%s class=\"%s\">%s</text>".formatted(x, base, style, tick.label()));
    }

    private int zoomed(double pixelsOfADay) {
        double days = (double) layout.scale().length().toSeconds()
                / Duration.ofDays(1).toSeconds();
        return (int) Math.clamp(Math.round(days * pixelsOfADay), 1, (long) WIDEST);
    }

    private void row(StringBuilder page, Row row) {
        var line = row.line();
        page.append("<tr aria-level=%s%s%s tabindex=%s%s>"
                .formatted(
                        line.level() + 1,
                        line.level() == 0 ? "" : " style=--in:" + Math.min(line.level(), 8),
                        line.parent() ? " aria-expanded=true" : "",
                        line.position() == 0 ? 0 : -1,
                        line.isSummary() ? " class=sum" : line.isFinished() ? " class=past" : ""));
        page.append("<td class=n>").append(escape(line.number())).append("</td>");
        page.append("<th scope=row class=t>");
        if (line.isCritical() && !line.isSummary())
            page.append("<i class=chip title=Critical><span class=sr>Critical </span></i>");
        page.append("<span dir=auto>")
                .append(escape(line.name()))
                .append("</span>")
                .append(standing(row))
                .append("</th>");
        page.append("<td class=w>").append(escape(Sentences.who(line))).append("</td>");
        time(page, "a", line.isMilestone() ? null : line.start(), false);
        time(page, "z", line.finish(), true);
        time(page, "l", line.isFinished() ? line.finish() : line.chance().p80(), true);
        page.append("<td class=c><svg role=img aria-label=\"")
                .append(escape(sentences.spoken(line)))
                .append("\">")
                .append(picture.of(row))
                .append("</svg></td>");
        words(page, line);
        page.append("</tr>\n");
    }

    private void time(StringBuilder page, String style, @org.jspecify.annotations.Nullable Instant at, boolean end) {
        page.append("<td class=").append(style).append('>');
        if (at != null)
            page.append("<time datetime=\"%s\">%s</time>"
                    .formatted(
                            at.atZone(planned.plan().zone()).format(moment),
                            end ? dates.briefEnd(at) : dates.brief(at)));
        page.append("</td>");
    }

    /// A promise that is in danger is told beside the name, too.
    private static String standing(Row row) {
        var flag = row.flag();
        if (flag == null || row.line().isFinished()) return "";
        return switch (flag.standing()) {
            case SAFE -> "";
            case AT_RISK -> "<em class=risk-text>▲\u00a0%s</em>".formatted(Sentences.chance(flag.percent()));
            case LATE -> "<em class=late-text>late, %s</em>".formatted(Sentences.chance(flag.percent()));
        };
    }

    private void words(StringBuilder page, TaskLine line) {
        page.append("<td class=y>");
        paragraph(page, sentences.why(line));
        paragraph(page, sentences.slack(line));
        paragraph(page, sentences.promise(line));
        page.append("</td>");
    }

    private static void paragraph(StringBuilder page, String sentence) {
        if (!sentence.isEmpty()) page.append("<p>").append(escape(sentence)).append("</p>");
    }
}
