package chargehand.files.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as files write them. Those without a zone are read as UTC; a day without a time is its first
/// moment.
///
/// @param monthFirst how to read 3/4/2026
record Dates(boolean monthFirst) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})(?:[T ]+(.*))?");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?:[T ,]+(.*))?");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})[-/. ]+([A-Za-z]{3})[a-z]*\\.?[-/. ]+(\\d{4}|\\d{2})(?:[T ,]+(.*))?");
    private static final Pattern NAMED_FIRST =
            Pattern.compile("([A-Za-z]{3})[a-z]*\\.?[-/. ]+(\\d{1,2}),?[-/. ]+(\\d{4}|\\d{2})(?:[T ,]+(.*))?");
    private static final Pattern CLOCK = Pattern.compile(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp])?\\.?[Mm]?\\.?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int EARLIEST = 1970;
    private static final int LATEST = 2100;
    private static final int CENTURY = 70;

    /// Null if the text is no date that a project could have.
    @Nullable
    Instant read(String text) {
        try {
            var trimmed = text.strip();
            Matcher match = ISO.matcher(trimmed);
            if (match.matches()) return at(day(number(match, 1), number(match, 2), number(match, 3)), match.group(4));
            match = NUMBERS.matcher(trimmed);
            if (match.matches()) {
                int month = number(match, monthFirst ? 1 : 2);
                int day = number(match, monthFirst ? 2 : 1);
                return at(day(year(match.group(3)), month, day), match.group(4));
            }
            match = NAMED.matcher(trimmed);
            if (match.matches())
                return at(day(year(match.group(3)), month(match.group(2)), number(match, 1)), match.group(4));
            match = NAMED_FIRST.matcher(trimmed);
            if (match.matches())
                return at(day(year(match.group(3)), month(match.group(1)), number(match, 2)), match.group(4));
            return null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /// What a date in numbers says about the order of day and month: 1 month first, -1 day first, 0 either.
    static int order(String text) {
        var match = NUMBERS.matcher(text.strip());
        if (!match.matches()) return 0;
        if (number(match, 1) > 12) return -1;
        return number(match, 2) > 12 ? 1 : 0;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 4 ? year : year < CENTURY ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        int month = MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) throw new DateTimeException(name);
        return month;
    }

    private static LocalDate day(int year, int month, int day) {
        if (year < EARLIEST || year > LATEST) throw new DateTimeException("year " + year);
        return LocalDate.of(year, month, day);
    }

    private static @Nullable Instant at(LocalDate day, @Nullable String clock) {
        if (clock == null || clock.isBlank()) return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        var match = CLOCK.matcher(clock.strip());
        if (!match.matches()) return null;
        int hour = number(match, 1);
        if (match.group(4) != null) {
            hour %= 12;
            if (match.group(4).equalsIgnoreCase("p")) hour += 12;
        }
        var time = LocalTime.of(hour, number(match, 2), match.group(3) == null ? 0 : number(match, 3));
        var zone = match.group(5);
        if (zone == null || zone.equals("Z") || zone.equals("UTC"))
            return LocalDateTime.of(day, time).toInstant(ZoneOffset.UTC);
        return OffsetDateTime.of(day, time, ZoneOffset.of(zone)).toInstant();
    }
}
