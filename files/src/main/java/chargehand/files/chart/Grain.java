package chargehand.files.chart;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How finely a time axis is divided, finest first.
enum Grain {
    QUARTER_HOUR(15 * 60, 38, "HH:mm"),
    HOUR(3600, 38, "HH:mm"),
    SIX_HOURS(6 * 3600, 38, "HH:mm"),
    DAY(86_400, 18, "d"),
    WEEK(7 * 86_400, 22, "d"),
    MONTH(30 * 86_400, 28, "MMM"),
    QUARTER(91 * 86_400, 26, "QQQ"),
    YEAR(365 * 86_400, 40, "yyyy");

    private final long seconds;
    private final double leastWidth;
    private final String label;

    Grain(long seconds, double leastWidth, String label) {
        this.seconds = seconds;
        this.leastWidth = leastWidth;
        this.label = label;
    }

    /// The finest whose labels fit; years if none does.
    static Grain fitting(TimeScale scale) {
        for (var grain : values())
            if (grain.seconds * scale.width() / scale.length().toSeconds() >= grain.leastWidth) return grain;
        return YEAR;
    }

    /// The coarser division written above this one; itself if there is none.
    Grain above() {
        return switch (this) {
            case QUARTER_HOUR, HOUR, SIX_HOURS -> DAY;
            case DAY, WEEK -> MONTH;
            case MONTH, QUARTER, YEAR -> YEAR;
        };
    }

    String label(ZonedDateTime at) {
        return at.format(Dates.formatter(label));
    }

    /// What to write above the finer division, the longest first.
    List<String> headings(ZonedDateTime at, boolean withYear) {
        var patterns = switch (this) {
            case DAY -> List.of(withYear ? "EEE d MMMM yyyy" : "EEE d MMM", "EEE d MMM", "d MMM");
            case MONTH -> List.of(withYear ? "MMMM yyyy" : "MMMM", withYear ? "MMM yyyy" : "MMM", "MMM");
            case QUARTER_HOUR, HOUR, SIX_HOURS, WEEK, QUARTER, YEAR -> List.of("yyyy");
        };
        return patterns.stream()
                .map(pattern -> at.format(Dates.formatter(pattern)).replace(' ', '\u00a0'))
                .toList();
    }

    /// The last boundary at or before a moment.
    ZonedDateTime floor(ZonedDateTime at) {
        var day = at.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case QUARTER_HOUR ->
                at.truncatedTo(ChronoUnit.HOURS).with(LocalTime.of(at.getHour(), at.getMinute() / 15 * 15));
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case SIX_HOURS -> day.withHour(at.getHour() / 6 * 6);
            case DAY -> day;
            case WEEK -> day.minusDays(at.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((at.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /// The boundary after one.
    ZonedDateTime next(ZonedDateTime boundary) {
        return switch (this) {
            case QUARTER_HOUR -> boundary.plusMinutes(15);
            case HOUR -> boundary.plusHours(1);
            case SIX_HOURS -> floor(boundary.plusHours(7));
            case DAY -> boundary.plusDays(1);
            case WEEK -> boundary.plusWeeks(1);
            case MONTH -> boundary.plusMonths(1);
            case QUARTER -> boundary.plus(Period.ofMonths(3));
            case YEAR -> boundary.plusYears(1);
        };
    }
}
