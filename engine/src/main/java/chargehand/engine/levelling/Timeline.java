package chargehand.engine.levelling;

import java.util.Arrays;

/// How many units of one resource are taken at each moment: a step function.
///
/// Segment k goes from `at[k]` up to the next; the first begins before all time and the last never ends, and carries
/// no load.
final class Timeline {
    static final int FREE = Integer.MIN_VALUE;

    private final int capacity;
    private int[] at = new int[16];
    private int[] load = new int[16];
    private int size = 1;

    Timeline(int capacity) {
        this.capacity = capacity;
        at[0] = Integer.MIN_VALUE;
    }

    void copyFrom(Timeline other) {
        if (at.length < other.size) {
            at = new int[other.at.length];
            load = new int[other.at.length];
        }
        System.arraycopy(other.at, 0, at, 0, other.size);
        System.arraycopy(other.load, 0, load, 0, other.size);
        size = other.size;
    }

    /// [#FREE] if the units fit in all of `[from, to)`; else when the first stretch in which they don't ends.
    int endOfConflict(int from, int to, int units) {
        int room = capacity - units;
        for (int k = segment(from); k < size && at[k] < to; k++) {
            if (load[k] <= room) continue;
            do k++;
            while (load[k] > room);
            return at[k];
        }
        return FREE;
    }

    /// [#FREE] if the units fit in all of `[from, to)`; else when the last stretch in which they don't begins.
    int beginOfConflict(int from, int to, int units) {
        int room = capacity - units;
        for (int k = segment(to - 1); k > 0; k--) {
            if (load[k] > room) {
                while (load[k - 1] > room) k--;
                return at[k];
            }
            if (at[k] <= from) break;
        }
        return FREE;
    }

    /// Takes units in `[from, to)`, or gives them back if they are negative.
    void take(int from, int to, int units) {
        if (from >= to || units == 0) return;
        int first = cut(from);
        int last = cut(to);
        for (int k = first; k < last; k++) load[k] += units;
    }

    /// The most units taken at any moment of `[from, to)`.
    int peak(int from, int to) {
        int peak = 0;
        for (int k = segment(from); k < size && at[k] < to; k++) peak = Math.max(peak, load[k]);
        return peak;
    }

    /// The first moment in `[from, to)` at which more is taken than there is, or [#FREE].
    int overload(int from, int to) {
        for (int k = segment(from); k < size && at[k] < to; k++) if (load[k] > capacity) return Math.max(from, at[k]);
        return FREE;
    }

    /// The segment that begins at `moment`, made if there is none.
    private int cut(int moment) {
        int k = segment(moment);
        if (at[k] == moment) return k;
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            load = Arrays.copyOf(load, size * 2);
        }
        System.arraycopy(at, k + 1, at, k + 2, size - k - 1);
        System.arraycopy(load, k + 1, load, k + 2, size - k - 1);
        at[k + 1] = moment;
        load[k + 1] = load[k];
        size++;
        return k + 1;
    }

    private int segment(int moment) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (at[middle] <= moment) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
