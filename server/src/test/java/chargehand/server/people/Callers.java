package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Caller.Grant;
import chargehand.server.identity.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People of Harbour at their desks.
final class Callers {
    private Callers() {}

    static Caller of(Role role) {
        return of(role, null);
    }

    static Caller of(Role role, @Nullable UUID person) {
        return caller(person, new Grant(role, null, null));
    }

    static Caller ofProject(Role role, UUID project) {
        return caller(null, new Grant(role, null, project));
    }

    private static Caller caller(@Nullable UUID person, Grant grant) {
        return new Caller(UUID.randomUUID(), "Edda", person, List.of(grant));
    }
}
