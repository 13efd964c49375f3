package chargehand.server.assets;

import chargehand.engine.plan.Window;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// When changes may be made: a stretch of the wall clock on days that come again. On a day on which the clocks change
/// it begins and ends by the clock all the same.
///
/// @param minutes on the wall clock
public record ChangeWindows(Recurrence days, LocalTime from, int minutes) {
    private static final int DAY = 24 * 60;
    private static final int YEARS = 2;

    public static final ChangeWindows USUAL =
            new ChangeWindows(Recurrence.of("rule", "FREQ=WEEKLY;BYDAY=TU,TH"), LocalTime.of(14, 0), 240);

    /// What is absent is as usual.
    public static ChangeWindows of(@Nullable String rule, @Nullable LocalTime from, @Nullable Integer minutes) {
        if (rule == null || rule.isBlank()) return USUAL;
        var begin = from == null ? USUAL.from() : from;
        int length = minutes == null ? USUAL.minutes() : minutes;
        if (length < 30 || length > DAY) throw Problem.invalid("minutes", "A window lasts 30 minutes to a day.");
        return new ChangeWindows(Recurrence.of("rule", rule), begin, length);
    }

    /// The first of them that begin at `after` or later.
    ///
    /// @param most so many at most, within two years
    public List<Window> after(Instant after, ZoneId zone, int most) {
        var first = LocalDate.ofInstant(after, zone);
        return on(days.days(first, first, first.plusYears(YEARS)), zone, day -> true).stream()
                .filter(each -> !each.fromInclusive().isBefore(after))
                .limit(most)
                .toList();
    }

    /// Those that begin on days of `[from, to)`.
    ///
    /// @param first the day from which their rule counts
    /// @param open whether changes may be made on a day; a window that reaches into another is left out
    public List<Window> within(LocalDate first, LocalDate from, LocalDate to, ZoneId zone, Predicate<LocalDate> open) {
        return on(days.days(first, from, to), zone, open);
    }

    private List<Window> on(List<LocalDate> all, ZoneId zone, Predicate<LocalDate> open) {
        var windows = new ArrayList<Window>();
        for (var day : all) {
            var begin = day.atTime(from);
            var end = begin.plusMinutes(minutes);
            var start = begin.atZone(zone).toInstant();
            var stop = end.atZone(zone).toInstant();
            if (open.test(day) && open.test(end.minusNanos(1).toLocalDate()) && start.isBefore(stop))
                windows.add(new Window(start, stop));
        }
        return windows;
    }
}
