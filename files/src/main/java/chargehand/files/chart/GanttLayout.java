package chargehand.files.chart;

import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.TaskExtent;
import chargehand.files.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where everything in the chart stands: distances from its left edge and from the top of the first row, in pixels of
/// a screen. Painters need nothing else.
///
/// @param rows one a task, in the order of the plan, [#ROW] high
/// @param routes one a link, behind the bars
/// @param today the present moment, or null if it plays no part or lies outside the chart
/// @param promise the promise of the whole project, or null
record GanttLayout(
        TimeScale scale,
        Axis axis,
        List<OffTime> offTimes,
        List<Row> rows,
        List<Route> routes,
        @Nullable Double today,
        @Nullable Promise promise) {
    static final double ROW = 24;
    /// Shorter bars are drawn flat.
    static final double SHORTEST_FIN = 14;

    /// A date by which the project was promised, drawn through the whole chart.
    record Promise(double x, Instant by, Standing standing) {}

    /// For a chart of that width, which sets how fine the axis is and which bars are too short for a fin.
    static GanttLayout of(Planned planned, List<TaskLine> lines, TimeScale scale) {
        var calendar = planned.plan().projectCalendar();
        var rows = new ArrayList<Row>();
        var time = new WorkingTime(calendar, scale.start(), scale.end());
        boolean oneProject = lines.stream().filter(line -> line.level() == 0).count() == 1;
        for (var line : lines) rows.add(row(planned, time, oneProject, line, scale));
        var now = planned.now();
        return new GanttLayout(
                scale,
                Axis.of(scale, planned.plan().zone()),
                OffTime.on(calendar, scale),
                List.copyOf(rows),
                new LinkRouter(rows).route(planned.plan().links()),
                now == null || !within(scale, now) ? null : scale.x(now),
                promise(planned, lines, scale));
    }

    double height() {
        return rows.size() * ROW;
    }

    private static Row row(Planned planned, WorkingTime time, boolean oneProject, TaskLine line, TimeScale scale) {
        var pinned = line.task().pinnedStart();
        return new Row(
                line,
                line.position() * ROW,
                figure(planned, oneProject, line, scale),
                slack(time, line, scale),
                flag(line, scale),
                pinned == null ? null : scale.x(pinned));
    }

    private static Figure figure(Planned planned, boolean oneProject, TaskLine line, TimeScale scale) {
        double from = scale.x(line.start());
        double to = scale.x(line.finish());
        double likely = scale.x(line.chance().p80());
        boolean done = line.isFinished();
        if (line.isMilestone())
            return new Figure.Moment(
                    from,
                    done ? to : likely,
                    Fin.of(line.chance(), scale, line.chance().p2()),
                    line.isCritical(),
                    done);
        var fin = Fin.of(line.chance(), scale, line.start());
        if (line.isSummary()) {
            return new Figure.Span(from, Math.max(to, likely), fin, oneProject && line.level() == 0);
        }
        if (done) return new Figure.Done(from, to);
        double end = fin.isEmpty() ? to : Math.max(to, fin.end());
        return new Figure.Work(
                from, to, fin, likely, doneTo(planned, line, scale), line.isCritical(), end - from < SHORTEST_FIN);
    }

    /// Up to now; without a now, the share of its working time that is done, if that is known.
    private static double doneTo(Planned planned, TaskLine line, TimeScale scale) {
        double from = scale.x(line.start());
        double to = scale.x(line.finish());
        var progress = line.task().progress();
        if (progress == null) return from;
        var now = planned.now();
        if (now != null) return Math.clamp(scale.x(now), from, to);
        var remaining = progress.remaining();
        if (remaining == null
                || !(line.task().extent() instanceof TaskExtent.ByWorkingTime(var whole))
                || whole.minutes() == 0) return from;
        return to - (to - from) * Math.min(1, (double) remaining.minutes() / whole.minutes());
    }

    private static Row.@Nullable Slack slack(WorkingTime time, TaskLine line, TimeScale scale) {
        int minutes = line.scheduled().totalFloat().minutes();
        if (minutes == 0 || line.isFinished() || line.isSummary()) return null;
        double from = scale.x(line.chance().p90());
        double to = scale.x(time.after(line.finish(), minutes));
        return to - from < 4 ? null : new Row.Slack(from, to);
    }

    private static Row.@Nullable Flag flag(TaskLine line, TimeScale scale) {
        var deadline = line.task().deadline();
        if (deadline == null || !within(scale, deadline.by())) return null;
        int percent = line.percentBy(deadline);
        return new Row.Flag(scale.x(deadline.by()), percent, Standing.of(percent));
    }

    /// The last deadline of what ends with the project.
    private static @Nullable Promise promise(Planned planned, List<TaskLine> lines, TimeScale scale) {
        return lines.stream()
                .filter(line -> !line.finish().isBefore(planned.calendar().finish()))
                .filter(line -> line.task().deadline() != null)
                .max(Comparator.comparing(line -> by(line.task().deadline())))
                .filter(line -> within(scale, by(line.task().deadline())))
                .map(line -> promise(line, scale))
                .orElse(null);
    }

    private static Promise promise(TaskLine line, TimeScale scale) {
        var deadline = Objects.requireNonNull(line.task().deadline());
        return new Promise(scale.x(deadline.by()), deadline.by(), Standing.of(line.percentBy(deadline)));
    }

    private static Instant by(@Nullable Deadline deadline) {
        return deadline == null ? Instant.MIN : deadline.by();
    }

    private static boolean within(TimeScale scale, Instant at) {
        return !at.isBefore(scale.start()) && !at.isAfter(scale.end());
    }

    /// The stretch of time that a chart of the plan shows: all bars with their fins, promises and today unless they
    /// lie far off, and a little air around.
    static TimeScale span(Planned planned, double width) {
        var start = planned.calendar().start();
        var end = planned.calendar().finish();
        for (var task : planned.calendar().tasks()) {
            if (task.start().isBefore(start)) start = task.start();
            if (task.finish().isAfter(end)) end = task.finish();
        }
        for (var chance : planned.forecast().tasks()) if (chance.p98().isAfter(end)) end = chance.p98();
        var length = Duration.between(start, end);
        if (length.compareTo(Duration.ofHours(1)) < 0) length = Duration.ofHours(1);
        var furthest = end.plus(length.dividedBy(2));
        for (var task : planned.plan().tasks()) end = reach(end, by(task.deadline()), furthest);
        var now = planned.now();
        if (now != null) end = reach(end, now, furthest);
        var air = length.dividedBy(50);
        return new TimeScale(start.minus(air), end.plus(air.multipliedBy(2)), width);
    }

    private static Instant reach(Instant end, Instant at, Instant furthest) {
        return at.isAfter(end) && at.isBefore(furthest) ? at : end;
    }
}
