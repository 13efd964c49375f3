package chargehand.files.chart;

import static chargehand.files.chart.GanttLayout.ROW;

import chargehand.files.Planned;
import chargehand.files.chart.Mark.Anchor;
import chargehand.files.chart.Mark.Block;
import chargehand.files.chart.Mark.Hatch;
import chargehand.files.chart.Mark.Label;
import chargehand.files.chart.Mark.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Table and chart as marks, for whatever can't lay out text by itself: pictures and paper. Parts of it are asked for
/// with the height at which they shall stand, so that paper can be cut into pages.
final class Sheet {
    static final double HEADER = 34;
    private static final double TEXT_BASE = 16;
    private static final double INDENT = 14;

    private final Planned planned;
    private final double width;
    private final Dates dates;
    private final Typeface typeface;
    private final Columns columns;
    private final GanttLayout layout;

    /// @param width of all, in pixels
    Sheet(Planned planned, double width, Typeface typeface) {
        this.planned = planned;
        this.width = width;
        this.typeface = typeface;
        dates = new Dates(
                planned.plan().zone(),
                planned.calendar().start(),
                planned.calendar().finish());
        columns = Columns.of(dates, typeface);
        layout = GanttLayout.of(planned, PlanLines.of(planned), GanttLayout.span(planned, width - columns.chart()));
    }

    int rows() {
        return layout.rows().size();
    }

    double width() {
        return width;
    }

    Dates dates() {
        return dates;
    }

    /// The heads of the columns and the time axis, [#HEADER] high.
    List<Mark> header(double y) {
        var marks = new ArrayList<Mark>();
        marks.add(new Block(0, y, width, HEADER, 0, Tone.SHEET));
        head(marks, columns.number(), y, "No.", Anchor.START);
        head(marks, columns.task(), y, "Task", Anchor.START);
        head(marks, columns.who(), y, "Who", Anchor.START);
        head(marks, columns.starts(), y, "Starts", Anchor.END);
        head(marks, columns.finishes(), y, "Finishes", Anchor.END);
        head(marks, columns.likely(), y, "Likely by", Anchor.END);
        for (var tick : layout.axis().headings()) tick(marks, tick, y, y, y + 14, true);
        double top = layout.axis().headings().isEmpty() ? y : y + 22;
        for (var tick : layout.axis().ticks()) tick(marks, tick, y, top, y + 29, false);
        chips(marks, y);
        marks.add(line(0, y + HEADER - 0.5, width, y + HEADER - 0.5, Pen.RULE));
        return marks;
    }

    /// Rows from one to before another, the first one's upper edge at `y`.
    List<Mark> body(int from, int to, double y) {
        var marks = new ArrayList<Mark>();
        double height = (to - from) * ROW;
        double shift = y - from * ROW;
        for (var off : layout.offTimes())
            marks.add(
                    off.holiday()
                            ? new Hatch(columns.chart() + off.x(), y, off.width(), height, Tone.RULE)
                            : new Block(columns.chart() + off.x(), y, off.width(), height, 0, Tone.PAPER));
        for (int i = from; i < to; i++) {
            double rule = y + (i - from + 1) * ROW - 0.5;
            marks.add(line(0, rule, width, rule, Pen.ROW_RULE));
        }
        upright(marks, promiseX(), y, height, Pen.PROMISE);
        upright(marks, layout.today(), y, height, Pen.TODAY);
        for (var route : layout.routes()) link(marks, route, from, to, shift);
        for (var row : layout.rows().subList(from, to)) {
            cells(marks, row.line(), row.y() + shift);
            for (var mark : RowMarks.of(row, row.y() + shift)) marks.add(Shift.right(mark, columns.chart()));
        }
        double frame = columns.chart() - 0.5;
        marks.add(line(frame, y - HEADER, frame, y + height, Pen.FRAME));
        return marks;
    }

    private void head(List<Mark> marks, double x, double y, String text, Anchor anchor) {
        boolean strong = text.equals("Likely by");
        marks.add(new Label(x, y + 27, text, 12, false, anchor, strong ? Tone.INK : Tone.INK_3));
    }

    private void tick(List<Mark> marks, Axis.Tick tick, double y, double from, double base, boolean heading) {
        double x = columns.chart() + tick.x();
        if (tick.x() > 0) marks.add(line(x, from, x, y + HEADER, Pen.RULE));
        double room = width - x - 3;
        if (!tick.label().isEmpty() && typeface.width(tick.label(), 11, heading) < room)
            marks.add(new Label(x + 3, base, tick.label(), 11, heading, Anchor.START, heading ? Tone.INK : Tone.INK_3));
    }

    /// The names of the project's promise and of today, on their lines.
    private void chips(List<Mark> marks, double y) {
        var promise = layout.promise();
        if (promise != null) {
            var text = "Promised " + dates.briefEnd(promise.by());
            double wide = typeface.width(text, 11, true) + 10;
            double x = columns.chart() + promise.x();
            if (x + wide > width) x -= wide;
            marks.add(new Block(x, y + 1, wide, 16, 0, promise.standing().fill()));
            marks.add(new Label(x + 5, y + 13, text, 11, true, Anchor.START, Tone.SHEET));
        }
        var today = layout.today();
        var now = planned.now();
        if (today != null && now != null) {
            var text = dates.areTimes() ? dates.clock(now) : dates.weekday(now);
            double wide = typeface.width(text, 11, true) + 10;
            double x = Math.clamp(columns.chart() + today - wide / 2, columns.chart(), width - wide);
            marks.add(new Block(x, y + 17, wide, 16, 2, Tone.ACCENT));
            marks.add(new Label(x + 5, y + 29, text, 11, true, Anchor.START, Tone.ON_ACCENT));
        }
    }

    private @Nullable Double promiseX() {
        var promise = layout.promise();
        return promise == null ? null : promise.x();
    }

    private void upright(List<Mark> marks, @Nullable Double x, double y, double height, Pen pen) {
        if (x != null) marks.add(line(columns.chart() + x, y, columns.chart() + x, y + height, pen));
    }

    /// What of a link lies within these rows.
    private void link(List<Mark> marks, Route route, int from, int to, double shift) {
        double top = from * ROW;
        double bottom = to * ROW;
        if (Math.max(route.from(), route.to()) < from || Math.min(route.from(), route.to()) >= to) return;
        var pen = Pen.of(route.hold());
        for (var part : route.parts())
            for (int i = 1; i < part.size(); i++) {
                var a = part.get(i - 1);
                var b = part.get(i);
                double y = Math.clamp(a.y(), top, bottom);
                double otherY = Math.clamp(b.y(), top, bottom);
                if (a.y() == b.y() ? y != a.y() || y == bottom && to < rows() : y == otherY) continue;
                marks.add(line(columns.chart() + a.x(), y + shift, columns.chart() + b.x(), otherY + shift, pen));
            }
        var tip = route.tip();
        if (tip.y() >= top && tip.y() < bottom)
            marks.add(new Mark.Placed(route.arrow(), columns.chart() + tip.x(), tip.y() + shift, pen.tone(), false));
    }

    private void cells(List<Mark> marks, TaskLine line, double y) {
        double base = y + TEXT_BASE;
        boolean strong = line.isSummary();
        double name = columns.task() + Math.min(line.level(), 8) * INDENT;
        label(
                marks,
                columns.number(),
                base,
                line.number(),
                11,
                false,
                columns.task() - columns.number() - 6,
                Tone.INK_3);
        if (line.isCritical() && !strong) marks.add(new Block(name - 11, y + 6.5, 5, 11, 1, Tone.CRITICAL));
        label(marks, name, base, line.name(), 13, strong, columns.who() - name - 10, Tone.INK);
        label(marks, columns.who(), base, Sentences.who(line), 13, false, 92, Tone.INK_2);
        if (!line.isMilestone()) date(marks, columns.starts(), base, dates.brief(line.start()), false, Tone.INK_3);
        date(marks, columns.finishes(), base, dates.briefEnd(line.finish()), false, Tone.INK_3);
        var likely = line.isFinished() ? line.finish() : line.chance().p80();
        date(
                marks,
                columns.likely(),
                base,
                dates.briefEnd(likely),
                !line.isFinished(),
                line.isFinished() ? Tone.INK_3 : Tone.INK);
    }

    private void label(
            List<Mark> marks, double x, double y, String text, double size, boolean bold, double room, Tone tone) {
        marks.add(new Label(x, y, typeface.fitted(text, room, size, bold), size, bold, Anchor.START, tone));
    }

    private static void date(List<Mark> marks, double x, double y, String text, boolean bold, Tone tone) {
        marks.add(new Label(x, y, text, 13, bold, Anchor.END, tone));
    }

    static Stroke line(double x, double y, double otherX, double otherY, Pen pen) {
        return new Stroke(Outline.through(x, y, otherX, otherY), pen);
    }
}
