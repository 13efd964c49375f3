package chargehand.server.people;

import java.util.Set;
import java.util.UUID;

/// The time of these persons is another than before: a week, an absence, a skill, a shutdown, a granted request.
/// Published in the transaction of the change.
public record PeopleChanged(Set<UUID> persons) {
    public PeopleChanged {
        persons = Set.copyOf(persons);
    }
}
