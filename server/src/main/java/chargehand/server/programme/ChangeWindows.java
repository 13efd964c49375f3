package chargehand.server.programme;

import chargehand.engine.plan.Window;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When changes may be made: a stretch of the wall clock on days that come again. On a day on which the clocks change
/// it begins and ends by the clock all the same.
///
/// @param minutes on the wall clock
record ChangeWindows(Recurrence days, LocalTime from, int minutes) {
    private static final int DAY = 24 * 60;

    static final ChangeWindows USUAL =
            new ChangeWindows(new Recurrence("FREQ=WEEKLY;BYDAY=TU,TH"), LocalTime.of(14, 0), 240);

    static ChangeWindows of(@Nullable String rule, @Nullable LocalTime from, @Nullable Integer minutes) {
        if (rule == null || rule.isBlank()) return USUAL;
        var begin = from == null ? USUAL.from() : from;
        int length = minutes == null ? USUAL.minutes() : minutes;
        if (length < 30 || length > DAY) throw Problem.invalid("minutes", "A window lasts 30 minutes to a day.");
        return new ChangeWindows(Recurrence.of("rule", rule), begin, length);
    }

    /// The first of them that begin at `after` or later.
    ///
    /// @param most so many at most, within two years
    List<Window> after(Instant after, ZoneId zone, int most) {
        var first = LocalDate.ofInstant(after, zone);
        var windows = new ArrayList<Window>();
        for (var day : days.days(first, first, first.plusYears(2))) {
            var begin = day.atTime(from);
            var start = begin.atZone(zone).toInstant();
            var end = begin.plusMinutes(minutes).atZone(zone).toInstant();
            if (!start.isBefore(after) && start.isBefore(end)) windows.add(new Window(start, end));
            if (windows.size() == most) break;
        }
        return windows;
    }
}
