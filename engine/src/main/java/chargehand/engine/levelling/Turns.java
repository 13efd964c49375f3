package chargehand.engine.levelling;

/// Whose turn it is while a schedule is generated: of the tasks that can go next the first in order, unless one close
/// behind could begin so much earlier that it may go before.
///
/// Strictly in order, a task takes its place however late that is, and time before it is lost for all that comes
/// after. By time alone, the order counts for nothing. So a task may pass others if it begins by a set number of
/// minutes earlier for each of them (between the serial and the parallel scheme, as in Gonçalves, Mendes & Resende
/// 2008, who bound the waiting instead).
final class Turns {
    /// How many are looked at. Four do nearly as well on PSPLIB, sixteen no better.
    private static final int AHEAD = 8;

    private static final double STRICT = Double.POSITIVE_INFINITY;

    private static final int UNASKED = Integer.MIN_VALUE;

    private final int[] priority;
    private final NodeHeap ready;
    private final int[] front = new int[AHEAD];
    private final int[] moment = new int[AHEAD];
    private final boolean[] known = new boolean[AHEAD];
    private int size;
    private double price = STRICT;

    /// Where a task would go if it were its turn.
    interface Probe {
        /// The less, the better: minutes from wherever the schedule is generated from.
        ///
        /// @param again whether it was asked before, with less taken: it can't go earlier than it could then
        int moment(int node, boolean again);

        /// Whether what was found last for a node still holds after this one was placed.
        boolean isApart(int node, int placed);
    }

    Turns(int[] priority) {
        this.priority = priority;
        ready = new NodeHeap(priority);
    }

    /// @param minutes how much earlier a task has to begin for each that it passes; negative for strictly in order
    void start(int[] key, double minutes) {
        ready.start(key);
        size = 0;
        price = minutes < 0 ? STRICT : minutes;
    }

    boolean isEmpty() {
        return size == 0 && ready.isEmpty();
    }

    void add(int node) {
        ready.add(node);
    }

    /// Whose turn it is, and was placed by the probe last.
    int next(Probe probe) {
        if (price == STRICT) {
            int node = ready.remove();
            probe.moment(node, false);
            return node;
        }
        fill();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size && priority[front[i]] == priority[front[0]]; i++) {
            if (!known[i]) moment[i] = probe.moment(front[i], moment[i] != UNASKED);
            known[i] = true;
            double cost = moment[i] + price * i;
            if (cost >= least) continue;
            least = cost;
            best = i;
        }
        return remove(best, probe);
    }

    /// The front holds the first of all that are ready.
    private void fill() {
        while (!ready.isEmpty()) {
            boolean full = size == AHEAD;
            if (full && !ready.goesBefore(front[size - 1])) return;
            if (full) ready.add(front[--size]);
            insert(ready.remove());
        }
    }

    private void insert(int node) {
        int at = size++;
        for (; at > 0 && ready.isBefore(node, front[at - 1]); at--) {
            front[at] = front[at - 1];
            moment[at] = moment[at - 1];
            known[at] = known[at - 1];
        }
        front[at] = node;
        moment[at] = UNASKED;
        known[at] = false;
    }

    private int remove(int at, Probe probe) {
        int node = front[at];
        size--;
        System.arraycopy(front, at + 1, front, at, size - at);
        System.arraycopy(moment, at + 1, moment, at, size - at);
        System.arraycopy(known, at + 1, known, at, size - at);
        for (int i = 0; i < size; i++) known[i] &= probe.isApart(front[i], node);
        return node;
    }
}
