package chargehand.engine.exact;

import java.util.Arrays;

/// How often "task i starts at t or later" played a part in what was learnt, lately more than long ago; and which of
/// those that are open did so most (VSIDS, Moskewicz and others 2001).
final class Activity {
    private static final double FADING = 0.95;
    private static final double LARGE = 1e100;

    private final int horizon;
    private final double[] activity;
    private final int[] heap;
    private final int[] place;
    private int size;
    private double step = 1;

    Activity(int tasks, int horizon) {
        this.horizon = horizon;
        activity = new double[tasks * horizon];
        heap = new int[activity.length];
        place = new int[activity.length];
        Arrays.fill(place, -1);
    }

    int task(int question) {
        return question / horizon;
    }

    int moment(int question) {
        return question % horizon;
    }

    void bump(int side, int value) {
        int moment = (side & 1) == 0 ? value : Bounds.against(value);
        if (moment < 0 || moment >= horizon) return;
        int question = (side >> 1) * horizon + moment;
        if ((activity[question] += step) > LARGE) shrink();
        if (place[question] >= 0) up(place[question]);
        else add(question);
    }

    private void shrink() {
        for (int i = 0; i < activity.length; i++) activity[i] /= LARGE;
        step /= LARGE;
    }

    void fade() {
        step /= FADING;
    }

    /// A side has fallen back: what it answered is open again.
    void reopen(int side, int fallen, int high) {
        boolean isEarliest = (side & 1) == 0;
        int from = isEarliest ? fallen + 1 : -high + 1;
        int upTo = isEarliest ? high : -fallen;
        int base = (side >> 1) * horizon;
        for (int moment = from; moment <= upTo && moment < horizon; moment++)
            if (activity[base + moment] > 0 && place[base + moment] < 0) add(base + moment);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int removeMost() {
        int most = heap[0];
        place[most] = -1;
        int moved = heap[--size];
        if (size > 0) down(moved);
        return most;
    }

    private void add(int question) {
        heap[size] = question;
        place[question] = size;
        up(size++);
    }

    private void up(int at) {
        int question = heap[at];
        int above = (at - 1) >> 1;
        while (at > 0 && activity[heap[above]] < activity[question]) {
            put(at, heap[above]);
            at = above;
            above = (at - 1) >> 1;
        }
        put(at, question);
    }

    private void down(int question) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && activity[heap[child + 1]] > activity[heap[child]]) child++;
            if (activity[heap[child]] <= activity[question]) break;
            put(at, heap[child]);
            at = child;
        }
        put(at, question);
    }

    private void put(int at, int question) {
        heap[at] = question;
        place[question] = at;
    }
}
