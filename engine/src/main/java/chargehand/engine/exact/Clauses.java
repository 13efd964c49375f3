package chargehand.engine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;

/// What was learnt: lists of facts, as pairs of side and value, of which one has to come true.
///
/// Two facts of each clause are watched, the first two: only when one of them becomes impossible is the clause looked
/// at (Moskewicz and others 2001). Beside each watch stands a fact that, while true, spares the look.
final class Clauses {
    private static final double FADING = 0.999;
    private static final double LARGE = 1e20;
    /// Of what is forgotten, clauses of so few facts stay.
    private static final int SHORT = 2;

    private final Bounds bounds;
    private final int horizon;
    /// By the fact that makes the watched one impossible: triples of clause, and the fact that spares the look.
    private final int[][] watches;

    private final int[] watched;
    private int[][] facts = new int[1 << 10][];
    private double[] activity = new double[1 << 10];
    private int count;
    private double step = 1;

    Clauses(Bounds bounds, int horizon) {
        this.bounds = bounds;
        this.horizon = horizon;
        watches = new int[bounds.value.length * horizon][];
        watched = new int[watches.length];
    }

    int count() {
        return count;
    }

    int[] facts(int clause) {
        return facts[clause];
    }

    /// @param learnt at least two facts; the first can come true, the second became impossible last
    int add(int[] learnt) {
        if (count == facts.length) {
            facts = Arrays.copyOf(facts, 2 * count);
            activity = Arrays.copyOf(activity, 2 * count);
        }
        facts[count] = learnt;
        activity[count] = step;
        watchBoth(count);
        return count++;
    }

    void bump(int clause) {
        if ((activity[clause] += step) <= LARGE) return;
        for (int c = 0; c < count; c++) activity[c] /= LARGE;
        step /= LARGE;
    }

    void fade() {
        step /= FADING;
    }

    /// Raises what has to be raised now that a side has risen.
    boolean propagate(int side, int before, int after) {
        for (int value = before + 1; value <= after; value++)
            if (watched[at(side, value)] > 0 && !look(side, value)) return false;
        return true;
    }

    private int at(int side, int value) {
        return side * horizon + ((side & 1) == 0 ? value : -value);
    }

    private boolean look(int side, int value) {
        int at = at(side, value);
        var own = watches[at];
        int all = watched[at];
        int kept = 0;
        for (int k = 0; k < all; k += 3) {
            int clause = own[k];
            boolean spared = bounds.value[own[k + 1]] >= own[k + 2];
            if (!spared && isWatchedElsewhere(clause, Bounds.opposite(side), Bounds.against(value))) continue;
            var those = facts[clause];
            own[kept] = clause;
            own[kept + 1] = spared ? own[k + 1] : those[0];
            own[kept + 2] = spared ? own[k + 2] : those[1];
            kept += 3;
            if (spared || bounds.raise(those[0], those[1], Reason.clause(clause))) continue;
            System.arraycopy(own, k + 3, own, kept, all - k - 3);
            watched[at] = kept + all - k - 3;
            return false;
        }
        watched[at] = kept;
        return true;
    }

    /// Finds another fact to watch than one that has become impossible; if there is none it stays, as the second.
    private boolean isWatchedElsewhere(int clause, int side, int value) {
        var those = facts[clause];
        if (those[0] == side && those[1] == value) swap(those, 0, 2);
        if (bounds.value[those[0]] >= those[1]) return false;
        for (int k = 4; k < those.length; k += 2) {
            if (bounds.isImpossible(those[k], those[k + 1])) continue;
            swap(those, 2, k);
            watch(clause, those[2], those[3], those[0], those[1]);
            return true;
        }
        return false;
    }

    private static void swap(int[] facts, int one, int other) {
        int side = facts[one];
        int value = facts[one + 1];
        facts[one] = facts[other];
        facts[one + 1] = facts[other + 1];
        facts[other] = side;
        facts[other + 1] = value;
    }

    private void watchBoth(int clause) {
        var those = facts[clause];
        watch(clause, those[0], those[1], those[2], those[3]);
        watch(clause, those[2], those[3], those[0], those[1]);
    }

    private void watch(int clause, int side, int value, int sparingSide, int sparingValue) {
        int at = at(Bounds.opposite(side), Bounds.against(value));
        int size = watched[at];
        if (watches[at] == null) watches[at] = new int[6];
        else if (size == watches[at].length) watches[at] = Arrays.copyOf(watches[at], 2 * size);
        watches[at][size] = clause;
        watches[at][size + 1] = sparingSide;
        watches[at][size + 2] = sparingValue;
        watched[at] = size + 3;
    }

    /// Forgets the half that was of least use, and what is true anyway. At level 0 only: nothing rests on a clause
    /// then.
    void forget() {
        var order = new ArrayList<Integer>();
        for (int c = 0; c < count; c++) order.add(c);
        order.sort(Comparator.comparingDouble(c -> activity[c]));
        var gone = new boolean[count];
        for (int i = 0; i < count; i++) {
            int clause = order.get(i);
            gone[clause] = isTrue(facts[clause]) || i < count / 2 && facts[clause].length > 2 * SHORT;
        }
        int kept = 0;
        for (int c = 0; c < count; c++) {
            if (gone[c]) continue;
            facts[kept] = facts[c];
            activity[kept++] = activity[c];
        }
        Arrays.fill(facts, kept, count, null);
        count = kept;
        Arrays.fill(watched, 0);
        for (int c = 0; c < count; c++) watchOpen(c);
    }

    private boolean isTrue(int[] facts) {
        for (int k = 0; k < facts.length; k += 2) if (bounds.value[facts[k]] >= facts[k + 1]) return true;
        return false;
    }

    private void watchOpen(int clause) {
        var those = facts[clause];
        int place = 0;
        for (int k = 0; k < those.length && place < 4; k += 2)
            if (!bounds.isImpossible(those[k], those[k + 1])) {
                swap(those, place, k);
                place += 2;
            }
        watchBoth(clause);
    }
}
