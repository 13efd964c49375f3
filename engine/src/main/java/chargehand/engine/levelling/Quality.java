package chargehand.engine.levelling;

/// How good a schedule is: less lateness first, then an earlier finish, then all tasks together earlier.
///
/// @param lateMinutes the sum of the minutes by which deadlines are missed
/// @param finish when the last task ends
/// @param finishes the sum of when all end
record Quality(long lateMinutes, int finish, long finishes) implements Comparable<Quality> {
    @Override
    public int compareTo(Quality other) {
        int late = Long.compare(lateMinutes, other.lateMinutes);
        if (late != 0) return late;
        int last = Integer.compare(finish, other.finish);
        return last != 0 ? last : Long.compare(finishes, other.finishes);
    }

    boolean isBetterThan(Quality other) {
        return compareTo(other) < 0;
    }
}
