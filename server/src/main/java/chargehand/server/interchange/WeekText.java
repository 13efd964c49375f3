package chargehand.server.interchange;

import chargehand.engine.time.TimeRange;
import chargehand.server.people.Week;
import chargehand.server.shared.Problem;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// A working week in one cell: `Mon-Thu 09:00-13:00 14:00-18:00; Fri 09:00-13:00`, with days in English or German.
final class WeekText {
    private static final Pattern RANGE = Pattern.compile("\\d{1,2}:\\d{2}\\s*[-–]\\s*\\d{1,2}:\\d{2}");
    private static final Pattern BETWEEN = Pattern.compile("[-–]");
    private static final Map<String, DayOfWeek> DAYS = Map.ofEntries(
            Map.entry("mo", DayOfWeek.MONDAY),
            Map.entry("tu", DayOfWeek.TUESDAY),
            Map.entry("di", DayOfWeek.TUESDAY),
            Map.entry("we", DayOfWeek.WEDNESDAY),
            Map.entry("mi", DayOfWeek.WEDNESDAY),
            Map.entry("th", DayOfWeek.THURSDAY),
            Map.entry("do", DayOfWeek.THURSDAY),
            Map.entry("fr", DayOfWeek.FRIDAY),
            Map.entry("sa", DayOfWeek.SATURDAY),
            Map.entry("su", DayOfWeek.SUNDAY),
            Map.entry("so", DayOfWeek.SUNDAY));

    private WeekText() {}

    /// @throws Problem if it can't be understood
    static Week read(String cell) {
        var days = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var part : cell.split("[;\\n]")) {
            if (part.isBlank()) continue;
            var ranges = ranges(part);
            for (var day : days(RANGE.matcher(part).replaceAll(" ").replaceAll("[+/&]", ","), cell))
                days.computeIfAbsent(day, any -> new ArrayList<>()).addAll(ranges);
        }
        return Week.of(days);
    }

    private static List<TimeRange> ranges(String part) {
        var written = RANGE.matcher(part).results().map(each -> each.group()).toList();
        if (written.isEmpty()) throw unreadable(part);
        return Week.ranges(written);
    }

    private static Set<DayOfWeek> days(String text, String cell) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.split(",")) {
            if (part.isBlank()) continue;
            var ends = BETWEEN.split(part.strip());
            if (ends.length > 2) throw unreadable(cell);
            var first = day(ends[0], cell);
            var last = day(ends[ends.length - 1], cell);
            for (var day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) break;
            }
        }
        if (days.isEmpty()) throw unreadable(cell);
        return days;
    }

    private static DayOfWeek day(String text, String cell) {
        var word = text.strip().toLowerCase(Locale.ROOT).replace(":", "");
        var day = word.length() < 2 ? null : DAYS.get(word.substring(0, 2));
        if (day == null) throw unreadable(cell);
        return day;
    }

    /// The same the other way: `Mon–Thu 09:00-13:00; Fri 09:00-12:00`.
    static String write(Week week) {
        var days = week.days();
        var parts = new ArrayList<String>();
        for (int day = 1; day <= DayOfWeek.SUNDAY.getValue(); ) {
            var ranges = days.get(DayOfWeek.of(day));
            int last = day;
            while (last < DayOfWeek.SUNDAY.getValue() && Objects.equals(ranges, days.get(DayOfWeek.of(last + 1))))
                last++;
            if (ranges != null) parts.add(write(day, last, ranges));
            day = last + 1;
        }
        return String.join("; ", parts);
    }

    private static String write(int first, int last, List<TimeRange> ranges) {
        var days = first == last ? name(first) : name(first) + "-" + name(last);
        return days + " " + String.join(" ", ranges.stream().map(Week::text).toList());
    }

    private static String name(int day) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static Problem unreadable(String cell) {
        return Problem.invalid("week", "“%s” is no working week.".formatted(cell.strip()))
                .hint("Write it as Mon-Thu 09:00-13:00 14:00-18:00; Fri 09:00-13:00.");
    }
}
