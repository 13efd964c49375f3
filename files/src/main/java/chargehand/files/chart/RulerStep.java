package chargehand.files.chart;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// How far apart the names on a ruler stand, and how they are written; a day of a month, or a month of a year, where
/// years are not told apart.
record RulerStep(Period apart, String pattern) {
    private static final List<RulerStep> ALL = List.of(
            days(1),
            days(7),
            days(14),
            months(1),
            months(2),
            months(3),
            months(6),
            years(1),
            years(2),
            years(5),
            years(10),
            years(20),
            years(50),
            years(100));

    private static RulerStep days(int days) {
        return new RulerStep(Period.ofDays(days), "d LLL");
    }

    private static RulerStep months(int months) {
        return new RulerStep(Period.ofMonths(months), "LLL uu");
    }

    private static RulerStep years(int years) {
        return new RulerStep(Period.ofYears(years), "uuuu");
    }

    /// Longer than this, months say it better than days.
    private static final Duration DAYS = Duration.ofDays(45);

    /// The closest that leaves each name as much room, in pixels.
    static RulerStep fitting(TimeScale scale, ZoneId zone, double room) {
        var day = LocalDate.ofInstant(scale.start(), zone);
        return ALL.stream()
                .filter(step -> step.apart.getDays() == 0 || scale.length().compareTo(DAYS) <= 0)
                .filter(step -> {
                    var next = day.plus(step.apart).atStartOfDay(zone).toInstant();
                    return scale.x(next) - scale.x(day.atStartOfDay(zone).toInstant()) >= room;
                })
                .findFirst()
                .orElse(ALL.getLast());
    }

    /// The first on or after a day: a Monday where weeks are told, a January or a round year where months or years are.
    LocalDate first(LocalDate day) {
        if (apart.getDays() == 1) return day;
        if (apart.getDays() > 1) return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var begin = apart.getYears() > 0
                ? LocalDate.of(day.getYear() / apart.getYears() * apart.getYears(), 1, 1)
                : day.withDayOfMonth(1)
                        .withMonth((day.getMonthValue() - 1) / apart.getMonths() * apart.getMonths() + 1);
        return begin.isBefore(day) ? begin.plus(apart) : begin;
    }
}
