package chargehand.server.outbox;

import java.util.UUID;

/// Who may hear of an event: decided for each listener when it is sent, not when it was written.
public sealed interface EventScope {
    record Company() implements EventScope {}

    record Client(UUID client) implements EventScope {}

    record Project(UUID project) implements EventScope {}

    record Account(UUID account) implements EventScope {}

    static EventScope company() {
        return new Company();
    }

    static EventScope client(UUID client) {
        return new Client(client);
    }

    static EventScope project(UUID project) {
        return new Project(project);
    }

    static EventScope account(UUID account) {
        return new Account(account);
    }
}
