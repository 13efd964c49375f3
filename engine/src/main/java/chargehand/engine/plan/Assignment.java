package chargehand.engine.plan;

import chargehand.engine.time.Effort;
import org.jspecify.annotations.Nullable;

/// Somebody, or something, at work on a task.
///
/// @param units percent of one person: 100 is all of their time, 50 half of it, 300 three of a pool; at least 1
/// @param effort this one's own work where it was written down apart from the others', or null; with it the assignment
/// lasts `effort * 100 / units` working minutes, rounded up
public record Assignment(Who who, int units, @Nullable Effort effort) {
    public static final int WHOLE = 100;

    public Assignment {
        if (units < 1)
            throw new IllegalArgumentException("The units (%d) of an assignment must be positive.".formatted(units));
    }

    public static Assignment of(String resource) {
        return of(resource, WHOLE);
    }

    public static Assignment of(String resource, int units) {
        return new Assignment(new Who.Named(new ResourceId(resource)), units, null);
    }

    public static Assignment anyoneWith(String skill) {
        return new Assignment(new Who.AnyoneWith(skill), WHOLE, null);
    }
}
