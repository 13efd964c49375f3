package chargehand.files.chart;

import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// A stretch in which the project rests.
///
/// @param holiday a day off by exception, not by the week
record OffTime(double x, double width, boolean holiday) {
    private static final double NARROWEST_DAY = 2;
    private static final double NARROWEST_DAY_WITH_NIGHTS = 120;

    /// From left to right, neighbours of one kind joined; none where days are too narrow to be told apart. Nights are
    /// drawn only where hours are.
    static List<OffTime> on(WorkingCalendar calendar, TimeScale scale) {
        double day = scale.width(Duration.ofDays(1));
        if (day < NARROWEST_DAY || calendar.week().isEmpty()) return List.of();
        var found = new ArrayList<OffTime>();
        var last = scale.end().atZone(calendar.zone()).toLocalDate();
        for (var date = scale.start().atZone(calendar.zone()).toLocalDate();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            var ranges = calendar.on(date);
            if (ranges.isEmpty()) add(found, calendar, scale, date, 0, TimeRange.MINUTES_OF_DAY);
            else if (day >= NARROWEST_DAY_WITH_NIGHTS) addBetween(found, calendar, scale, date, ranges);
        }
        return found;
    }

    private static void addBetween(
            List<OffTime> found, WorkingCalendar calendar, TimeScale scale, LocalDate date, List<TimeRange> ranges) {
        int from = 0;
        for (var range : ranges) {
            add(found, calendar, scale, date, from, range.fromInclusive());
            from = range.toExclusive();
        }
        add(found, calendar, scale, date, from, TimeRange.MINUTES_OF_DAY);
    }

    private static void add(
            List<OffTime> found, WorkingCalendar calendar, TimeScale scale, LocalDate date, int from, int to) {
        if (from >= to) return;
        double x = clamp(scale, moment(calendar, date, from));
        double end = clamp(scale, moment(calendar, date, to));
        if (end <= x) return;
        boolean holiday = isHoliday(calendar, date);
        if (!found.isEmpty()) {
            var before = found.getLast();
            if (before.holiday == holiday && x - (before.x + before.width) < 0.01) {
                found.set(found.size() - 1, new OffTime(before.x, end - before.x, holiday));
                return;
            }
        }
        found.add(new OffTime(x, end - x, holiday));
    }

    private static Instant moment(WorkingCalendar calendar, LocalDate date, int minuteOfDay) {
        var start = date.atStartOfDay(calendar.zone());
        return minuteOfDay == TimeRange.MINUTES_OF_DAY
                ? date.plusDays(1).atStartOfDay(calendar.zone()).toInstant()
                : start.with(LocalTime.of(minuteOfDay / 60, minuteOfDay % 60)).toInstant();
    }

    private static boolean isHoliday(WorkingCalendar calendar, LocalDate date) {
        return calendar.on(date).isEmpty() && calendar.week().containsKey(date.getDayOfWeek());
    }

    private static double clamp(TimeScale scale, Instant at) {
        return Math.clamp(scale.x(at), 0, scale.width());
    }
}
