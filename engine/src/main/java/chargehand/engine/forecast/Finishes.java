package chargehand.engine.forecast;

import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// When the project ended in each of the runs, as a distribution.
public final class Finishes {
    private final int[] ordered;

    private Finishes(int[] ordered) {
        this.ordered = ordered;
    }

    /// @param minutes since 1970 in UTC, one a run, in any order
    public static Finishes of(int[] minutes) {
        var ordered = minutes.clone();
        Arrays.sort(ordered);
        return new Finishes(ordered);
    }

    /// Of something that is certain.
    public static Finishes certain(Instant at) {
        return new Finishes(new int[] {WorkingTable.minute(at)});
    }

    /// The share of the runs that had ended by then, 0 to 1.
    public double by(Instant moment) {
        int limit = WorkingTable.minute(moment);
        int low = 0;
        int high = ordered.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordered[middle] <= limit) low = middle + 1;
            else high = middle;
        }
        return (double) low / ordered.length;
    }

    /// The first moment by which at least the share `p` of the runs had ended.
    public Instant at(double p) {
        return WorkingTable.instant(ordered[Quantiles.place(ordered.length, p)]);
    }

    public Instant first() {
        return WorkingTable.instant(ordered[0]);
    }

    public Instant last() {
        return WorkingTable.instant(ordered[ordered.length - 1]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finishes finishes && Arrays.equals(ordered, finishes.ordered);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ordered);
    }

    @Override
    public String toString() {
        return "Finishes[%s to %s]".formatted(first(), last());
    }
}
