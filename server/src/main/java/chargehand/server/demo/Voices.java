package chargehand.server.demo;

import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets each of the made-up people do what they do under their own name.
@Component
class Voices {
    private final Accounts accounts;

    Voices(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Somebody who may everything.
    ///
    /// @param people by name
    Caller of(String name, Map<String, UUID> people) {
        var person = Objects.requireNonNull(people.get(name), name);
        var account = accounts.ofPersons(List.of(person)).get(person);
        var id = account == null ? Caller.SYSTEM.account() : account.id();
        return new Caller(id, name, person, Caller.SYSTEM.grants());
    }
}
