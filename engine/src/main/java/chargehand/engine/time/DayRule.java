package chargehand.engine.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Days that come again, by the useful part of RFC 5545, 3.3.10: FREQ (of days and above), INTERVAL, BYDAY with
/// ordinals, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, UNTIL and COUNT. What happens within a day is no part of it, so no
/// clock plays a part: a day on which the clocks change is a day.
///
/// A rule may go on for ever; it is asked for the days of a stretch of time, and costs no more the later that is,
/// unless it counts. Of days that lie more than four million of its periods after the first it tells nothing.
///
/// @param days of the week; [Nth#n] is 0 for each of them
/// @param monthDays 1 to 31, or from the end: -1 is the last
/// @param months 1 to 12
/// @param places of each set that are kept, 1 the first, -1 the last; empty for all
/// @param until the last day, or null
/// @param count how many there are in all, or 0
public record DayRule(
        Frequency frequency,
        int interval,
        List<Nth> days,
        Set<Integer> monthDays,
        Set<Integer> months,
        Set<Integer> places,
        DayOfWeek weekStart,
        @Nullable LocalDate until,
        int count) {
    public DayRule {
        days = List.copyOf(days);
        monthDays = Set.copyOf(monthDays);
        months = Set.copyOf(months);
        places = Set.copyOf(places);
    }

    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /// @param n which of them in its month or year, negative from the end; 0 for each
    public record Nth(int n, DayOfWeek day) {}

    /// @param zone in which an UNTIL with a time of day is a day
    public static DayRule of(String text, ZoneId zone) throws UnreadableRule {
        return new DayRuleText(text, zone).read();
    }

    /// The days of `[from, to)` on which it falls, in order.
    ///
    /// @param first the day from which it counts: every third month is every third from there
    public List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        return Arrays.stream(epochDays(first, from, to))
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    /// The same as days since 1970, for many rules at once.
    public int[] epochDays(LocalDate first, LocalDate from, LocalDate to) {
        var found = IntStream.builder();
        new DaySets(this, first).each((int) from.toEpochDay(), (int) to.toEpochDay(), day -> {
            found.add(day);
            return true;
        });
        return found.build().toArray();
    }

    /// The first that isn't before `from` and is before `to`; null where there is none.
    public @Nullable LocalDate next(LocalDate first, LocalDate from, LocalDate to) {
        var found = new int[] {Integer.MIN_VALUE};
        new DaySets(this, first).each((int) from.toEpochDay(), (int) to.toEpochDay(), day -> {
            found[0] = day;
            return false;
        });
        return found[0] == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(found[0]);
    }
}
