package chargehand.engine.plan;

/// What a task is called by, in its file and everywhere else; not blank, at most 200 characters.
public record TaskId(String value) implements Comparable<TaskId> {
    public TaskId {
        if (value.isBlank() || value.length() > 200)
            throw new IllegalArgumentException("The id (%s) of a task must have 1 to 200 characters.".formatted(value));
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
