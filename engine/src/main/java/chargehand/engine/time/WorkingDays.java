package chargehand.engine.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [WorkingTable] by days: from the clock to working time and back by look-ups alone, without a loop or a
/// branch, for many runs side by side. A day is a number of working minutes and one of a few patterns, so
/// that months of everybody's calendar stay in the processor's cache. There is none where people begin or
/// stop at odd minutes.
public final class WorkingDays {
    private static final int DAY = 24 * 60;
    private static final int SHORTEST_SLOT = 15;
    /// Days must hold multiples of this much work; else too many look-ups would be kept.
    private static final int LEAST_WORK = 30;
    /// Up to here, numerators are divided exactly by multiplying.
    private static final int MOST_MINUTES = 1 << 23;

    private static final int BITS = 40;
    private static final long DAYS = (1L << BITS) / DAY + 1;

    private final int base;
    private final int end;
    private final int total;
    private final int slot;
    private final long slots;
    private final long chunks;
    /// The working minutes before each day.
    private final int[] before;
    /// The pattern of each day, as where it begins in `within` and `back`.
    private final short[] pattern;
    /// For each pattern and slot of the day the working minutes before it, doubled, and one more where it
    /// is worked in.
    private final short[] within;
    /// For each pattern and slot's worth of work the minute of the day at which it begins.
    private final short[] back;
    /// The day in which each chunk of work lies.
    private final short[] dayOf;

    private WorkingDays(int base, int end, int total, int slot, int chunk, List<short[]> patterns, Days days) {
        this.base = base;
        this.end = end;
        this.total = total;
        this.slot = slot;
        before = days.before;
        pattern = days.pattern;
        slots = (1L << BITS) / slot + 1;
        chunks = (1L << BITS) / chunk + 1;
        int size = DAY / slot;
        within = new short[patterns.size() * size];
        back = new short[patterns.size() * size];
        for (int p = 0; p < patterns.size(); p++) {
            System.arraycopy(patterns.get(p), 0, within, p * size, size);
            for (int s = 0; s < size; s++)
                if ((within[p * size + s] & 1) != 0)
                    back[p * size + (within[p * size + s] >> 1) / slot] = (short) (s * slot);
        }
        for (int d = 0; d < pattern.length; d++) pattern[d] = (short) (pattern[d] * size);
        dayOf = new short[total / chunk + 1];
        for (int d = 0; d + 1 < before.length; d++)
            Arrays.fill(dayOf, before[d] / chunk, before[d + 1] / chunk, (short) d);
    }

    private record Days(int[] before, short[] pattern) {}

    /// @return null where its slots would be too short, or the table is too long
    static @Nullable WorkingDays of(WorkingTable table, int base, int end) {
        if (Math.floorMod(base, DAY) != 0 || end - base > MOST_MINUTES || table.total() == 0) return null;
        int slot = table.slot(DAY);
        if (slot < SHORTEST_SLOT) return null;
        int count = Math.ceilDiv(end - base, DAY);
        var days = new Days(new int[count + 1], new short[count]);
        var patterns = new ArrayList<short[]>();
        int chunk = 0;
        for (int d = 0; d < count; d++) {
            var own = pattern(table, base + d * DAY, end, slot);
            int work = own[DAY / slot];
            chunk = WorkingTable.common(chunk, work);
            days.before[d + 1] = days.before[d] + work;
            days.pattern[d] = (short) place(patterns, own);
        }
        if (chunk < LEAST_WORK || patterns.size() * (DAY / slot) > Short.MAX_VALUE) return null;
        return new WorkingDays(base, end, table.total(), slot, chunk, patterns, days);
    }

    private static short[] pattern(WorkingTable table, int midnight, int end, int slot) {
        var own = new short[DAY / slot + 1];
        int work = 0;
        for (int s = 0; s < DAY / slot; s++) {
            int moment = midnight + s * slot;
            boolean works = moment < end && table.isWorking(moment);
            own[s] = (short) (work << 1 | (works ? 1 : 0));
            if (works) work += slot;
        }
        own[DAY / slot] = (short) work;
        return own;
    }

    private static int place(List<short[]> patterns, short[] own) {
        for (int p = 0; p < patterns.size(); p++) if (Arrays.equals(patterns.get(p), own)) return p;
        patterns.add(own);
        return patterns.size() - 1;
    }

    /// Work of `minutes[i]`, at least one, begun at or after `moment[i]`: when it is done, as
    /// [WorkingTable#span] has it, and its first working minute where `begin` is not null.
    public void spans(int[] moment, int[] minutes, int count, int @Nullable [] begin, int[] done, int at, int doneAt) {
        for (int i = 0; i < count; i++) {
            if (moment[i] >= end) throw BeyondHorizon.INSTANCE;
            int since = Math.max(0, moment[i] - base);
            int day = (int) (since * DAYS >>> BITS);
            int minute = since - day * DAY;
            int of = (int) (minute * slots >>> BITS);
            int known = within[pattern[day] + of];
            int work = before[day] + (known >> 1) + (-(known & 1) & minute - of * slot);
            if (work + minutes[i] > total) throw BeyondHorizon.INSTANCE;
            done[doneAt + i] = minuteOf(work + minutes[i] - 1) + 1;
            if (begin != null) begin[at + i] = minuteOf(work);
        }
    }

    /// The working minute before which so many lie.
    private int minuteOf(int work) {
        int day = dayOf[(int) (work * chunks >>> BITS)];
        int off = work - before[day];
        int of = (int) (off * slots >>> BITS);
        return base + day * DAY + back[pattern[day] + of] + off - of * slot;
    }
}
