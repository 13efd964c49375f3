package chargehand.server.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// When the product asks and tells by itself: Monday to Friday, from eight in the morning on.
final class Workday {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private Workday() {}

    static boolean hasBegun(ZonedDateTime here) {
        return isOne(here.toLocalDate()) && !here.toLocalTime().isBefore(MORNING);
    }

    /// The day itself, or the next one that is a workday.
    static LocalDate from(LocalDate day) {
        var from = day;
        while (!isOne(from)) from = from.plusDays(1);
        return from;
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
