package chargehand.engine.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// When somebody works: a week that repeats, and the days that differ from it, on the wall clock of one zone.
///
/// Ranges of a day are ordered, do not touch or overlap (those given are merged), and an absent day of the week is
/// free. An exception replaces its whole day; an empty one is a day off. On the day that a clock goes forward, work
/// that would fall into the lost hour is not done and the hour counts as no working time; on the day that it goes
/// back, the repeated hour counts twice. So 0:00–24:00 has 23 and 25 hours then, and 9:00–17:00 always eight.
public record WorkingCalendar(
        String id,
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<TimeRange>> week,
        NavigableMap<LocalDate, List<TimeRange>> exceptions) {

    public WorkingCalendar {
        var days = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        week.forEach((day, ranges) -> {
            if (!ranges.isEmpty()) days.put(day, merged(ranges));
        });
        week = Collections.unmodifiableMap(days);
        var dates = new TreeMap<LocalDate, List<TimeRange>>();
        exceptions.forEach((date, ranges) -> dates.put(date, merged(ranges)));
        exceptions = Collections.unmodifiableNavigableMap(dates);
    }

    /// Monday to Friday, 9:00–13:00 and 14:00–18:00: eight hours a day.
    public static WorkingCalendar officeHours(String id, ZoneId zone) {
        return weekdays(id, zone, TimeRange.ofHours(9, 13), TimeRange.ofHours(14, 18));
    }

    public static WorkingCalendar weekdays(String id, ZoneId zone, TimeRange... ranges) {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (day.getValue() <= 5) week.put(day, List.of(ranges));
        return new WorkingCalendar(id, id, zone, week, new TreeMap<>());
    }

    /// Every minute of every day.
    public static WorkingCalendar aroundTheClock(String id, ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) week.put(day, List.of(TimeRange.WHOLE_DAY));
        return new WorkingCalendar(id, id, zone, week, new TreeMap<>());
    }

    /// The working ranges of a date, ordered; empty on a day off.
    public List<TimeRange> on(LocalDate date) {
        var exception = exceptions.get(date);
        return exception != null ? exception : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /// The same calendar under another id, with further exceptions that win over those here.
    public WorkingCalendar with(String newId, Map<LocalDate, List<TimeRange>> further) {
        var all = new TreeMap<>(exceptions);
        all.putAll(further);
        return new WorkingCalendar(newId, name, zone, week, all);
    }

    public WorkingCalendar daysOff(String newId, LocalDate... dates) {
        var off = new TreeMap<LocalDate, List<TimeRange>>();
        for (var date : dates) off.put(date, List.of());
        return with(newId, off);
    }

    /// The working minutes of the commonest working day, 480 if no day is worked: what "a day" of work means
    /// here.
    public int minutesOfADay() {
        var counts = new TreeMap<Integer, Integer>();
        for (var ranges : week.values())
            counts.merge(ranges.stream().mapToInt(TimeRange::minutes).sum(), 1, Integer::sum);
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(480);
    }

    private static List<TimeRange> merged(List<TimeRange> ranges) {
        if (ranges.size() < 2) return List.copyOf(ranges);
        var sorted = ranges.stream().sorted().toList();
        var result = new ArrayList<TimeRange>();
        var open = sorted.getFirst();
        for (var next : sorted.subList(1, sorted.size())) {
            if (next.fromInclusive() <= open.toExclusive()) {
                open = new TimeRange(open.fromInclusive(), Math.max(open.toExclusive(), next.toExclusive()));
            } else {
                result.add(open);
                open = next;
            }
        }
        result.add(open);
        return List.copyOf(result);
    }
}
