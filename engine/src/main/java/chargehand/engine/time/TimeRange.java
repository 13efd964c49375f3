package chargehand.engine.time;

/// A part of a day on the wall clock, in minutes after midnight: `[fromInclusive, toExclusive)`.
///
/// `new TimeRange(540, 1020)` is 9:00 to 17:00; `toExclusive` may be 1440, the end of the day.
public record TimeRange(int fromInclusive, int toExclusive) implements Comparable<TimeRange> {
    public static final int MINUTES_OF_DAY = 24 * 60;
    public static final TimeRange WHOLE_DAY = new TimeRange(0, MINUTES_OF_DAY);

    public TimeRange {
        if (fromInclusive < 0 || fromInclusive >= toExclusive || toExclusive > MINUTES_OF_DAY)
            throw new IllegalArgumentException(
                    "A time range must lie within a day and not be empty, not %d to %d minutes after midnight."
                            .formatted(fromInclusive, toExclusive));
    }

    /// Whole hours: `ofHours(9, 17)`.
    public static TimeRange ofHours(int from, int to) {
        return new TimeRange(from * 60, to * 60);
    }

    public int minutes() {
        return toExclusive - fromInclusive;
    }

    @Override
    public int compareTo(TimeRange other) {
        return fromInclusive != other.fromInclusive
                ? Integer.compare(fromInclusive, other.fromInclusive)
                : Integer.compare(toExclusive, other.toExclusive);
    }
}
