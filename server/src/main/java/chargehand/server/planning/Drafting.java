package chargehand.server.planning;

import chargehand.engine.plan.TaskId;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.DraftView.MoveView;
import chargehand.server.planning.DraftView.StepView;
import chargehand.server.planning.Drafts.Draft;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What-if: a plan is copied, changed as any other, compared with today's, and taken over, all of it
/// or in part, by
/// making its changes again in the plan.
@Service
class Drafting {
    private static final String TODAY = "Today's plan";
    private static final int MOST = 50;
    private static final int SHOWN = 200;

    private final Drafts drafts;
    private final Plans plans;
    private final Projects projects;
    private final PlanChanges history;
    private final WarmPlans warm;
    private final PlanEditing editing;
    private final Baselines baselines;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Drafting(
            Drafts drafts,
            Plans plans,
            Projects projects,
            PlanChanges history,
            WarmPlans warm,
            PlanEditing editing,
            Baselines baselines,
            Scopes scopes,
            Audit audit,
            LiveEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.drafts = drafts;
        this.plans = plans;
        this.projects = projects;
        this.history = history;
        this.warm = warm;
        this.editing = editing;
        this.baselines = baselines;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    List<DraftView.Head> heads(UUID project) {
        return drafts.of(project).stream()
                .map(each -> new DraftView.Head(
                        each.id(),
                        each.name(),
                        each.at(),
                        new PlanDelta.Author(each.author(), each.authorName()),
                        tried(each).size(),
                        live(each.id()).calendar().finish()))
                .toList();
    }

    /// A copy of the plan as it is now, with its calendar; bars in it are compared with today's.
    @Transactional
    public UUID begin(Caller caller, UUID project, String name) {
        var text = PlanEdits.planName(name == null ? "" : name);
        var of = projects.find(project).orElseThrow(Problem::notFound);
        if (of.draft() != null) throw Problem.invalid("project", "A draft has no drafts of its own.");
        if (drafts.of(project).size() >= MOST)
            throw Problem.invalid("name", "A plan has at most %d drafts; throw some away first.".formatted(MOST));
        var today = live(project);
        var id = Ids.next(clock);
        var copy = copy(id, today);
        plans.insert(copy, of.kind(), of.client() == null ? null : of.client().id(), caller.account(), clock.instant());
        drafts.insert(new Draft(id, project, text, today.version(), clock.instant(), caller.account(), caller.name()));
        scopes.registerDraft(id, project);
        var tasks = today.calendar().tasks();
        var baseline = new Baseline(Ids.next(clock), TODAY, clock.instant(), 1, Baselines.dates(tasks));
        baselines.insert(id, baseline, tasks, caller.account());
        audit.record(caller, "draft-begun", "draft", id, project, Map.of("name", text));
        events.publish("draft", project, null, caller.account(), EventScope.project(project));
        listeners.publishEvent(new PlanRescheduled(id, 1, true, Set.of()));
        return id;
    }

    private static LivePlan copy(UUID id, LivePlan today) {
        var versions = new long[today.plan().tasks().size()];
        Arrays.fill(versions, 1);
        return new LivePlan(
                id,
                1,
                1,
                today.written(),
                today.plan(),
                today.calendar(),
                versions,
                versions,
                versions,
                null,
                today.factsChanged(),
                List.of(),
                true);
    }

    private LivePlan live(UUID project) {
        return warm.current(project).orElseThrow(Problem::notFound);
    }

    private Draft draft(UUID project, UUID id) {
        return drafts.find(project, id).orElseThrow(Problem::notFound);
    }

    /// What was tried, can be made again in the plan and stands, in order.
    List<PlanChange> takeable(Draft draft) {
        var changes = new ArrayList<PlanChange>();
        for (var step : tried(draft)) {
            var content = history.content(draft.id(), step.version()).changes();
            if (isTakeable(content)) changes.addAll(content);
        }
        return changes;
    }

    /// What was tried and stands, in order.
    private List<PlanChanges.Step> tried(Draft draft) {
        return history.since(draft.id(), 0).stream()
                .filter(each -> each.kind() != PlanChanges.Kind.undo && each.undoneBy() == null)
                .toList();
    }

    DraftView view(UUID project, UUID id) {
        var draft = draft(project, id);
        var today = live(project);
        var tried = live(id);
        var since = history.since(project, draft.base());
        var moves = moves(today, tried);
        return new DraftView(
                id,
                draft.name(),
                draft.base(),
                today.version(),
                Conflicts.standing(since).size(),
                draft.at(),
                new PlanDelta.Author(draft.author(), draft.authorName()),
                new PlanDeskController.FinishView(
                        today.calendar().finish(), tried.calendar().finish()),
                tried(draft).stream().map(each -> step(id, each, today, since)).toList(),
                moves.size(),
                moves.subList(0, Math.min(SHOWN, moves.size())),
                removed(today, tried));
    }

    private StepView step(UUID id, PlanChanges.Step step, LivePlan today, List<PlanChanges.Step> since) {
        var changes = history.content(id, step.version()).changes();
        return new StepView(
                step.version(),
                step.label(),
                new PlanDelta.Author(step.author(), step.authorName()),
                step.at(),
                isTakeable(changes),
                Conflicts.of(today, changes, since));
    }

    /// A better calendar is one of the draft's own tasks, and people as they are now are taken by the
    /// plan itself.
    private static boolean isTakeable(List<PlanChange> changes) {
        return !changes.isEmpty()
                && changes.stream()
                        .noneMatch(each -> each instanceof PlanChange.TakeProposal
                                || each instanceof PlanChange.TakeFacts
                                || each instanceof PlanChange.SetFacts
                                || each instanceof PlanChange.RestoreTasks);
    }

    private static List<MoveView> moves(LivePlan today, LivePlan tried) {
        var ends = new HashMap<TaskId, Instant>();
        for (var each : today.calendar().tasks()) ends.put(each.task(), each.finish());
        var moves = new ArrayList<MoveView>();
        for (int i = 0; i < tried.plan().tasks().size(); i++) {
            var task = tried.plan().tasks().get(i);
            var now = tried.calendar().tasks().get(i).finish();
            var was = ends.get(task.id());
            if (!now.equals(was)) moves.add(new MoveView(task.id().value(), task.name(), was, now));
        }
        moves.sort(Comparator.comparing(Drafting::distance).reversed());
        return moves;
    }

    /// What is new moves most.
    private static Duration distance(MoveView move) {
        var was = move.was();
        return was == null
                ? Duration.ofDays(Short.MAX_VALUE)
                : Duration.between(was, move.now()).abs();
    }

    private static List<String> removed(LivePlan today, LivePlan tried) {
        var there = new HashSet<TaskId>();
        for (var each : tried.plan().tasks()) there.add(each.id());
        return today.plan().tasks().stream()
                .filter(each -> !there.contains(each.id()))
                .map(each -> each.name())
                .toList();
    }

    /// Makes what was tried again in the plan, as one step.
    ///
    /// @param versions the steps that are taken, or null for all that can be
    /// @param overrule take the draft's value where somebody changed the same meanwhile
    /// @throws Problem 412 with both values where somebody did, unless overruled; 422 where a step
    /// needs one that is left
    @Transactional
    public PlanDelta take(Caller caller, UUID project, UUID id, @Nullable List<Long> versions, boolean overrule) {
        var draft = draft(project, id);
        var changes = new ArrayList<PlanChange>();
        for (var step : tried(draft)) {
            if (versions != null && !versions.contains(step.version())) continue;
            var content = history.content(id, step.version()).changes();
            if (isTakeable(content)) changes.addAll(content);
        }
        if (changes.isEmpty()) throw Problem.invalid("steps", "None of these steps can be taken.");
        long base = overrule ? live(project).version() : draft.base();
        var label = "Take over “%s”".formatted(draft.name());
        var delta = editing.apply(caller, project, changes, base, label);
        audit.record(
                caller,
                "draft-taken",
                "draft",
                id,
                project,
                Map.of("name", draft.name(), "changes", changes.size(), "version", delta.version()));
        return delta;
    }

    @Transactional
    public void throwAway(Caller caller, UUID project, UUID id) {
        var draft = draft(project, id);
        drafts.remove(id);
        scopes.forgetDraft(id);
        listeners.publishEvent(new DraftThrownAway(id));
        audit.record(caller, "draft-thrown-away", "draft", id, project, Map.of("name", draft.name()));
        events.publish("draft", project, null, caller.account(), EventScope.project(project));
    }
}
