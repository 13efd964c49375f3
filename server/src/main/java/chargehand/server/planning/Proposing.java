package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.ResourceId;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.PeopleChanged;
import chargehand.server.shared.Background;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Looks for calendars that somebody may want: a better order once edits have settled, and today's people where they
/// are other than when the calendar was made. In the background, one at a time; takes nothing by itself.
@Service
class Proposing {
    private static final Logger LOG = LoggerFactory.getLogger(Proposing.class);
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final long SEED = 1;
    /// What the search spends on a proof, where there can be one: some seconds at most.
    private static final int DEAD_ENDS = 20_000;

    private final WarmPlans warm;
    private final PlanEditing editing;
    private final Proposals proposals;
    private final BetterCalendars better;
    private final Aims aims;
    private final Projects projects;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;
    /// For each project the number of its last edit here: a search for an older one stops.
    private final Map<UUID, Long> edits = new ConcurrentHashMap<>();

    private final Set<UUID> toCompare = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(Background.threads("proposing"));

    Proposing(
            WarmPlans warm,
            PlanEditing editing,
            Proposals proposals,
            BetterCalendars better,
            Aims aims,
            Projects projects,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.warm = warm;
        this.editing = editing;
        this.proposals = proposals;
        this.better = better;
        this.aims = aims;
        this.projects = projects;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        edits.clear();
        background.shutdownNow();
    }

    List<PlanDeskController.ProposalView> open(UUID project) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        return proposals.of(project).stream()
                .filter(each -> each.version() == live.edited())
                .map(each -> view(each, live))
                .toList();
    }

    private PlanDeskController.ProposalView view(Proposal proposal, LivePlan live) {
        var moves = new ArrayList<Preview.Move>();
        var people = new HashSet<ResourceId>();
        var places = live.places();
        for (var move : proposal.moves()) {
            var place = places.get(move.task());
            if (place == null) continue;
            moves.add(PlanPreviews.move(live.calendar().tasks().get(place), move));
            for (var each : move.assignments()) people.add(each.resource());
        }
        return new PlanDeskController.ProposalView(
                proposal.id(),
                proposal.kind(),
                proposal.at(),
                proposal.version(),
                new PlanDeskController.FinishView(proposal.finishWas(), proposal.finishNow()),
                moves,
                people.size(),
                LostDay.of(live, proposal.moves(), clock.instant()),
                proposal.why(),
                proposal.values(),
                proposal.findings());
    }

    void dismiss(Caller caller, UUID project, UUID id) {
        editing.tell(project, caller.account(), live -> {
            var proposal = proposals.find(project, id).orElseThrow(Problem::notFound);
            proposals.dismiss(proposal);
            audit.record(
                    caller,
                    "proposal-dismissed",
                    "plan",
                    project,
                    project,
                    Map.of("kind", proposal.kind().name()));
            events.publish("proposal", project, null, caller.account(), EventScope.project(project));
            return live;
        });
    }

    /// After an edit: a search once no other follows, and a look at those who share its people.
    @TransactionalEventListener
    void on(PlanRescheduled rescheduled) {
        if (rescheduled.draft()) return;
        long edit = edits.merge(rescheduled.project(), 1L, Long::sum);
        background.schedule(
                () -> quietly(() -> search(rescheduled.project(), edit)), SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        compareSoon(rescheduled.persons());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PeopleChanged changed) {
        compareSoon(changed.persons());
    }

    private void compareSoon(Collection<UUID> persons) {
        if (!persons.isEmpty()) background.execute(() -> quietly(() -> compareSharing(persons)));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            if (failed instanceof Problem problem && problem.status() == 404) return;
            LOG.warn("A calendar could not be looked for.", failed);
        }
    }

    /// How many schedules are tried: a few seconds' worth, fewer for larger plans.
    static int budget(int tasks) {
        return Math.clamp(1_500_000L / Math.max(1, tasks), 50, 3_000);
    }

    void search(UUID project, long edit) {
        if (isStale(project, edit)) return;
        var live = warm.current(project).orElseThrow(Problem::notFound);
        if (live.plan().tasks().isEmpty()) return;
        if (proposals.dismissed(project, Proposal.Kind.calendar, live.edited())) return;
        int budget = budget(live.plan().tasks().size());
        var found = Scheduler.schedule(
                live.plan(),
                Options.schedules(budget)
                        .withProof(DEAD_ENDS)
                        .withNow(warm.now())
                        .withSeed(SEED)
                        .withAims(aims.of(project))
                        .withTold(live.calendar())
                        .withStop(() -> isStale(project, edit)));
        if (found.endedEarly() || isStale(project, edit)) return;
        better.propose(live, found, budget, SEED);
    }

    private boolean isStale(UUID project, long edit) {
        return edits.getOrDefault(project, -1L) != edit;
    }

    static List<ScheduledTask> moved(LivePlan live, Calendar calendar) {
        var moved = new ArrayList<ScheduledTask>();
        for (int i = 0; i < calendar.tasks().size(); i++)
            if (!PlanDifference.samePlace(
                    live.calendar().tasks().get(i), calendar.tasks().get(i)))
                moved.add(calendar.tasks().get(i));
        return moved;
    }

    /// The plan that was edited is among them: what was new of its people and touched nothing may do so now.
    private void compareSharing(Collection<UUID> persons) {
        for (var project : projects.sharing(persons))
            if (toCompare.add(project))
                background.schedule(() -> compareNow(project), SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void compareNow(UUID project) {
        toCompare.remove(project);
        quietly(() -> compare(project));
    }

    /// Looks whether people are other than when the calendar was made, and says what no longer fits.
    void compare(UUID project) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var now = warm.now();
        var facts = editing.current(project, live).sharing(live.written().facts());
        var comparison = new FactsComparison(live, facts, now);
        var changed = comparison.changed();
        if (changed.isEmpty()) {
            settle(live);
            return;
        }
        var findings = comparison.findings(changed);
        var plan = live.written().withFacts(facts).plan();
        var repaired = new Rescheduler(live.plan(), live.calendar(), now).repair(plan);
        var moves = moved(live, repaired);
        boolean dismissed = proposals.dismissed(project, Proposal.Kind.facts, live.edited());
        if (moves.isEmpty() && findings.isEmpty()) settle(live);
        else if (!dismissed || !findings.equals(live.told()))
            tell(live, proposal(live, repaired, moves, facts, findings, now), changed.size());
    }

    private Proposal proposal(
            LivePlan live,
            Calendar repaired,
            List<ScheduledTask> moves,
            Facts facts,
            List<FindingView> findings,
            Instant now) {
        return new Proposal(
                Ids.next(clock),
                live.project(),
                Proposal.Kind.facts,
                live.edited(),
                now,
                live.calendar().seed(),
                1,
                live.calendar().finish(),
                repaired.finish(),
                null,
                "people-changed",
                Map.of("findings", findings.size()),
                moves,
                PlanJson.FactsDocument.of(facts),
                findings);
    }

    private void tell(LivePlan live, Proposal proposal, int changed) {
        editing.tell(live.project(), null, current -> {
            if (current.edited() != proposal.version()) return current;
            boolean known = proposals.of(live.project()).stream()
                    .anyMatch(each -> each.kind() == Proposal.Kind.facts
                            && each.version() == proposal.version()
                            && proposal.facts() != null
                            && proposal.facts().equals(each.facts()));
            if (known) return current;
            proposals.put(proposal);
            events.publish("proposal", live.project(), null, null, EventScope.project(live.project()));
            return current.told(current.version() + 1, changed, proposal.findings());
        });
    }

    /// Nothing is left to be said of people.
    private void settle(LivePlan live) {
        if (live.factsChanged() == 0 && live.told().isEmpty()) return;
        editing.tell(live.project(), null, current -> {
            if (current.edited() != live.edited()) return current;
            proposals.remove(live.project(), Proposal.Kind.facts);
            events.publish("proposal", live.project(), null, null, EventScope.project(live.project()));
            return current.told(current.version() + 1, 0, List.of());
        });
    }
}
