package chargehand.engine.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person, or a pool of equals (a team, a lab, a rack crew).
///
/// @param capacity percent of one person: 100 is a person, 50 one who is here half of the time in parallel to other
/// things, 2200 a pool of 22; at least 1
/// @param calendar the id of its working calendar, or null for the project's
public record Resource(
        ResourceId id, String name, int capacity, @Nullable String calendar, Set<String> skills) {
    public Resource {
        if (capacity < 1)
            throw new IllegalArgumentException("The capacity (%d) of a resource must be positive.".formatted(capacity));
        skills = Set.copyOf(skills);
    }

    public static Resource person(String id, String... skills) {
        return new Resource(new ResourceId(id), id, 100, null, Set.of(skills));
    }

    public static Resource pool(String id, int people) {
        return new Resource(new ResourceId(id), id, people * 100, null, Set.of());
    }

    public Resource withCalendar(@Nullable String calendar) {
        return new Resource(id, name, capacity, calendar, skills);
    }

    public boolean isPool() {
        return capacity > 100;
    }
}
