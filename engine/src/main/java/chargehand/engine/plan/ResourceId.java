package chargehand.engine.plan;

/// What a resource is called by, in its file and everywhere else; not blank, at most 200 characters.
public record ResourceId(String value) implements Comparable<ResourceId> {
    public ResourceId {
        if (value.isBlank() || value.length() > 200)
            throw new IllegalArgumentException(
                    "The id (%s) of a resource must have 1 to 200 characters.".formatted(value));
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
