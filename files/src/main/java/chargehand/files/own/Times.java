package chargehand.files.own;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// Moments as people write them: `2027-01-11`, `2027-01-11T09:00` on the clock of the zone, or
/// `2027-01-11T09:00:00+01:00`. Whole minutes, of the years 1900 to 2199.
record Times(ZoneId zone) {
    private static final String HINT =
            "Write it as \"2027-01-11\", \"2027-01-11T09:00\" or \"2027-01-11T09:00:00+01:00\".";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)");

    static ZoneId zone(String text) throws BadValue {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new BadValue(
                    "\"%s\" is no time zone".formatted(Quoted.shortened(text)), "Write it as \"Europe/Berlin\".");
        }
    }

    static LocalDate date(String text) throws BadValue {
        try {
            return checked(LocalDate.parse(text.strip()), text);
        } catch (DateTimeParseException e) {
            throw new BadValue("\"%s\" is no date".formatted(Quoted.shortened(text)), "Write it as \"2027-01-11\".");
        }
    }

    /// A date alone stands for its beginning.
    Instant start(String text) throws BadValue {
        return isDate(text) ? startOf(date(text)) : moment(text);
    }

    /// A date alone stands for its end.
    Instant end(String text) throws BadValue {
        return isDate(text) ? startOf(date(text).plusDays(1)) : moment(text);
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /// With the zone's offset, so that it is the same moment everywhere: `2027-01-11T09:00:00+01:00`.
    String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static boolean isDate(String text) {
        return DATE.matcher(text.strip()).matches();
    }

    private Instant moment(String text) throws BadValue {
        var stripped = text.strip();
        try {
            var instant = WITH_OFFSET.matcher(stripped).matches()
                    ? OffsetDateTime.parse(stripped).toInstant()
                    : LocalDateTime.parse(stripped).atZone(zone).toInstant();
            if (instant.getEpochSecond() % 60 != 0 || instant.getNano() != 0)
                throw new BadValue(
                        "\"%s\" is not a whole minute".formatted(Quoted.shortened(text)), "Leave the seconds out.");
            checked(instant.atZone(zone).toLocalDate(), text);
            return instant;
        } catch (DateTimeException e) {
            throw new BadValue("\"%s\" is no date or time".formatted(Quoted.shortened(text)), HINT);
        }
    }

    private static LocalDate checked(LocalDate date, String text) throws BadValue {
        if (date.getYear() < 1900 || date.getYear() > 2199)
            throw new BadValue(
                    "the date \"%s\" is out of bounds".formatted(Quoted.shortened(text)),
                    "Give a year from 1900 to 2199.");
        return date;
    }
}
