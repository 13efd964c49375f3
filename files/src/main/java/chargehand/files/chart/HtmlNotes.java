package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;

import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Severity;
import chargehand.files.Planned;
import java.util.List;
import java.util.Locale;

/// What stands beneath the chart: how to read it, findings, who is busiest, what could not be carried over, and how
/// the calendar was made.
final class HtmlNotes {
    private static final int BUSIEST = 8;

    private final Planned planned;
    private final List<TaskLine> lines;
    private final Dates dates;
    private final Sentences sentences;

    HtmlNotes(Planned planned, List<TaskLine> lines, Dates dates, Sentences sentences) {
        this.planned = planned;
        this.lines = lines;
        this.dates = dates;
        this.sentences = sentences;
    }

    void write(StringBuilder page) {
        if (!lines.isEmpty()) legend(page);
        page.append("<div class=notes>\n");
        findings(page);
        busiest(page);
        notCarriedOver(page);
        about(page);
        page.append("</div>\n</main>\n");
        asOf(page);
    }

    private static void legend(StringBuilder page) {
        page.append("<p class=key>")
                .append(
                        sign(
                                34,
                                "<path class=work d=\"M0 13V1h11c6 0 7 7 13 9l9 2.1v.9z\"/><path class=%s d=\"M24 0v14\"/>"
                                        .formatted(Pen.TICK.css()),
                                "The height of a bar’s end is the chance that the work still goes on; the tick is likely by, 80\u00a0%."))
                .append(sign(14, "<path class=rule d=\"M0 1h14v10H0z\"/>", "as planned"))
                .append(sign(14, "<path class=critical d=\"M0 1h14v10H0z\"/>", "critical"))
                .append(sign(14, "<path class=work-done d=\"M0 1h14v10H0z\"/>", "done"))
                .append(sign(
                        22,
                        "<path class=%s d=\"M0 8H20\"/><path class=%s d=\"M20 4v8\"/>"
                                .formatted(Pen.SLACK.css(), Pen.SLACK_STOP.css()),
                        "float"))
                .append(sign(
                        10,
                        "<path class=%s d=\"M1 0V12\"/><path class=ink d=\"M1 0h8l-2.5 3.5L9 7H1z\"/>"
                                .formatted(Pen.POLE.css()),
                        "promised"))
                .append("</p>\n");
    }

    private static String sign(int width, String drawing, String meaning) {
        return "<span><svg width=%s height=14 aria-hidden=true>%s</svg>%s</span>".formatted(width, drawing, meaning);
    }

    private void findings(StringBuilder page) {
        var findings = planned.calendar().findings();
        if (findings.isEmpty()) return;
        page.append("<section id=findings><h2>Findings</h2><ul>\n");
        for (var finding : findings) finding(page, finding);
        page.append("</ul></section>\n");
    }

    private void finding(StringBuilder page, Finding finding) {
        var severity = finding.severity();
        var style = switch (severity) {
            case ERROR -> "late-text";
            case WARNING -> "risk-text";
            case NOTE -> "note-text";
        };
        page.append("<li><p><b class=%s>%s%s</b> %s</p><p class=lab>%s</p></li>\n"
                .formatted(
                        style,
                        severity == Severity.NOTE ? "" : "▲ ",
                        name(severity),
                        escape(sentences.words().message(finding)),
                        escape(sentences.words().hint(finding))));
    }

    private void busiest(StringBuilder page) {
        var busiest = Workload.busiest(planned, BUSIEST);
        if (busiest.isEmpty()) return;
        page.append(
                "<section><h2>Busiest</h2><p class=lab>Share of their working time that this plan takes</p><dl class=load>\n");
        for (var each : busiest)
            page.append("<dt>%s</dt><dd><i style=\"width:%s%%\"></i><b>%s\u00a0%%</b></dd>\n"
                    .formatted(escape(each.name()), Math.min(100, each.percent()) * 3 / 4, each.percent()));
        page.append("</dl></section>\n");
    }

    private void notCarriedOver(StringBuilder page) {
        if (planned.notCarriedOver().isEmpty()) return;
        page.append("<section><h2>Not carried over</h2><ul>\n");
        for (var each : planned.notCarriedOver())
            page.append("<li><p>%s%s</p><p class=lab>%s</p></li>\n"
                    .formatted(
                            escape(each.what()),
                            each.count() == 1 ? "" : ", " + each.count() + " times",
                            escape(each.why())));
        page.append("</ul></section>\n");
    }

    private void about(StringBuilder page) {
        var calendar = planned.calendar();
        page.append("<section><h2>About this calendar</h2><details><summary>How it was made</summary>\n<p>")
                .append(gap())
                .append("</p><p>%s compared, seed %s%s.</p>"
                        .formatted(
                                Sentences.counted(calendar.schedules(), "calendar"),
                                calendar.seed(),
                                calendar.endedEarly() ? ", ended early by the time limit" : ""))
                .append(
                        "<p>Likely by comes from %s with a general prior: nothing is known yet of how work went before.</p>"
                                .formatted(Sentences.counted(planned.forecast().runs(), "simulated run")))
                .append("</details></section>\n");
    }

    private String gap() {
        var gap = planned.calendar().gap();
        if (planned.calendar().proved()) return "No calendar of this plan can finish earlier.";
        if (gap.isEmpty()) return "How far it is from the best possible is not known.";
        return "It is at most %s\u00a0%% from the best possible calendar."
                .formatted(Markup.number(Math.ceil(gap.getAsDouble() * 1000) / 10));
    }

    private void asOf(StringBuilder page) {
        var now = planned.now();
        page.append("<footer class=foot><span>")
                .append(now == null ? "Today plays no part" : "As of " + dates.full(now) + ", " + dates.clock(now))
                .append("</span><span>Times of ")
                .append(escape(planned.plan().zone().getId()))
                .append("</span></footer>\n");
    }

    private static String name(Severity severity) {
        var name = severity.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":";
    }
}
