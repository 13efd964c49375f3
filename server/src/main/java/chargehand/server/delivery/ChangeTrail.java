package chargehand.server.delivery;

import chargehand.server.audit.Audit;
import chargehand.server.delivery.ChangeRequest.State;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What every step of a change has in common: who may take it, in which state, and the trace that it
/// leaves.
@Component
class ChangeTrail {
    private final ChangeRequests changes;
    private final Projects projects;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    ChangeTrail(ChangeRequests changes, Projects projects, Audit audit, LiveEvents events, Clock clock) {
        this.changes = changes;
        this.projects = projects;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// A change that nobody else touches until the transaction ends.
    ///
    /// @throws Problem 404 if there is none; 409 if it is in no state from which this can be done
    ChangeRequest lock(UUID project, UUID id, State... from) {
        var change = changes.lock(project, id).orElseThrow(Problem::notFound);
        if (!Arrays.asList(from).contains(change.state())) throw elsewhere(change.state());
        return change;
    }

    static Problem elsewhere(State state) {
        if (state == State.signed)
            return Problem.of(409, "change-signed", "It is signed", "What was signed stays as it is.")
                    .hint("Ask for another change.");
        return Problem.of(
                        409,
                        "change-state",
                        "The change has moved on",
                        "It is %s now, from where this can't be done.".formatted(state))
                .hint("Read it again.")
                .with("state", state.name());
    }

    /// What the client decides nobody decides for them.
    ///
    /// @throws Problem 403 for whoever is not of the client
    void needClient(Caller caller, UUID project) {
        var client = project(project).client();
        boolean isOfClient = caller.grants().stream()
                .anyMatch(each -> each.role() == Role.CLIENT
                        && (each.project() != null
                                ? each.project().equals(project)
                                : client != null && client.id().equals(each.client())));
        if (!isOfClient) throw Problem.forbidden().hint("The client decides this, and nobody for them.");
    }

    Project project(UUID project) {
        return projects.find(project).orElseThrow(Problem::notFound);
    }

    ChangeRequest.Deed deed(Caller caller) {
        return new ChangeRequest.Deed(caller.account(), caller.name(), now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void done(Caller caller, ChangeRequest change, String action, Map<String, Object> detail) {
        var said = new HashMap<>(detail);
        said.put("number", change.number());
        audit.record(caller, action, "change", change.id(), change.project(), said);
        events.publish("change", change.project(), null, caller.account(), EventScope.project(change.project()));
    }
}
