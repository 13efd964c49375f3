package chargehand.engine.plans;

import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A working calendar in one line: `zone Europe/Amsterdam; Mo-Fr 9-13, 14-18; Sa 9-12; 2027-01-06 off`.
final class TextCalendar {
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private TextCalendar() {}

    static WorkingCalendar read(String id, String text, ZoneId usual) {
        var zone = usual;
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        for (var part : TextPlanReader.parts(text, ";").toList()) {
            var when = part.substring(0, part.indexOf(' '));
            var what = part.substring(part.indexOf(' ') + 1).strip();
            if (when.equals("zone")) zone = ZoneId.of(what);
            else if (Character.isDigit(when.charAt(0))) dates(when).forEach(date -> exceptions.put(date, ranges(what)));
            else days(when).forEach(day -> week.put(day, ranges(what)));
        }
        return new WorkingCalendar(id, id, zone, week, exceptions);
    }

    static WorkingCalendar without(WorkingCalendar usual, String id, String dates) {
        var off = TextPlanReader.parts(dates, ",").flatMap(TextCalendar::dates).toArray(LocalDate[]::new);
        return usual.daysOff(id, off);
    }

    private static Stream<LocalDate> dates(String text) {
        var ends = text.split("\\.\\.");
        return LocalDate.parse(ends[0])
                .datesUntil(LocalDate.parse(ends[ends.length - 1]).plusDays(1));
    }

    private static Stream<DayOfWeek> days(String text) {
        var ends = text.split("-");
        return Stream.iterate(
                        DAYS.indexOf(ends[0]) + 1,
                        day -> day <= DAYS.indexOf(ends[ends.length - 1]) + 1,
                        day -> day + 1)
                .map(DayOfWeek::of);
    }

    private static List<TimeRange> ranges(String text) {
        if (text.equals("off")) return List.of();
        return TextPlanReader.parts(text, ",")
                .map(each -> each.split("-"))
                .map(ends -> new TimeRange(minute(ends[0]), minute(ends[1])))
                .toList();
    }

    private static int minute(String clock) {
        if (!clock.contains(":")) return Integer.parseInt(clock) * 60;
        var parts = clock.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    static String words(WorkingCalendar calendar) {
        var week = calendar.week().entrySet().stream()
                .map(day -> "; " + DAYS.get(day.getKey().getValue() - 1) + " " + words(day.getValue()));
        var exceptions = calendar.exceptions().entrySet().stream()
                .map((Map.Entry<LocalDate, List<TimeRange>> day) -> "; " + day.getKey() + " " + words(day.getValue()));
        return "zone " + calendar.zone() + Stream.concat(week, exceptions).collect(Collectors.joining());
    }

    private static String words(List<TimeRange> ranges) {
        if (ranges.isEmpty()) return "off";
        return ranges.stream()
                .map(each -> clock(each.fromInclusive()) + "-" + clock(each.toExclusive()))
                .collect(Collectors.joining(", "));
    }

    private static String clock(int minute) {
        return minute == TimeRange.MINUTES_OF_DAY
                ? "24"
                : LocalTime.ofSecondOfDay(minute * 60L).toString();
    }
}
