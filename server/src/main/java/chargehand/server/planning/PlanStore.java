package chargehand.server.planning;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanChanges.Kind;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Keeps what edits have made, with all that follows from it, in the transaction of the edit.
@Component
class PlanStore {
    private final Plans plans;
    private final PlanChanges history;
    private final Proposals proposals;
    private final Bookings bookings;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    PlanStore(
            Plans plans,
            PlanChanges history,
            Proposals proposals,
            Bookings bookings,
            Scopes scopes,
            Audit audit,
            LiveEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.plans = plans;
        this.history = history;
        this.proposals = proposals;
        this.bookings = bookings;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    void keep(Caller caller, Outcome outcome) {
        var old = outcome.before();
        var live = outcome.plan();
        var asked = outcome.asked();
        var difference = outcome.difference();
        var project = live.project();
        plans.store(old, live, difference);
        if (!old.plan().name().equals(live.plan().name()))
            scopes.name(live.project(), live.plan().name());
        var after = difference.moved().stream()
                .mapToObj(place -> live.calendar().tasks().get(place))
                .toList();
        var step = new PlanChanges.Step(
                live.version(),
                asked.kind(),
                asked.label(),
                caller.account(),
                caller.name(),
                clock.instant(),
                asked.edited().touches(),
                asked.undoes(),
                null,
                asked.exact());
        history.insert(
                project,
                step,
                new PlanChanges.Content(
                        asked.edited().changes(), asked.edited().inverse(), difference.before(), after));
        boolean took = asked.kind() == Kind.edit
                && asked.edited().changes().stream().anyMatch(PlanChange.TakeProposal.class::isInstance);
        if (took)
            proposals.taken(
                    project,
                    live.version(),
                    old.calendar().finish(),
                    live.calendar().finish());
        var persons = live.draft()
                ? Set.<UUID>of()
                : bookings.replace(live, difference.moved().stream().boxed().toList(), difference.before());
        boolean gone = proposals.remove(project, Proposal.Kind.calendar) > 0;
        if (live.written().facts() != old.written().facts()) gone |= proposals.remove(project, Proposal.Kind.facts) > 0;
        var detail = Map.<String, Object>of("label", asked.label(), "version", live.version());
        audit.record(caller, past(asked.kind()), "plan", project, project, detail);
        events.publish("plan", project, live.version(), caller.account(), EventScope.project(project));
        if (gone) events.publish("proposal", project, live.version(), caller.account(), EventScope.project(project));
        listeners.publishEvent(new PlanRescheduled(project, live.version(), live.draft(), persons));
    }

    private static String past(Kind kind) {
        return switch (kind) {
            case edit -> "plan-changed";
            case undo -> "plan-change-undone";
            case redo -> "plan-change-redone";
        };
    }
}
