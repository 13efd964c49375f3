package chargehand.engine.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A working calendar compiled for a stretch of time: from wall clock to working time and back in constant
/// time.
///
/// Moments are minutes since 1970-01-01T00:00Z, as `int`. Working time is counted from the beginning of the table. Two
/// coarse indexes, one over the clock and one over working time, each lead to within a step or two of the interval
/// that is meant. Immutable.
public final class WorkingTable {
    private static final int CLOCK_SHIFT = 10;
    private static final int WORK_SHIFT = 8;
    /// So many intervals are walked before an index is asked.
    private static final int NEAR = 12;
    private static final int MINUTES_OF_DAY = 24 * 60;

    /// Intervals as rows of three, side by side in memory: from, to, and the working minutes before.
    private static final int ROW = 3;

    private static final int TO = 1;
    private static final int BEFORE = 2;

    private final int base;
    private final int end;
    private final int count;
    private final int[] rows;
    private final int[] byClock;
    private final int[] byWork;
    private final boolean goesOn;

    private WorkingTable(int base, int end, Intervals intervals) {
        this.base = base;
        this.end = end;
        this.count = intervals.size;
        this.rows = new int[(count + 1) * ROW];
        int work = 0;
        for (int k = 0; k < count; k++) {
            rows[k * ROW] = intervals.from[k];
            rows[k * ROW + TO] = intervals.to[k];
            rows[k * ROW + BEFORE] = work;
            work += intervals.to[k] - intervals.from[k];
        }
        rows[count * ROW] = Integer.MAX_VALUE;
        rows[count * ROW + TO] = Integer.MAX_VALUE;
        rows[count * ROW + BEFORE] = work;
        this.byClock = indexByClock();
        this.byWork = indexByWork();
        this.goesOn = workBefore(end - 1) > workBefore(Math.max(base, end - 366 * MINUTES_OF_DAY));
    }

    /// The calendar from `base` to `end`, which must lie after it.
    public static WorkingTable of(WorkingCalendar calendar, int base, int end) {
        var rules = calendar.zone().getRules();
        var intervals = new Intervals((end - base) / MINUTES_OF_DAY * 2 + 16);
        int segment = base;
        while (segment < end) {
            int next = Math.min(end, nextTransition(rules, segment));
            int offset = rules.getOffset(instant(segment)).getTotalSeconds() / 60;
            addSegment(calendar, segment, next, offset, intervals);
            segment = next;
        }
        return new WorkingTable(base, end, intervals);
    }

    private static int nextTransition(ZoneRules rules, int minute) {
        var transition = rules.nextTransition(instant(minute));
        return transition == null ? Integer.MAX_VALUE : minute(transition.getInstant());
    }

    /// Within a segment the zone's offset does not change, so a local range is one interval; a repeated hour comes in
    /// two segments, a lost one in none.
    private static void addSegment(WorkingCalendar calendar, int from, int to, int offset, Intervals intervals) {
        long firstDay = Math.floorDiv(from + offset, MINUTES_OF_DAY);
        long lastDay = Math.floorDiv(to - 1 + offset, MINUTES_OF_DAY);
        for (long day = firstDay; day <= lastDay; day++) {
            int midnight = (int) (day * MINUTES_OF_DAY) - offset;
            for (var range : calendar.on(LocalDate.ofEpochDay(day)))
                intervals.add(
                        Math.max(from, midnight + range.fromInclusive()), Math.min(to, midnight + range.toExclusive()));
        }
    }

    /// When both work. Both tables must cover the same stretch.
    public WorkingTable and(WorkingTable other) {
        var both = new Intervals(count + other.count);
        for (int i = 0, k = 0; i < count && k < other.count; ) {
            both.add(Math.max(from(i), other.from(k)), Math.min(to(i), other.to(k)));
            if (to(i) < other.to(k)) i++;
            else k++;
        }
        return new WorkingTable(base, end, both);
    }

    /// Without `[offFrom, offTo)`.
    public WorkingTable without(int offFrom, int offTo) {
        var rest = new Intervals(count + 1);
        for (int k = 0; k < count; k++) {
            rest.add(from(k), Math.min(to(k), offFrom));
            rest.add(Math.max(from(k), offTo), to(k));
        }
        return new WorkingTable(base, end, rest);
    }

    private int from(int k) {
        return rows[k * ROW];
    }

    private int to(int k) {
        return rows[k * ROW + TO];
    }

    private int before(int k) {
        return rows[k * ROW + BEFORE];
    }

    /// How many working minutes the table holds; 0 means that nobody ever works.
    public int total() {
        return before(count);
    }

    /// Whether work goes on: someone works in the last year of the table.
    public boolean goesOn() {
        return goesOn;
    }

    /// The working minutes between the table's beginning and `moment`. Fails with [BeyondHorizon] after its
    /// end.
    public int workBefore(int moment) {
        int k = interval(moment);
        return before(k) + (k < count && moment > from(k) ? moment - from(k) : 0);
    }

    /// The working minutes in `[a, b)`; negative if b is before a.
    public int workBetween(int a, int b) {
        return workBefore(b) - workBefore(a);
    }

    public boolean isWorking(int moment) {
        int k = interval(moment);
        return k < count && moment >= from(k);
    }

    /// The first working minute at or after `moment`.
    public int next(int moment) {
        int k = interval(moment);
        if (k == count) throw BeyondHorizon.INSTANCE;
        return Math.max(moment, from(k));
    }

    /// The earliest moment by which `work` working minutes are over; the table's beginning for none or less.
    public int afterWork(int work) {
        if (work <= 0) return base;
        if (work > total()) throw BeyondHorizon.INSTANCE;
        int k = byWork[(work - 1) >>> WORK_SHIFT];
        while (before(k + 1) < work) k++;
        return from(k) + work - before(k);
    }

    /// The working minute before which exactly `work` working minutes lie; the table's beginning for fewer
    /// than none.
    public int atWork(int work) {
        if (work < 0) return base;
        if (work >= total()) throw BeyondHorizon.INSTANCE;
        int k = byWork[work >>> WORK_SHIFT];
        while (before(k + 1) <= work) k++;
        return from(k) + work - before(k);
    }

    /// Work of `minutes`, at least one, begun at or after `moment`: its first working minute in the upper half of the
    /// result, when it is done in the lower. As [#next] and [#add] together, and faster: most work ends a few
    /// intervals on.
    public long span(int moment, int minutes) {
        int k = interval(moment);
        if (k == count) throw BeyondHorizon.INSTANCE;
        int begin = Math.max(moment, from(k));
        int work = before(k) + begin - from(k) + minutes;
        int near = Math.min(count, k + NEAR);
        while (k < near && before(k + 1) < work) k++;
        int done = k < near ? from(k) + work - before(k) : afterWork(work);
        return (long) begin << 32 | done;
    }

    /// The same by days, or null where that isn't possible: where people begin or stop at odd minutes.
    public @Nullable WorkingDays days() {
        return WorkingDays.of(this, base, end);
    }

    /// The longest stretch of which all intervals and `whole` are multiples.
    int slot(int whole) {
        int slot = whole;
        for (int k = 0; k < count && slot > 1; k++) slot = common(common(slot, from(k) - base), to(k) - base);
        return slot;
    }

    /// The greatest common divisor.
    static int common(int a, int b) {
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return Math.abs(a);
    }

    public static int begin(long span) {
        return (int) (span >> 32);
    }

    public static int done(long span) {
        return (int) span;
    }

    /// When work of `minutes`, begun at or after `moment`, is done; `moment` itself if there is none to do.
    public int add(int moment, int minutes) {
        return minutes == 0 ? moment : afterWork(workBefore(moment) + minutes);
    }

    /// The latest working minute at which to begin so that `minutes` are done by `moment`; `moment` if there
    /// are none.
    public int subtract(int moment, int minutes) {
        if (minutes == 0) return moment;
        int k = interval(moment);
        int work = before(k) + (k < count && moment > from(k) ? moment - from(k) : 0) - minutes;
        int near = Math.max(0, k - NEAR);
        while (k > near && before(k) > work) k--;
        return k > near && k < count && work < before(k + 1) ? from(k) + work - before(k) : atWork(work);
    }

    /// Work of `minutes`, at least one, done by `moment` and begun as late as can be: its first working minute in the
    /// upper half of the result, when it is done in the lower. As [#subtract] and [#span] together, and faster.
    public long spanUntil(int moment, int minutes) {
        int k = interval(moment);
        boolean within = k < count && moment > from(k);
        int done = before(k) + (within ? moment - from(k) : 0);
        int end = within || k == 0 ? moment : to(k - 1);
        int work = done - minutes;
        if (work < 0) return (long) base << 32 | afterWork(minutes);
        int near = Math.max(0, k - NEAR);
        while (k > near && before(k) > work) k--;
        int begin = k > near && k < count && work < before(k + 1) ? from(k) + work - before(k) : atWork(work);
        return (long) begin << 32 | end;
    }

    /// The interval that holds `moment`, or the next one after it; `count` if there is none.
    private int interval(int moment) {
        if (moment >= end) throw BeyondHorizon.INSTANCE;
        int k = moment <= base ? 0 : byClock[(moment - base) >>> CLOCK_SHIFT];
        while (to(k) <= moment) k++;
        return k;
    }

    private int[] indexByClock() {
        var index = new int[((end - base) >>> CLOCK_SHIFT) + 1];
        for (int bucket = 0, k = 0; bucket < index.length; bucket++) {
            while (to(k) <= base + (bucket << CLOCK_SHIFT)) k++;
            index[bucket] = k;
        }
        return index;
    }

    private int[] indexByWork() {
        var index = new int[(total() >>> WORK_SHIFT) + 1];
        for (int bucket = 0, k = 0; bucket < index.length; bucket++) {
            while (k < count && before(k + 1) <= bucket << WORK_SHIFT) k++;
            index[bucket] = k;
        }
        return index;
    }

    public static int minute(Instant instant) {
        return Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), 60));
    }

    public static Instant instant(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }

    /// Ordered intervals under construction; those that touch become one, empty ones are dropped.
    private static final class Intervals {
        private int[] from;
        private int[] to;
        private int size;

        Intervals(int capacity) {
            from = new int[Math.max(4, capacity)];
            to = new int[from.length];
        }

        void add(int start, int finish) {
            if (start >= finish) return;
            if (size > 0 && to[size - 1] >= start) {
                to[size - 1] = finish;
                return;
            }
            if (size == from.length) {
                from = Arrays.copyOf(from, size * 2);
                to = Arrays.copyOf(to, size * 2);
            }
            from[size] = start;
            to[size++] = finish;
        }
    }
}
