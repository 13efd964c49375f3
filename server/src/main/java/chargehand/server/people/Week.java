package chargehand.server.people;

import chargehand.engine.time.TimeRange;
import chargehand.server.shared.Problem;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A working week as it is written: ranges of a day as `09:00-13:00`, an absent day is free.
public record Week(
        @Nullable List<String> monday,
        @Nullable List<String> tuesday,
        @Nullable List<String> wednesday,
        @Nullable List<String> thursday,
        @Nullable List<String> friday,
        @Nullable List<String> saturday,
        @Nullable List<String> sunday) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");

    /// Monday to Friday, 9:00–13:00 and 14:00–18:00.
    public static final Week OFFICE_HOURS = weekdays(List.of("09:00-13:00", "14:00-18:00"));

    public static Week weekdays(List<String> ranges) {
        return new Week(ranges, ranges, ranges, ranges, ranges, null, null);
    }

    public static Week of(Map<DayOfWeek, List<TimeRange>> days) {
        return new Week(
                text(days, DayOfWeek.MONDAY),
                text(days, DayOfWeek.TUESDAY),
                text(days, DayOfWeek.WEDNESDAY),
                text(days, DayOfWeek.THURSDAY),
                text(days, DayOfWeek.FRIDAY),
                text(days, DayOfWeek.SATURDAY),
                text(days, DayOfWeek.SUNDAY));
    }

    private static @Nullable List<String> text(Map<DayOfWeek, List<TimeRange>> days, DayOfWeek day) {
        var ranges = days.getOrDefault(day, List.of());
        return ranges.isEmpty() ? null : ranges.stream().map(Week::text).toList();
    }

    /// As "09:00-13:00".
    public static String text(TimeRange range) {
        return "%02d:%02d-%02d:%02d"
                .formatted(
                        range.fromInclusive() / 60,
                        range.fromInclusive() % 60,
                        range.toExclusive() / 60,
                        range.toExclusive() % 60);
    }

    /// As the engine takes it.
    ///
    /// @throws Problem if a range can't be read, or ends before it begins
    public Map<DayOfWeek, List<TimeRange>> days() {
        var days = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var written = on(day);
            if (written != null && !written.isEmpty()) days.put(day, ranges(written));
        }
        return days;
    }

    private @Nullable List<String> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    /// The ranges of one day, as in `["09:00-13:00"]`.
    public static List<TimeRange> ranges(List<String> written) {
        var ranges = new ArrayList<TimeRange>();
        for (var each : written) ranges.add(range(each));
        return ranges;
    }

    private static TimeRange range(String written) {
        var match = RANGE.matcher(written.strip());
        if (!match.matches()) throw unreadable(written);
        int from = minutes(match.group(1), match.group(2), written);
        int to = minutes(match.group(3), match.group(4), written);
        if (from >= to) throw unreadable(written);
        return new TimeRange(from, to);
    }

    private static int minutes(String hours, String minutes, String written) {
        int all = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) > 59 || all > TimeRange.MINUTES_OF_DAY) throw unreadable(written);
        return all;
    }

    private static Problem unreadable(String written) {
        return Problem.invalid("week", "“%s” is no part of a day.".formatted(written))
                .hint("Write it as 09:00-13:00; the end comes after the beginning, and a day ends at 24:00.");
    }
}
