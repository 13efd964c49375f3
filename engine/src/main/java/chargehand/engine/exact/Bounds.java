package chargehand.engine.exact;

import java.util.Arrays;

/// Where the tasks can still start, how that came about, and the way back.
///
/// Every rise of a side is written down with its reason. Levels are opened by decisions; what holds at level 0 holds in
/// every solution that is still looked for.
final class Bounds {
    /// What the sides have reached.
    final int[] value;

    private final int[] given;
    private final int[] last;
    private int rises;
    private int[] side = new int[1 << 12];
    private int[] before = new int[1 << 12];
    private int[] after = new int[1 << 12];
    private int[] previous = new int[1 << 12];
    private int[] levelOf = new int[1 << 12];
    private long[] reason = new long[1 << 12];
    private int level;
    private int[] levelStart = new int[1 << 8];
    /// What could not be: the side and value that some reason asked for.
    int failedSide;

    int failedValue;
    long failedReason;

    Bounds(Project project, int horizon) {
        value = new int[2 * project.tasks];
        for (int i = 0; i < project.tasks; i++) value[2 * i + 1] = -horizon;
        given = value.clone();
        Arrays.fill(given, Integer.MIN_VALUE);
        last = new int[value.length];
        Arrays.fill(last, -1);
    }

    int earliest(int task) {
        return value[2 * task];
    }

    int latest(int task) {
        return -value[2 * task + 1];
    }

    /// The side whose rise makes a fact about this side impossible.
    static int opposite(int side) {
        return side ^ 1;
    }

    /// What the opposite side has reached where a side can't reach a value any more.
    static int against(int value) {
        return 1 - value;
    }

    boolean isImpossible(int side, int value) {
        return this.value[opposite(side)] >= against(value);
    }

    /// @return false if the side can't reach that value: then it is said in the fields what failed
    boolean raise(int side, int to, long why) {
        if (to <= value[side]) return true;
        if (isImpossible(side, to)) {
            failedSide = side;
            failedValue = to;
            failedReason = why;
            return false;
        }
        if (rises == this.side.length) grow();
        this.side[rises] = side;
        before[rises] = value[side];
        after[rises] = to;
        previous[rises] = last[side];
        levelOf[rises] = level;
        reason[rises] = why;
        last[side] = rises++;
        value[side] = to;
        return true;
    }

    private void grow() {
        int more = 2 * rises;
        side = Arrays.copyOf(side, more);
        before = Arrays.copyOf(before, more);
        after = Arrays.copyOf(after, more);
        previous = Arrays.copyOf(previous, more);
        levelOf = Arrays.copyOf(levelOf, more);
        reason = Arrays.copyOf(reason, more);
    }

    int rises() {
        return rises;
    }

    int side(int rise) {
        return side[rise];
    }

    int before(int rise) {
        return before[rise];
    }

    int after(int rise) {
        return after[rise];
    }

    long reason(int rise) {
        return reason[rise];
    }

    /// Takes the last rise back.
    void takeBack() {
        int rise = --rises;
        value[side[rise]] = before[rise];
        last[side[rise]] = previous[rise];
    }

    int level() {
        return level;
    }

    void openLevel() {
        if (++level == levelStart.length) levelStart = Arrays.copyOf(levelStart, 2 * level);
        levelStart[level] = rises;
    }

    /// How many rises there were when the level above was opened; the level is closed.
    int close(int above) {
        int start = above < level ? levelStart[above + 1] : rises;
        level = Math.min(level, above);
        return start;
    }

    /// Level 0 stands as it is for good.
    void settle() {
        System.arraycopy(value, 0, given, 0, value.length);
        Arrays.fill(last, -1);
        rises = 0;
    }

    boolean isGiven(int side, int value) {
        return value <= given[side];
    }

    /// The rise with which a side reached a value, or -1 if it is given.
    int riseTo(int side, int value) {
        int found = -1;
        int reached = this.value[side];
        for (int rise = last[side]; rise >= 0 && reached >= value; rise = previous[rise]) {
            found = rise;
            reached = before[rise];
        }
        return reached >= value ? -1 : found;
    }

    /// The level at which a side reached a value.
    int levelOf(int side, int value) {
        int rise = riseTo(side, value);
        return rise < 0 ? 0 : levelOf[rise];
    }

    /// Whether a side reached a value at the level that is open now.
    boolean isOfThisLevel(int side, int value) {
        int reached = this.value[side];
        int start = levelStart[level];
        for (int rise = last[side]; rise >= start; rise = previous[rise]) reached = before[rise];
        return value > reached;
    }
}
