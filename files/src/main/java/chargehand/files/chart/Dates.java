package chargehand.files.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes moments on the clock of the project's zone, in English, with no-break spaces inside.
///
/// How much a short date says depends on the plan: a plan of hours needs the time, one of several years the
/// year.
final class Dates {
    private enum Grain {
        HOURS("HH:mm"),
        DAYS("d\u00a0MMM"),
        YEARS("d\u00a0MMM\u00a0yyyy");

        private final DateTimeFormatter format;

        Grain(String pattern) {
            format = formatter(pattern);
        }
    }

    private static final DateTimeFormatter LONG = formatter("EEE\u00a0d\u00a0MMMM\u00a0yyyy");
    private static final DateTimeFormatter SPOKEN = formatter("EEEE d MMMM");
    private static final DateTimeFormatter CLOCK = formatter("HH:mm");
    private static final DateTimeFormatter WEEKDAY = formatter("EEE\u00a0d\u00a0MMM");

    private final ZoneId zone;
    private final Grain grain;

    /// @param from when the plan starts
    /// @param to when it ends
    Dates(ZoneId zone, Instant from, Instant to) {
        this.zone = zone;
        if (Duration.between(from, to).compareTo(Duration.ofHours(20)) <= 0) grain = Grain.HOURS;
        else grain = year(from) == year(to) ? Grain.DAYS : Grain.YEARS;
    }

    /// For a cell of a table: "12 Mar".
    String brief(Instant at) {
        return at.atZone(zone).format(grain.format);
    }

    /// The same for an end: what ends at midnight ends on the day before.
    String briefEnd(Instant at) {
        return grain == Grain.HOURS ? brief(at) : endDay(at).format(grain.format);
    }

    /// "Fri 12 March 2027"
    String full(Instant at) {
        return at.atZone(zone).format(LONG);
    }

    String fullEnd(Instant at) {
        return endDay(at).format(LONG);
    }

    /// "Fri 12 Mar"
    String weekday(Instant at) {
        return at.atZone(zone).format(WEEKDAY);
    }

    /// "Monday 22 February 09:00", for a voice.
    String spoken(Instant at) {
        return at.atZone(zone).format(SPOKEN) + " " + clock(at);
    }

    String spokenEndDay(Instant at) {
        return endDay(at).format(SPOKEN);
    }

    /// "09:00"
    String clock(Instant at) {
        return at.atZone(zone).format(CLOCK);
    }

    /// The clock of an end, on which midnight is "24:00".
    String clockEnd(Instant at) {
        var clock = clock(at);
        return clock.equals("00:00") ? "24:00" : clock;
    }

    /// The widest that a short date can be.
    String widest() {
        return switch (grain) {
            case HOURS -> "00:00";
            case DAYS -> "28\u00a0May";
            case YEARS -> "28\u00a0May\u00a02028";
        };
    }

    /// Whether short dates are times of one day.
    boolean areTimes() {
        return grain == Grain.HOURS;
    }

    LocalDate endDay(Instant at) {
        return at.minusSeconds(1).atZone(zone).toLocalDate();
    }

    private int year(Instant at) {
        return at.atZone(zone).getYear();
    }

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
