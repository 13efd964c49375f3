package chargehand.files.own;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Moments as spreadsheets show them: `2027-01-11`, `2027-01-11 9:00`, `11.01.2027 09:00`, and all that
/// [Times] reads.
record CsvTimes(Times times) {
    private static final Pattern SPREADSHEET = Pattern.compile(
            "(?:(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)|(?<dd>\\d{1,2})\\.(?<mm>\\d{1,2})\\.(?<yy>\\d{4}))"
                    + "(?:[ T]+(?<time>\\d{1,2}:\\d\\d(?::\\d\\d)?))?");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    static CsvTimes of(ZoneId zone) {
        return new CsvTimes(new Times(zone));
    }

    Instant start(String text) throws BadValue {
        return times.start(plain(text));
    }

    Instant end(String text) throws BadValue {
        return times.end(plain(text));
    }

    /// On the clock of the zone; with the offset where that clock shows the same time twice.
    String text(Instant instant) {
        var local = instant.atZone(times.zone()).toLocalDateTime();
        return local.atZone(times.zone()).toInstant().equals(instant) ? LOCAL.format(local) : times.text(instant);
    }

    private static String plain(String text) {
        var parts = SPREADSHEET.matcher(text);
        if (!parts.matches()) return text;
        var date = parts.group("y") == null
                ? parts.group("yy") + "-" + twoDigits(parts.group("mm")) + "-" + twoDigits(parts.group("dd"))
                : parts.group("y") + "-" + parts.group("m") + "-" + parts.group("d");
        var time = parts.group("time");
        return time == null ? date : date + "T" + (time.indexOf(':') == 1 ? "0" + time : time);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
