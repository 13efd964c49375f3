package chargehand.files.chart;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.files.report.DatesChart;
import chargehand.files.report.DatesChart.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Promised dates as marks: names at the left, their fins and flags at the right, days, months or years above.
final class DatesDrawing {
    private static final double RULER = 34;
    private static final double ROW = 54;
    private static final double BAR = 14;
    private static final double NAMES = 250;
    /// Room for the name of a day, a month or a year.
    private static final double NAME = 48;

    private final DatesChart chart;
    private final Typeface typeface;
    private final double width;
    private final Locale locale;
    private final TimeScale scale;
    private final List<Mark> marks = new ArrayList<>();

    DatesDrawing(DatesChart chart, Typeface typeface, double width, String language) {
        this.chart = chart;
        this.typeface = typeface;
        this.width = width;
        locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
        scale = scale(chart, width - NAMES);
    }

    /// From the first moment that is drawn to the last, with air at both ends.
    private static TimeScale scale(DatesChart chart, double width) {
        var moments = Stream.concat(
                        Stream.of(chart.now()), chart.rows().stream().flatMap(DatesDrawing::moments))
                .sorted()
                .toList();
        var length = Duration.between(moments.getFirst(), moments.getLast());
        if (length.compareTo(Duration.ofDays(2)) < 0) length = Duration.ofDays(2);
        return new TimeScale(
                moments.getFirst().minus(length.dividedBy(40)),
                moments.getFirst().plus(length).plus(length.dividedBy(12)),
                width);
    }

    private static Stream<Instant> moments(Row row) {
        return Stream.concat(
                        row.quantiles().isEmpty() ? Stream.of(row.planned()) : row.quantiles().stream(),
                        Stream.ofNullable(row.promised()))
                .filter(Objects::nonNull);
    }

    static double height(int rows) {
        return RULER + rows * ROW + 6;
    }

    /// Rows from one to before another, with a ruler of their own.
    List<Mark> marks(int from, int to, double top) {
        marks.clear();
        double bottom = top + RULER + (to - from) * ROW;
        ruler(top, bottom);
        double now = x(chart.now());
        marks.add(Sheet.line(now, top + RULER - 8, now, bottom, Pen.TODAY));
        for (int i = from; i < to; i++) row(chart.rows().get(i), top + RULER + (i - from) * ROW);
        return List.copyOf(marks);
    }

    private double x(Instant at) {
        return NAMES + scale.x(at);
    }

    /// Days, months or years, whichever have room; the line of now has its word above them.
    private void ruler(double top, double bottom) {
        double now = x(chart.now());
        double half = typeface.width(chart.nowWord(), 11, true) / 2;
        label(
                Math.clamp(now, NAMES + half, width - half),
                top + 9,
                chart.nowWord(),
                11,
                true,
                Mark.Anchor.MIDDLE,
                Tone.ACCENT);
        var step = RulerStep.fitting(scale, chart.zone(), NAME);
        var names = DateTimeFormatter.ofPattern(
                locale == Locale.GERMANY ? step.pattern().replace("d ", "d. ") : step.pattern(), locale);
        var day = step.first(LocalDate.ofInstant(scale.start(), chart.zone()).plusDays(1));
        for (; ; day = day.plus(step.apart())) {
            var at = day.atStartOfDay(chart.zone()).toInstant();
            if (!at.isBefore(scale.end())) break;
            marks.add(Sheet.line(x(at), top + RULER - 14, x(at), bottom, Pen.ROW_RULE));
            if (x(at) + NAME < width)
                label(x(at) + 3, top + RULER - 6, names.format(day), 11, false, Mark.Anchor.START, Tone.INK_3);
        }
        marks.add(Sheet.line(0, top + RULER, width, top + RULER, Pen.RULE));
    }

    private void row(Row row, double top) {
        double room = NAMES - 16;
        label(0, top + 17, typeface.fitted(row.name(), room, 13, true), 13, true, Mark.Anchor.START, Tone.INK);
        for (int i = 0; i < Math.min(2, row.notes().size()); i++) {
            var note = typeface.fitted(row.notes().get(i), room, 11, false);
            label(0, top + 32 + i * 14, note, 11, false, Mark.Anchor.START, Tone.INK_2);
        }
        double base = top + 36;
        if (row.done()) done(row, base);
        else if (row.quantiles().isEmpty()) block(x(chart.now()), x(row.planned()), base, BAR, Tone.WORK);
        else fin(row, base);
        if (row.promised() != null) flag(row, row.promised(), base);
        marks.add(Sheet.line(0, top + ROW, width, top + ROW, Pen.ROW_RULE));
    }

    /// What is over has no fin.
    private void done(Row row, double base) {
        block(NAMES, x(row.planned()), base, BAR / 3, Tone.DONE);
    }

    private void fin(Row row, double base) {
        var q = row.quantiles();
        var chance = new Chance(q.get(0), q.get(1), q.get(2), q.get(3), q.get(4), q.get(5));
        var start = q.getFirst().isBefore(chart.now()) ? chart.now() : q.getFirst();
        var fin = Fin.of(chance, scale, start);
        if (fin.isEmpty()) block(x(chart.now()), x(row.planned()), base, BAR, Tone.WORK);
        else {
            block(x(chart.now()), NAMES + fin.start(), base, BAR, Tone.WORK);
            marks.add(Shift.right(new Mark.Area(fin.outline(base, BAR, 0), Tone.WORK, true), NAMES));
        }
        double likely = x(chance.p80());
        marks.add(Sheet.line(likely, base - BAR - 2, likely, base + 2, Pen.TICK));
    }

    private void block(double from, double to, double base, double height, Tone tone) {
        if (to > from) marks.add(new Mark.Block(from, base - height, to - from, height, 0, tone));
    }

    /// The flag, and beside it the chance in figures.
    private void flag(Row row, Instant promised, double base) {
        var standing = row.percent() == null ? Standing.SAFE : Standing.of(row.percent());
        double x = x(promised);
        marks.add(Sheet.line(x, base - BAR - 8, x, base + 2, Pen.POLE));
        marks.add(new Mark.Placed(Sign.PENNANT, x, base - BAR - 8, standing.fill(), true));
        if (row.percent() == null) return;
        var said = row.percent() + "\u00a0%";
        boolean after = x + 12 + typeface.width(said, 11, true) <= width;
        var tone = switch (standing) {
            case SAFE -> Tone.INK;
            case AT_RISK -> Tone.RISK;
            case LATE -> Tone.LATE;
        };
        label(
                after ? x + 11 : x - 4,
                base - BAR - 1,
                said,
                11,
                true,
                after ? Mark.Anchor.START : Mark.Anchor.END,
                tone);
    }

    private void label(double x, double y, String text, double size, boolean bold, Mark.Anchor anchor, Tone tone) {
        marks.add(new Mark.Label(x, y, text, size, bold, anchor, tone));
    }
}
