package chargehand.engine.time;

/// Whole minutes of working time on some calendar; never negative.
public record WorkingDuration(int minutes) implements Comparable<WorkingDuration> {
    public static final WorkingDuration NONE = new WorkingDuration(0);

    public WorkingDuration {
        if (minutes < 0)
            throw new IllegalArgumentException(
                    "The minutes (%d) of a working duration must not be negative.".formatted(minutes));
    }

    public static WorkingDuration ofMinutes(int minutes) {
        return new WorkingDuration(minutes);
    }

    public static WorkingDuration ofHours(int hours) {
        return new WorkingDuration(Math.multiplyExact(hours, 60));
    }

    @Override
    public int compareTo(WorkingDuration other) {
        return Integer.compare(minutes, other.minutes);
    }
}
