package chargehand.engine.levelling;

import java.util.Arrays;

/// How good a schedule is: less is better in all that is measured, and what was measured first counts first.
final class Quality implements Comparable<Quality> {
    private final int finish;
    private final long lateness;
    private final long[] measures;

    /// @param finish when the last task ends
    /// @param lateness as [Aim#LATENESS] counts it
    /// @param measures in the order in which they count, not to be changed any more
    Quality(int finish, long lateness, long... measures) {
        this.finish = finish;
        this.lateness = lateness;
        this.measures = measures;
    }

    int finish() {
        return finish;
    }

    long lateness() {
        return lateness;
    }

    @Override
    public int compareTo(Quality other) {
        return Arrays.compare(measures, other.measures);
    }

    boolean isBetterThan(Quality other) {
        return compareTo(other) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quality that && Arrays.equals(measures, that.measures);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(measures);
    }
}
