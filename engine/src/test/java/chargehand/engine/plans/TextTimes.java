package chargehand.engine.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// Moments and amounts of time as plans in text write them.
///
/// A moment is `2027-01-04` (its first minute), `2027-01-04 09:00` on the clock of the zone, or `2027-01-04T08:00Z`.
/// An amount is `2d`, `3h`, `45m` or several of them.
record TextTimes(ZoneId zone, int minutesOfADay) {
    private static final int MINUTES_OF_CLOCK_DAY = 24 * 60;
    private static final Pattern PART = Pattern.compile("(\\d+)([dhm])\\s*");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    Instant moment(String text) {
        if (text.endsWith("Z")) return Instant.parse(text.replace("Z", ":00Z"));
        return text.contains(" ")
                ? LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant()
                : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }

    /// A moment in words that [#moment] reads back to the same.
    String words(Instant moment) {
        var local = LOCAL.format(moment.atZone(zone));
        return moment(local).equals(moment)
                ? local
                : moment.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
    }

    /// Working time: a day has as many minutes as on the project's calendar.
    int work(String text) {
        return minutes(text, minutesOfADay);
    }

    /// Time by the clock: a day has 24 hours.
    int clock(String text) {
        return minutes(text, MINUTES_OF_CLOCK_DAY);
    }

    private static int minutes(String text, int ofADay) {
        var part = PART.matcher(text);
        int sum = 0;
        int end = 0;
        while (part.find(end) && part.start() == end) {
            int unit = switch (part.group(2)) {
                case "d" -> ofADay;
                case "h" -> 60;
                default -> 1;
            };
            sum += Integer.parseInt(part.group(1)) * unit;
            end = part.end();
        }
        if (end == 0 || end < text.length())
            throw new IllegalArgumentException("\"%s\" is no amount of time, as 2d 3h 45m is.".formatted(text));
        return sum;
    }

    static String amount(long minutes) {
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }
}
