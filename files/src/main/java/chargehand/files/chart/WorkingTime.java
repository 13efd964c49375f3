package chargehand.files.chart;

import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// The few sums with working time that a drawing needs, day by day.
final class WorkingTime {
    /// A calendar on which nobody ever works must not be searched for ever.
    private static final int DAYS_AT_MOST = 366 * 20;

    private WorkingTime() {}

    /// The end of so many working minutes from a moment on; the moment itself if there are none.
    static Instant after(WorkingCalendar calendar, Instant from, int minutes) {
        var at = from;
        var date = from.atZone(calendar.zone()).toLocalDate();
        for (int day = 0; minutes > 0 && day < DAYS_AT_MOST; day++, date = date.plusDays(1)) {
            for (var range : calendar.on(date)) {
                var begin = later(from, moment(calendar, date, range.fromInclusive()));
                var end = moment(calendar, date, range.toExclusive());
                long here = minutes(begin, end);
                if (here <= 0) continue;
                if (here >= minutes) return begin.plus(Duration.ofMinutes(minutes));
                minutes -= (int) here;
                at = end;
            }
        }
        return at;
    }

    /// Working minutes from a moment to another.
    static long between(WorkingCalendar calendar, Instant from, Instant to) {
        long sum = 0;
        var last = to.atZone(calendar.zone()).toLocalDate();
        for (var date = from.atZone(calendar.zone()).toLocalDate(); !date.isAfter(last); date = date.plusDays(1))
            for (var range : calendar.on(date)) sum += overlap(calendar, date, range, from, to);
        return sum;
    }

    static Instant moment(WorkingCalendar calendar, LocalDate date, int minuteOfDay) {
        return minuteOfDay == TimeRange.MINUTES_OF_DAY
                ? date.plusDays(1).atStartOfDay(calendar.zone()).toInstant()
                : date.atTime(minuteOfDay / 60, minuteOfDay % 60)
                        .atZone(calendar.zone())
                        .toInstant();
    }

    private static long overlap(WorkingCalendar calendar, LocalDate date, TimeRange range, Instant from, Instant to) {
        var begin = later(from, moment(calendar, date, range.fromInclusive()));
        var end = moment(calendar, date, range.toExclusive());
        return Math.max(0, minutes(begin, end.isBefore(to) ? end : to));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }
}
