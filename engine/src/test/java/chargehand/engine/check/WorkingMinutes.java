package chargehand.engine.check;

import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.BitSet;

/// Working time as one bit a minute between two moments, both in minutes since 1970. Outside of them nobody
/// works.
///
/// Every minute asks the clock of the zone what time it is: what a clock skips is never worked, and what it shows
/// twice is worked twice. Whole ordinary days are filled at once.
public final class WorkingMinutes {
    /// Later than anything: the answer where working time runs out.
    public static final long NEVER = Long.MAX_VALUE;

    private final long from;
    private final long to;
    private final BitSet bits;

    private WorkingMinutes(long from, long to, BitSet bits) {
        this.from = from;
        this.to = to;
        this.bits = bits;
    }

    public static WorkingMinutes of(WorkingCalendar calendar, long from, long to) {
        var minutes = new WorkingMinutes(from, to, new BitSet((int) (to - from)));
        var date = Instant.ofEpochSecond(from * 60).atZone(calendar.zone()).toLocalDate();
        long day = startOf(date, calendar);
        long change = nextChange(day, calendar);
        while (day < to) {
            long next = day + TimeRange.MINUTES_OF_DAY;
            if (next >= change) {
                next = startOf(date.plusDays(1), calendar);
                change = nextChange(next, calendar);
            }
            if (next - day == TimeRange.MINUTES_OF_DAY) {
                for (var range : calendar.on(date)) minutes.set(day + range.fromInclusive(), day + range.toExclusive());
            } else {
                for (long minute = day; minute < next; minute++)
                    if (worksAt(minute, calendar)) minutes.set(minute, minute + 1);
            }
            date = date.plusDays(1);
            day = next;
        }
        return minutes;
    }

    private static long startOf(LocalDate date, WorkingCalendar calendar) {
        return date.atStartOfDay(calendar.zone()).toEpochSecond() / 60;
    }

    /// When the clock changes next, less a day: far from it every day has 24 hours.
    private static long nextChange(long minute, WorkingCalendar calendar) {
        var change = calendar.zone().getRules().nextTransition(Instant.ofEpochSecond((minute - 1) * 60));
        return change == null ? NEVER : minute(change.getInstant()) - TimeRange.MINUTES_OF_DAY;
    }

    private static boolean worksAt(long minute, WorkingCalendar calendar) {
        var local = Instant.ofEpochSecond(minute * 60).atZone(calendar.zone()).toLocalDateTime();
        int ofDay = local.get(ChronoField.MINUTE_OF_DAY);
        return calendar.on(local.toLocalDate()).stream()
                .anyMatch(range -> range.fromInclusive() <= ofDay && ofDay < range.toExclusive());
    }

    private void set(long start, long finish) {
        long first = Math.max(start, from);
        long last = Math.min(finish, to);
        if (first < last) bits.set((int) (first - from), (int) (last - from));
    }

    /// Whether work goes on until the end of the span: in its last year there is some.
    public boolean goesOn() {
        return next(to - 366 * TimeRange.MINUTES_OF_DAY) != NEVER;
    }

    /// Only where both work.
    public WorkingMinutes and(WorkingMinutes other) {
        if (from != other.from) throw new IllegalArgumentException("Both must begin at the same minute.");
        var both = (BitSet) bits.clone();
        both.and(other.bits);
        return new WorkingMinutes(from, to, both);
    }

    /// Without a stretch of time off.
    public WorkingMinutes without(long start, long finish) {
        var rest = (BitSet) bits.clone();
        int first = (int) Math.clamp(start - from, 0, Integer.MAX_VALUE);
        rest.clear(first, (int) Math.clamp(finish - from, first, Integer.MAX_VALUE));
        return new WorkingMinutes(from, to, rest);
    }

    /// Where the span begins.
    public long first() {
        return from;
    }

    public boolean works(long minute) {
        return minute >= from && bits.get((int) (minute - from));
    }

    public boolean worksBetween(Instant start, Instant finish) {
        return next(minute(start)) < minute(finish);
    }

    /// The first working minute at or after a moment.
    public long next(long moment) {
        int index = bits.nextSetBit((int) Math.max(0, moment - from));
        return index < 0 ? NEVER : from + index;
    }

    /// Where work of some length ends that begins at or after a moment: with the end of the last minute needed.
    public long end(long moment, long length) {
        long left = length;
        int index = (int) Math.max(0, moment - from);
        while (left > 0) {
            int start = bits.nextSetBit(index);
            if (start < 0) return NEVER;
            int stop = (int) Math.min(bits.nextClearBit(start), start + left);
            left -= stop - start;
            index = stop;
        }
        return from + index;
    }

    /// The latest moment from which work of some length ends at or before a moment.
    public long back(long moment, long length) {
        long left = length;
        int index = (int) (moment - from);
        while (left > 0) {
            int last = bits.previousSetBit(index - 1);
            if (last < 0) return -NEVER;
            int stop = (int) Math.max(bits.previousClearBit(last), last - left);
            left -= last - stop;
            index = stop + 1;
        }
        return from + index;
    }

    /// How many minutes are worked between two moments.
    public long between(long start, long finish) {
        return start >= finish
                ? 0
                : bits.get((int) (start - from), (int) (finish - from)).cardinality();
    }

    static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }
}
