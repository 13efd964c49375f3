package chargehand.engine.time;

/// Whole person-minutes of work; never negative. Two people full-time for an hour are 120.
public record Effort(long personMinutes) implements Comparable<Effort> {
    public static final Effort NONE = new Effort(0);

    public Effort {
        if (personMinutes < 0)
            throw new IllegalArgumentException(
                    "The person-minutes (%d) of an effort must not be negative.".formatted(personMinutes));
    }

    public static Effort ofMinutes(long personMinutes) {
        return new Effort(personMinutes);
    }

    public static Effort ofHours(long personHours) {
        return new Effort(Math.multiplyExact(personHours, 60));
    }

    @Override
    public int compareTo(Effort other) {
        return Long.compare(personMinutes, other.personMinutes);
    }
}
