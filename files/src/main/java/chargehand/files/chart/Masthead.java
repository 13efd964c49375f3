package chargehand.files.chart;

import chargehand.files.Planned;
import chargehand.files.chart.Mark.Anchor;
import chargehand.files.chart.Mark.Label;
import java.util.ArrayList;
import java.util.List;

/// What stands above and below a drawn sheet: the project's name and dates, and how to read the chart.
final class Masthead {
    static final double TITLE = 104;
    static final double FOOTER = 30;

    private final Planned planned;
    private final Sheet sheet;
    private final Typeface typeface;

    Masthead(Planned planned, Sheet sheet, Typeface typeface) {
        this.planned = planned;
        this.sheet = sheet;
        this.typeface = typeface;
    }

    /// [#TITLE] high, from 0 down.
    List<Mark> title() {
        var marks = new ArrayList<Mark>();
        var name = planned.plan().name().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        marks.add(new Label(
                16, 30, typeface.fitted(name, sheet.width() - 32, 20, true), 20, true, Anchor.START, Tone.INK));
        marks.add(Sheet.line(0, 44, sheet.width(), 44, Pen.RULE));
        if (sheet.rows() == 0) marks.add(new Label(16, 82, "No tasks yet", 28, true, Anchor.START, Tone.INK));
        else dates(marks);
        marks.add(Sheet.line(0, TITLE - 0.5, sheet.width(), TITLE - 0.5, Pen.RULE));
        return marks;
    }

    /// [#FOOTER] high.
    ///
    /// @param page "2 of 3", or empty
    List<Mark> footer(double y, String page) {
        var marks = new ArrayList<Mark>();
        marks.add(Sheet.line(0, y + 0.5, sheet.width(), y + 0.5, Pen.RULE));
        marks.add(new Mark.Area(
                Outline.closed(16, y + 21, 16, y + 9, 27, y + 9, 32, y + 12, 37, y + 17, 49, y + 20, 49, y + 21),
                Tone.WORK,
                false));
        marks.add(Sheet.line(40, y + 8, 40, y + 22, Pen.TICK));
        double x = note(
                marks, 58, y, "height is the chance that the work still goes on; the tick is likely by, 80\u00a0%");
        marks.add(new Mark.Block(x, y + 10, 14, 10, 0, Tone.RULE));
        x = note(marks, x + 21, y, "as planned");
        marks.add(new Mark.Block(x, y + 10, 14, 10, 0, Tone.CRITICAL));
        x = note(marks, x + 21, y, "critical");
        marks.add(new Mark.Block(x, y + 10, 14, 10, 0, Tone.DONE));
        x = note(marks, x + 21, y, "done");
        marks.add(Sheet.line(x, y + 17, x + 18, y + 17, Pen.SLACK));
        marks.add(Sheet.line(x + 18, y + 13, x + 18, y + 21, Pen.SLACK_STOP));
        note(marks, x + 25, y, "float");
        var right = asOf() + "times of " + planned.plan().zone().getId() + (page.isEmpty() ? "" : "   " + page);
        marks.add(new Label(sheet.width() - 16, y + 20, right, 12, false, Anchor.END, Tone.INK_3));
        return marks;
    }

    private void dates(List<Mark> marks) {
        var dates = sheet.dates();
        var calendar = planned.calendar();
        var finish = planned.forecast().finish();
        var clock = dates.areTimes() ? ",\u00a0" + dates.clockEnd(calendar.finish()) : "";
        double x = date(marks, 16, "Planned finish", dates.fullEnd(calendar.finish()) + clock);
        var likelyClock = dates.areTimes() ? ",\u00a0" + dates.clockEnd(finish.p80()) : "";
        x = date(marks, x, "Likely by", dates.fullEnd(finish.p80()) + likelyClock) - 22;
        marks.add(new Label(x, 92, "80\u00a0%", 13, false, Anchor.START, Tone.INK_3));
        x += 60;
        for (var line : PlanLines.of(planned)) {
            var deadline = line.task().deadline();
            if (deadline == null || line.isFinished()) continue;
            int percent = line.percentBy(deadline);
            var name = typeface.fitted(line.name(), 180, 12, false);
            if (x + 200 > sheet.width()) return;
            promise(marks, x, "Promised by " + dates.briefEnd(deadline.by()), percent, name);
            x += 200;
        }
    }

    private double date(List<Mark> marks, double x, String label, String date) {
        marks.add(new Label(x, 62, label, 12, false, Anchor.START, Tone.INK_3));
        marks.add(new Label(x, 92, date, 28, true, Anchor.START, Tone.INK));
        return x + typeface.width(date, 28, true) + 32;
    }

    private static void promise(List<Mark> marks, double x, String label, int percent, String name) {
        var standing = Standing.of(percent);
        var tone = switch (standing) {
            case SAFE -> Tone.INK;
            case AT_RISK -> Tone.RISK;
            case LATE -> Tone.LATE;
        };
        marks.add(Sheet.line(x - 14, 52, x - 14, 96, Pen.RULE));
        marks.add(new Label(x, 62, label, 12, false, Anchor.START, Tone.INK_3));
        marks.add(new Label(x, 79, Sentences.chance(percent), 15, true, Anchor.START, tone));
        marks.add(new Label(x, 94, name, 12, false, Anchor.START, Tone.INK_3));
    }

    private double note(List<Mark> marks, double x, double y, String text) {
        marks.add(new Label(x, y + 20, text, 12, false, Anchor.START, Tone.INK_3));
        return x + typeface.width(text, 12, false) + 22;
    }

    private String asOf() {
        var now = planned.now();
        return now == null ? "" : "as of " + sheet.dates().full(now) + ", ";
    }
}
