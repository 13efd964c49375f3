package chargehand.server.people;

import chargehand.engine.time.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/// When somebody begins, and how much of their days work can have while they learn how things are done here.
///
/// @param first the day on which they begin
/// @param rampUpWeeks of learning from that day on, 0 to 52
/// @param rampUpShare of each day that work can have in those weeks, in percent, 10 to 100
@Schema(name = "Arrival")
public record Arrival(LocalDate first, int rampUpWeeks, int rampUpShare) {
    static final int MOST_WEEKS = 52;
    static final int LEAST_SHARE = 10;

    /// The day from which they are wholly here.
    public LocalDate whole() {
        return rampUpShare == 100 ? first : first.plusWeeks(rampUpWeeks);
    }

    /// Makes exceptions of it: days before the first are off, and those of the ramp-up end sooner.
    ///
    /// @param days exceptions that hold already; a day off stays one
    /// @param firstYear none earlier is asked for, and none later than `lastYear`
    void into(
            NavigableMap<LocalDate, List<TimeRange>> days,
            Map<DayOfWeek, List<TimeRange>> week,
            int firstYear,
            int lastYear) {
        var begin = LocalDate.of(firstYear, 1, 1);
        var end = LocalDate.of(lastYear + 1, 1, 1);
        for (var day = begin; day.isBefore(first) && day.isBefore(end); day = day.plusDays(1)) days.put(day, List.of());
        for (var day = first.isAfter(begin) ? first : begin;
                day.isBefore(whole()) && day.isBefore(end);
                day = day.plusDays(1))
            days.putIfAbsent(day, shortened(week.getOrDefault(day.getDayOfWeek(), List.of())));
    }

    private List<TimeRange> shortened(List<TimeRange> day) {
        int left = day.stream().mapToInt(TimeRange::minutes).sum() * rampUpShare / 100;
        var kept = new ArrayList<TimeRange>();
        for (var range : day) {
            if (left <= 0) break;
            int minutes = Math.min(left, range.minutes());
            kept.add(new TimeRange(range.fromInclusive(), range.fromInclusive() + minutes));
            left -= minutes;
        }
        return kept;
    }
}
