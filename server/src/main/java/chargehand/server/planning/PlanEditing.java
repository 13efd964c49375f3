package chargehand.server.planning;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanChanges.Kind;
import chargehand.server.shared.Afterwards;
import chargehand.server.shared.Background;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// All changes to plans: each under the lock of its plan, with its calendar repaired and everything
/// stored in one
/// transaction.
@Service
public class PlanEditing {
    private static final long SEED = 1;
    private static final int MOST_CHANGES = 5_000;

    private final Plans plans;
    private final PlanChanges history;
    private final WarmPlans warm;
    private final PlanStore store;
    private final TakenProposals taken;
    private final StepsBack back;
    private final TeamFacts team;
    private final Bookings bookings;
    private final PlanRemarks remarks;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents events;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlanEditing(
            Plans plans,
            PlanChanges history,
            WarmPlans warm,
            PlanStore store,
            TakenProposals taken,
            StepsBack back,
            TeamFacts team,
            Bookings bookings,
            PlanRemarks remarks,
            Scopes scopes,
            Audit audit,
            LiveEvents events,
            ApplicationEventPublisher listeners,
            TransactionTemplate transactions,
            Clock clock) {
        this.plans = plans;
        this.history = history;
        this.warm = warm;
        this.store = store;
        this.taken = taken;
        this.back = back;
        this.team = team;
        this.bookings = bookings;
        this.remarks = remarks;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A new project with a plan of anyone's making, levelled in the same breath with a small budget.
    /// Resources whose
    /// ids are those of persons get their working time and bookings from `people`; others keep what
    /// the plan says.
    ///
    /// @return the id of the project
    public UUID create(Caller caller, NewProject project, Plan plan) {
        var id = project.id() == null ? Ids.next(clock) : project.id();
        var now = warm.now();
        var created = transactions.execute(status -> {
            var written = WrittenPlan.of(plan);
            written = written.withFacts(
                    written.facts().with(team.of(id, written.facts().persons(), plan.start(), plan.start())));
            var live = levelled(id, written, now);
            plans.insert(live, project.kind(), project.client(), caller.account(), clock.instant());
            scopes.register(id, project.client());
            scopes.name(id, plan.name());
            bookings.replace(live, allPlaces(live), List.of());
            audit.record(caller, "project-created", "project", id, id, Map.of("name", plan.name()));
            events.publish("project", id, live.version(), caller.account(), EventScope.project(id));
            listeners.publishEvent(new PlanRescheduled(
                    id, live.version(), false, written.facts().persons()));
            return live;
        });
        warm.of(id).made(created);
        return id;
    }

    private LivePlan levelled(UUID id, WrittenPlan written, Instant now) {
        var plan = written.plan();
        var calendar = Scheduler.schedule(
                plan, Options.schedules(budget(plan)).withNow(now).withSeed(SEED));
        var versions = new long[plan.tasks().size()];
        java.util.Arrays.fill(versions, 1);
        return new LivePlan(id, 1, 1, written, plan, calendar, versions, versions, versions, null, 0, List.of(), false);
    }

    /// How many schedules are tried before anybody sees the plan: a second's worth.
    private static int budget(Plan plan) {
        return Math.clamp(200_000 / Math.max(1, plan.tasks().size()), 20, 400);
    }

    private static List<Integer> allPlaces(LivePlan live) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < live.plan().tasks().size(); i++) places.add(i);
        return places;
    }

    /// Makes changes as one step, on the plan as it is now if nothing that they touch was changed
    /// since `base`.
    ///
    /// @param base the version that the caller saw
    /// @param label what the step is called in the history, or null
    /// @throws Problem 412 with both values where somebody changed the same; 422 for what can't be
    PlanDelta apply(Caller caller, UUID project, List<PlanChange> changes, long base, @Nullable String label) {
        return apply(caller, project, changes, Seen.of(base), label);
    }

    PlanDelta apply(Caller caller, UUID project, List<PlanChange> changes, Seen seen, @Nullable String label) {
        check(changes);
        return edit(caller, project, seen.base(), old -> attempt(project, old, changes, seen, label));
    }

    private static void check(List<PlanChange> changes) {
        if (changes.isEmpty() || changes.size() > MOST_CHANGES)
            throw Problem.invalid("changes", "A step has 1 to %,d changes.".formatted(MOST_CHANGES));
        for (var change : changes) {
            if (change instanceof PlanChange.RestoreTasks || change instanceof PlanChange.SetFacts)
                throw Problem.invalid("kind", "This change is made by undo alone.");
            boolean alone = change instanceof PlanChange.TakeProposal || change instanceof PlanChange.TakeFacts;
            if (alone && changes.size() > 1)
                throw Problem.invalid("changes", "A proposal or new facts are taken in a step of their own.");
        }
    }

    private Attempt attempt(UUID project, LivePlan old, List<PlanChange> changes, Seen seen, @Nullable String label) {
        if (changes.getFirst() instanceof PlanChange.TakeProposal take) return taken.take(old, take, warm.now(), label);
        if (seen.base() < old.version())
            Conflicts.refuse(old, changes, seen.without(history.since(project, seen.base())));
        var resolved = resolved(project, old, changes);
        var edited = PlanEdits.apply(old.written(), resolved, this::nextId);
        var name = Labels.of(label, edited.changes().isEmpty() ? changes : edited.changes(), old.written());
        return Attempt.edit(edited, null, name);
    }

    private String nextId() {
        return Ids.next(clock).toString();
    }

    List<PlanChange> resolved(UUID project, LivePlan old, List<PlanChange> changes) {
        if (!(changes.getFirst() instanceof PlanChange.TakeFacts)) return changes;
        return List.of(new PlanChange.SetFacts(PlanJson.FactsDocument.of(current(project, old))));
    }

    /// The people of a plan as they are now.
    Facts current(UUID project, LivePlan live) {
        var facts = live.written().facts();
        return facts.with(team.of(
                project,
                facts.persons(),
                live.written().start(),
                live.calendar().finish()));
    }

    /// Takes back the caller's last change that still stands, or the one of this version.
    ///
    /// @param version the step that is meant; if it was taken back already nothing happens; null for
    /// the last one
    PlanDelta undo(Caller caller, UUID project, @Nullable Long version) {
        return edit(caller, project, null, old -> back.undo(caller, old, version, warm.now()));
    }

    /// Makes again what the caller took back last.
    PlanDelta redo(Caller caller, UUID project) {
        return edit(caller, project, null, old -> back.redo(caller, old, warm.now()));
    }

    /// Others in the team: those who come are taken as they are now, those who stay as they were.
    PlanDelta setTeam(Caller caller, UUID project, Collection<UUID> persons) {
        return edit(caller, project, null, old -> {
            var facts = old.written().facts();
            var known = facts.persons();
            var gone = known.stream()
                    .filter(each -> !persons.contains(each))
                    .map(UUID::toString)
                    .collect(Collectors.toSet());
            refuseAssigned(old, gone);
            var coming = persons.stream().filter(each -> !known.contains(each)).toList();
            var newer = facts.without(gone)
                    .with(team.of(
                            project,
                            coming,
                            old.written().start(),
                            old.calendar().finish()));
            if (newer.persons().size() != Set.copyOf(persons).size())
                throw Problem.invalid("people", "One of these is nobody whom this company knows.");
            var change = new PlanChange.SetFacts(PlanJson.FactsDocument.of(newer));
            var edited = PlanEdits.apply(old.written(), List.of(change), this::nextId);
            return Attempt.edit(edited, null, "Change the team");
        });
    }

    /// One more in the team, with their time as it is now; nothing if they are in it.
    public void join(Caller caller, UUID project, UUID person) {
        join(caller, project, List.of(person));
    }

    /// The same for several at once.
    public void join(Caller caller, UUID project, Collection<UUID> persons) {
        var known = new java.util.LinkedHashSet<>(warm.current(project)
                .orElseThrow(Problem::notFound)
                .written()
                .facts()
                .persons());
        if (known.addAll(persons)) setTeam(caller, project, known);
    }

    private static void refuseAssigned(LivePlan old, Set<String> gone) {
        var tasks = old.written().rows().stream()
                .map(TaskRow::task)
                .filter(task -> task.assignments().stream()
                        .anyMatch(each -> each.who() instanceof chargehand.engine.plan.Who.Named(var who)
                                && gone.contains(who.value())))
                .map(task -> task.id().value())
                .toList();
        if (!tasks.isEmpty())
            throw Problem.of(
                            422,
                            "still-assigned",
                            "Somebody who is to leave still has tasks",
                            "%d tasks are assigned to somebody who would leave the team.".formatted(tasks.size()))
                    .hint("Assign these tasks to others first.")
                    .with("tasks", tasks);
    }

    /// The way of all edits.
    ///
    /// @param base what the answer is to be laid over, or null for the version before the edit
    private PlanDelta edit(
            Caller caller, UUID project, @Nullable Long base, java.util.function.Function<LivePlan, Attempt> attempt) {
        var place = warm.of(project);
        place.edits.lock();
        try {
            var done = transactions.execute(status -> {
                long version = plans.lock(project).orElseThrow(Problem::notFound);
                var old = warm.at(project, version).orElseThrow(Problem::notFound);
                if (base != null && base > version) throw Conflicts.problem(version, List.of());
                var asked = attempt.apply(old);
                return asked.edited().isNothing() ? new Done(old, old) : carryOut(caller, place, old, asked);
            });
            place.made(done.plan());
            return delta(caller, done.plan(), base == null ? done.before().version() : base);
        } finally {
            Afterwards.ended(place.edits::unlock);
        }
    }

    private record Done(LivePlan before, LivePlan plan) {}

    private Done carryOut(Caller caller, WarmPlans.Warm place, LivePlan old, Attempt asked) {
        var now = warm.now();
        var tried = place.tried();
        var outcome =
                tried != null && tried.isOf(old, asked, now) ? tried.named(asked) : outcome(place, old, asked, now);
        store.keep(caller, outcome);
        return new Done(old, outcome.plan());
    }

    private static Outcome outcome(WarmPlans.Warm place, LivePlan old, Attempt asked, Instant now) {
        var edited = asked.edited();
        boolean otherFacts = edited.plan().facts() != old.written().facts();
        if (otherFacts) place.forgetCompiled();
        var plan = edited.plan().plan();
        var calendar = asked.calendar() == null ? place.rescheduler(old, now).repair(plan) : asked.calendar();
        if (asked.kind() != Kind.undo || asked.calendar() == null) Impossible.refuse(old, calendar, edited.plan());
        var difference = PlanDifference.between(old, edited.plan(), calendar);
        var live = old.after(edited.plan(), plan, calendar, difference, otherFacts);
        return new Outcome(old, asked, live, difference, now);
    }

    /// What [#apply] would answer, with nothing stored: the version that it names does not exist. The same step, asked
    /// for next, takes what was reckoned here.
    ///
    /// @throws Problem as the step itself would
    PlanDelta trial(Caller caller, UUID project, List<PlanChange> changes, Seen seen) {
        check(changes);
        var outcome = tried(project, changes, seen, true);
        return PlanViews.delta(
                outcome.plan(),
                outcome.before().version(),
                outcome.asked().edited().touches(),
                new PlanDelta.Author(caller.account(), caller.name()),
                viewFor(caller, outcome.plan(), true),
                outcome.now());
    }

    /// What changes would make of the plan as it is now.
    ///
    /// @throws Problem as the changes themselves would
    Outcome tried(UUID project, List<PlanChange> changes) {
        return tried(project, changes, null, true);
    }

    /// The same for whoever tries many: what was tried last is kept, for somebody may be about to take that very step.
    Outcome passing(UUID project, List<PlanChange> changes) {
        return tried(project, changes, null, false);
    }

    private Outcome tried(UUID project, List<PlanChange> changes, @Nullable Seen seen, boolean kept) {
        var place = warm.of(project);
        place.edits.lock();
        try {
            var old = warm.current(project).orElseThrow(Problem::notFound);
            var asked = attempt(project, old, changes, seen == null ? Seen.of(old.version()) : seen, null);
            var now = warm.now();
            var last = place.tried();
            if (last != null && last.isOf(old, asked, now)) return last;
            var outcome = outcome(place, old, asked, now);
            if (kept) place.tried(outcome);
            return outcome;
        } finally {
            place.edits.unlock();
        }
    }

    PlanDelta delta(Caller caller, LivePlan live, long since) {
        var steps = history.since(live.project(), since);
        var touches = new LinkedHashSet<String>();
        for (var step : steps) touches.addAll(step.touches());
        var by = steps.isEmpty()
                ? null
                : new PlanDelta.Author(steps.getLast().author(), steps.getLast().authorName());
        return PlanViews.delta(live, since, touches, by, viewFor(caller, live, true), warm.now());
    }

    PlanViews.For viewFor(Caller caller, LivePlan live, boolean mayEdit) {
        var project = live.project();
        var undo = history.undoable(project, caller.account())
                .map(each -> new PlanView.Undoable(each.version(), each.label()))
                .orElse(null);
        var redo = history.redoable(project, caller.account())
                .map(each -> new PlanView.Undoable(each.version(), each.label()))
                .orElse(null);
        return new PlanViews.For(undo, redo, mayEdit, remarks(live));
    }

    private List<FindingView> remarks(LivePlan live) {
        var places = new AtomicReference<Map<TaskId, Integer>>();
        return remarks
                .of(live.project(), live.written().zone(), task -> {
                    if (places.get() == null) places.set(live.places());
                    var place = places.get().get(new TaskId(task));
                    return place == null
                            ? null
                            : live.calendar().tasks().get(place).start();
                })
                .stream()
                .map(each -> new FindingView(
                        each.code().code(),
                        FindingView.Level.warning,
                        List.of(each.task()),
                        each.values(),
                        each.message(),
                        each.hint()))
                .toList();
    }

    /// Others have something else to say about a plan than before: whoever has it open reads its findings again.
    public void remarked(UUID project, @Nullable UUID by) {
        tell(project, by, live -> live.told(live.version() + 1, live.factsChanged(), live.told()));
    }

    /// Tells something about a plan that changes neither it nor its calendar: a version without a step.
    ///
    /// @return the plan as it is told, or null if there was nothing to tell
    @Nullable
    LivePlan tell(UUID project, @Nullable UUID by, UnaryOperator<LivePlan> told) {
        return Background.promptly(() -> tellNow(project, by, told));
    }

    private @Nullable LivePlan tellNow(UUID project, @Nullable UUID by, UnaryOperator<LivePlan> told) {
        var place = warm.of(project);
        place.edits.lock();
        try {
            var live = transactions.execute(status -> {
                long version = plans.lock(project).orElseThrow(Problem::notFound);
                var old = warm.at(project, version).orElseThrow(Problem::notFound);
                var next = told.apply(old);
                if (next == old) return old;
                plans.tell(next);
                events.publish("plan", project, next.version(), by, EventScope.project(project));
                return next;
            });
            if (live != null) place.made(live);
            return live;
        } finally {
            Afterwards.ended(place.edits::unlock);
        }
    }
}
