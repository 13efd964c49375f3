package chargehand.files.chart;

import chargehand.files.chart.Mark.Area;
import chargehand.files.chart.Mark.Block;
import chargehand.files.chart.Mark.Placed;
import chargehand.files.chart.Mark.Stroke;
import java.util.ArrayList;
import java.util.List;

/// The drawing rules of the Gantt chart: from what stands where to what is painted.
final class RowMarks {
    private static final double BAR = 12;
    private static final double BAR_RADIUS = 1.5;
    private static final double LEAST_WIDTH = 2;
    private static final double SUMMARY_FIN = 5;
    private static final double MILESTONE_FIN = 8;

    private final List<Mark> marks = new ArrayList<>();
    private final double y;

    private RowMarks(double y) {
        this.y = y;
    }

    /// Of one row, in the order in which they are painted, with its upper edge at `y`.
    static List<Mark> of(Row row, double y) {
        var drawing = new RowMarks(y);
        drawing.draw(row);
        return drawing.marks;
    }

    /// Of one link, with the top of the first row at `y`.
    static List<Mark> of(Route route, double y) {
        var marks = new ArrayList<Mark>();
        var pen = Pen.of(route.hold());
        for (var part : route.parts()) marks.add(new Stroke(line(part, y), pen));
        marks.add(new Placed(route.arrow(), route.tip().x(), route.tip().y() + y, pen.tone(), false));
        return marks;
    }

    private void draw(Row row) {
        switch (row.figure()) {
            case Figure.Done(var from, var to) -> bar(from, to, Tone.DONE);
            case Figure.Work work -> work(work);
            case Figure.Span span -> span(span);
            case Figure.Moment moment -> moment(moment);
        }
        var slack = row.slack();
        if (slack != null) slack(slack);
        var pin = row.pin();
        if (pin != null) pin(pin);
        var flag = row.flag();
        if (flag != null) flag(flag);
    }

    private void work(Figure.Work work) {
        var tone = work.critical() ? Tone.CRITICAL : Tone.WORK;
        if (work.small() || work.fin().isEmpty()) bar(work.from(), work.to(), tone);
        else finned(work, tone);
        if (work.doneTo() > work.from())
            marks.add(new Block(work.from(), y + 14, work.doneTo() - work.from(), BAR / 3, 1, Tone.DONE));
        marks.add(new Stroke(Outline.through(work.likely(), y + 5, work.likely(), y + 19), Pen.TICK));
    }

    /// A pale bar behind the fin shows how far the plan reaches.
    private void finned(Figure.Work work, Tone tone) {
        if (work.to() > work.solidTo()) bar(work.from(), work.to(), work.critical() ? Tone.CRITICAL_WASH : Tone.RULE);
        if (work.solidTo() > work.from()) bar(work.from(), work.solidTo(), tone);
        marks.add(new Area(
                work.fin().outline(y + 18, BAR, Math.min(BAR_RADIUS, work.solidTo() - work.from())), tone, true));
    }

    private void bar(double from, double to, Tone tone) {
        marks.add(new Block(from, y + 6, Math.max(LEAST_WIDTH, to - from), BAR, BAR_RADIUS, tone));
    }

    private void span(Figure.Span span) {
        var line = Outline.through(span.from(), y + 7, span.from(), y + 17)
                .and(Outline.through(span.to(), y + 7, span.to(), y + 17))
                .and(Outline.through(span.from(), y + 12, span.to(), y + 12));
        marks.add(new Stroke(line, span.project() ? Pen.PROJECT : Pen.SUMMARY));
        if (!span.fin().isEmpty()) marks.add(new Area(span.fin().outline(y + 12, SUMMARY_FIN, 0), Tone.INK, false));
    }

    private void moment(Figure.Moment moment) {
        var tone = moment.done() ? Tone.DONE : moment.critical() ? Tone.CRITICAL : Tone.WORK;
        if (!moment.done() && !moment.fin().isEmpty())
            marks.add(new Area(moment.fin().outline(y + 16, MILESTONE_FIN, 0), tone, true));
        marks.add(new Placed(Sign.DIAMOND, moment.likely(), y + 12, tone, true));
    }

    private void slack(Row.Slack slack) {
        marks.add(new Stroke(Outline.through(slack.from(), y + 16, slack.to(), y + 16), Pen.SLACK));
        marks.add(new Stroke(Outline.through(slack.to(), y + 12, slack.to(), y + 20), Pen.SLACK_STOP));
    }

    private void pin(double x) {
        marks.add(new Stroke(Outline.through(x, y + 4, x, y + 21), Pen.NAIL));
        marks.add(new Placed(Sign.NAIL_HEAD, x, y + 4, Tone.INK, false));
    }

    private void flag(Row.Flag flag) {
        marks.add(new Stroke(Outline.through(flag.x(), y + 2, flag.x(), y + 22), Pen.POLE));
        marks.add(new Placed(Sign.PENNANT, flag.x(), y + 2, flag.standing().fill(), false));
    }

    private static Outline line(List<Route.Corner> corners, double y) {
        var points = new double[corners.size() * 2];
        for (int i = 0; i < corners.size(); i++) {
            points[2 * i] = corners.get(i).x();
            points[2 * i + 1] = corners.get(i).y() + y;
        }
        return Outline.through(points);
    }
}
