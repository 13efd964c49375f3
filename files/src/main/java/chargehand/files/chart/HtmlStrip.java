package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;
import static chargehand.files.chart.Markup.number;

import chargehand.engine.plan.Severity;
import chargehand.files.Planned;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The top of the page: what the project is called, when it is planned to finish, by when it is likely to, and how its
/// promises stand.
final class HtmlStrip {
    private static final int PROMISES = 3;

    private final Planned planned;
    private final List<TaskLine> lines;
    private final Dates dates;

    HtmlStrip(Planned planned, List<TaskLine> lines, Dates dates) {
        this.planned = planned;
        this.lines = lines;
        this.dates = dates;
    }

    void write(StringBuilder page) {
        page.append("<header class=head><h1>")
                .append("<svg width=26 height=16 viewBox=\"0 0 26 16\" aria-hidden=true>")
                .append("<path d=\"M1 2h9c3 0 4 2 5.5 5S19 11.4 25 12v1H1z\" class=ink />")
                .append("<path d=\"M19 0v16\" stroke=\"var(--accent)\" stroke-width=2 /></svg>")
                .append(escape(oneLine(planned.plan().name())))
                .append("</h1><span class=tools hidden>")
                .append("<span class=seg role=group aria-label=Zoom id=zoom>")
                .append("<button type=button data-zoom=fit aria-pressed=true>Fit</button>")
                .append("<button type=button data-zoom=week>Week</button>")
                .append("<button type=button data-zoom=day>Day</button></span>")
                .append("<button type=button class=btn id=theme>Dark</button></span></header>\n")
                .append("<main>\n<section class=strip aria-label=Outlook>\n");
        if (lines.isEmpty()) page.append("<div class=c><p class=lab>This plan</p><p class=dt>No tasks yet</p></div>\n");
        else outlook(page);
        page.append("</section>\n");
    }

    private void outlook(StringBuilder page) {
        var calendar = planned.calendar();
        var finish = planned.forecast().finish();
        date(page, "Planned finish", calendar.finish(), "");
        date(page, "Likely by", finish.p80(), " <span class=pc>80\u00a0%</span>");
        page.append("<div class=\"c fan\">")
                .append(new OutlookPicture(planned, dates, promise()).svg())
                .append("</div>\n");
        promises().stream().limit(PROMISES).forEach(line -> promise(page, line));
        var errors = calendar.findings().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        int findings = calendar.findings().size();
        if (findings > 0)
            cell(
                    page,
                    "To look at",
                    "<a href=\"#findings\">%s</a>".formatted(Sentences.counted(findings, "finding")),
                    errors == 0 ? "no errors" : Sentences.counted((int) errors, "error"),
                    errors == 0 ? "" : " late-text");
        long tasks = lines.stream().filter(line -> !line.isSummary()).count();
        long people =
                lines.stream().flatMap(line -> line.who().stream()).distinct().count();
        cell(
                page,
                "This plan",
                Sentences.counted((int) tasks, "task"),
                people == 0 ? "nobody assigned" : "%s at work".formatted(people),
                "");
    }

    private void date(StringBuilder page, String label, Instant at, String after) {
        page.append("<div class=\"c big\"><p class=lab>%s</p><p class=dt>".formatted(label));
        page.append(dates.fullEnd(at));
        if (dates.areTimes()) page.append(",\u00a0").append(dates.clockEnd(at));
        page.append(after).append("</p></div>\n");
    }

    private void promise(StringBuilder page, TaskLine line) {
        var deadline = Objects.requireNonNull(line.task().deadline());
        int percent = line.percentBy(deadline);
        var standing = Standing.of(percent);
        var mark = switch (standing) {
            case SAFE -> "";
            case AT_RISK -> " risk-text";
            case LATE -> " late-text";
        };
        cell(
                page,
                "Promised by " + dates.briefEnd(deadline.by()),
                (standing == Standing.SAFE ? "" : "▲ ") + Sentences.chance(percent),
                escape(line.name()),
                mark);
    }

    private static void cell(StringBuilder page, String label, String value, String below, String mark) {
        page.append("<div class=c><p class=lab>%s</p><p class=\"st%s\">%s</p><p class=below>%s</p></div>\n"
                .formatted(label, mark, value, below));
    }

    /// What is not finished and was promised, the least likely first.
    private List<TaskLine> promises() {
        return lines.stream()
                .filter(line -> line.task().deadline() != null && !line.isFinished())
                .sorted(Comparator.comparingInt(line ->
                        line.percentBy(Objects.requireNonNull(line.task().deadline()))))
                .toList();
    }

    /// That of what ends with the project, for the picture of its outlook.
    private List<OutlookPicture.Promise> promise() {
        return promises().stream()
                .filter(line -> !line.finish().isBefore(planned.calendar().finish()))
                .limit(1)
                .map(HtmlStrip::promised)
                .toList();
    }

    private static OutlookPicture.Promise promised(TaskLine line) {
        var deadline = Objects.requireNonNull(line.task().deadline());
        return new OutlookPicture.Promise(deadline.by(), line.percentBy(deadline));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    static String percent(double share) {
        return number(100 * share) + "%";
    }
}
