package chargehand.server.reporting;

import chargehand.server.delivery.ChangeReading;
import chargehand.server.delivery.ChangeView;
import chargehand.server.delivery.DeliverableReading;
import chargehand.server.delivery.DeliverableView;
import chargehand.server.identity.Caller;
import chargehand.server.reporting.ClientFact.Kind;
import chargehand.server.reporting.Update.Audience;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the client of a project sees at this moment, each thing with its age.
@Component
class ClientFacts {
    private final Updates updates;
    private final ProjectDocuments documents;
    private final DeliverableReading deliverables;
    private final ChangeReading changes;
    private final Clock clock;

    ClientFacts(
            Updates updates,
            ProjectDocuments documents,
            DeliverableReading deliverables,
            ChangeReading changes,
            Clock clock) {
        this.updates = updates;
        this.documents = documents;
        this.deliverables = deliverables;
        this.changes = changes;
        this.clock = clock;
    }

    /// What the parts are that a portal shows of a project.
    ///
    /// @param told what was released last, or null
    record Parts(
            Update.@Nullable Facts told,
            List<DeliverableView> deliverables,
            List<ProjectDocument.Shown> documents,
            List<ChangeView.OfClient> changes,
            List<Question> questions) {}

    /// @param questions all of the project
    Map<ClientFact.Ref, ClientFact> of(Caller caller, UUID project, List<Question> questions) {
        var told = updates.last(List.of(project), Audience.client).stream()
                .findFirst()
                .map(Update::facts)
                .orElse(null);
        return of(new Parts(
                told,
                deliverables.shown(project),
                documents.shown(project),
                changes.ofClient(caller, project),
                questions));
    }

    /// In the order of a portal.
    Map<ClientFact.Ref, ClientFact> of(Parts parts) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var all = new ArrayList<ClientFact>();
        if (parts.told() != null) all.addAll(milestones(parts.told()));
        for (var each : parts.deliverables()) all.add(deliverable(each, now));
        for (var each : parts.documents())
            all.add(ClientFact.of(
                    Kind.document,
                    each.id(),
                    each.name(),
                    each.released() == null ? now : each.released().at()));
        for (var each : parts.changes())
            if (each.signed() != null)
                all.add(ClientFact.of(
                        Kind.change, each.id(), each.title(), each.signed().at()));
        for (var each : parts.questions())
            if (each.answered() != null)
                all.add(ClientFact.of(
                        Kind.answer, each.id(), each.text(), each.answered().at()));
        var byRef = new LinkedHashMap<ClientFact.Ref, ClientFact>();
        for (var each : all) byRef.putIfAbsent(each.key(), each);
        return byRef;
    }

    private static List<ClientFact> milestones(Update.Facts told) {
        var all = new ArrayList<ClientFact>();
        for (var each : told.promises()) {
            var kept = each.kept();
            var state = kept == null ? "promised" : "done";
            all.add(milestone(each.task(), each.name(), state, kept == null ? each.by() : kept, told));
        }
        for (var each : told.next())
            if (each.task() != null) all.add(milestone(each.task(), each.name(), "planned", each.planned(), told));
        return all;
    }

    private static ClientFact milestone(String task, String name, String state, Instant day, Update.Facts told) {
        return new ClientFact(Kind.milestone, task, name, state, day, told.asOf());
    }

    private static ClientFact deliverable(DeliverableView of, Instant now) {
        return new ClientFact(
                Kind.deliverable, of.id().toString(), of.name(), of.state().name(), null, now);
    }
}
