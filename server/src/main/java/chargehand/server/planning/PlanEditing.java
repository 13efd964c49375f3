package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanChanges.Kind;
import chargehand.server.planning.PlanEdits.Edited;
import chargehand.server.shared.Afterwards;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Proposals proposals;
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
            Proposals proposals,
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
        this.proposals = proposals;
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

    /// What an edit is about to do.
    ///
    /// @param calendar of the edited plan where it is known, or null to have it repaired
    /// @param undoes the step that is taken back, or null
    private record Attempt(
            Edited edited,
            @Nullable Calendar calendar,
            Kind kind,
            String label,
            @Nullable Long undoes,
            boolean exact) {}

    private Attempt attempt(UUID project, LivePlan old, List<PlanChange> changes, Seen seen, @Nullable String label) {
        if (changes.getFirst() instanceof PlanChange.TakeProposal take) return take(project, old, take, label);
        if (seen.base() < old.version())
            Conflicts.refuse(old, changes, seen.without(history.since(project, seen.base())));
        var resolved = resolved(project, old, changes);
        var edited = PlanEdits.apply(old.written(), resolved, this::nextId);
        var name = Labels.of(label, edited.changes().isEmpty() ? changes : edited.changes(), old.written());
        return new Attempt(edited, null, Kind.edit, name, null, false);
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

    private Attempt take(UUID project, LivePlan old, PlanChange.TakeProposal take, @Nullable String label) {
        var proposal = proposals.find(project, take.proposal()).orElseThrow(PlanEditing::obsolete);
        if (proposal.version() != old.edited()) throw obsolete();
        var changes = List.<PlanChange>of(take);
        if (proposal.kind() == Proposal.Kind.facts && proposal.facts() != null) {
            var edited =
                    PlanEdits.apply(old.written(), List.of(new PlanChange.SetFacts(proposal.facts())), this::nextId);
            return new Attempt(edited, null, Kind.edit, Labels.of(label, edited.changes(), old.written()), null, false);
        }
        var moves = new HashMap<TaskId, ScheduledTask>();
        for (var move : proposal.moves()) moves.put(move.task(), move);
        boolean all = take.tasks() == null || take.tasks().isEmpty();
        var calendar = all
                ? Plans.withBound(measured(old.plan(), placed(old, moves), warm.now()), proposal.bound())
                : around(old, moves, take.tasks() == null ? List.of() : take.tasks());
        var edited = new Edited(old.written(), changes, List.of(), Set.of(Touches.plan("dates")));
        return new Attempt(edited, calendar, Kind.edit, Labels.of(label, changes, old.written()), null, false);
    }

    private static Problem obsolete() {
        return Problem.of(
                        409,
                        "proposal-obsolete",
                        "The plan has changed since",
                        "This proposal was found for a plan that is no longer there.")
                .hint("Wait for the next one; it is looked for whenever the plan has changed.");
    }

    private static Calendar placed(LivePlan live, Map<TaskId, ScheduledTask> moves) {
        var tasks = new ArrayList<ScheduledTask>();
        for (var task : live.calendar().tasks()) tasks.add(moves.getOrDefault(task.task(), task));
        return withTasks(live.calendar(), tasks);
    }

    private static Calendar withTasks(Calendar calendar, List<ScheduledTask> tasks) {
        return new Calendar(
                calendar.start(),
                calendar.finish(),
                tasks,
                null,
                calendar.schedules(),
                calendar.seed(),
                false,
                calendar.findings());
    }

    static Calendar measured(Plan plan, Calendar calendar, Instant now) {
        return new Rescheduler(plan, calendar, now).measured();
    }

    /// Only some of the moves: those tasks are held where they are proposed, and the rest is repaired
    /// around them.
    private Calendar around(LivePlan old, Map<TaskId, ScheduledTask> moves, List<String> chosen) {
        var wanted = new HashSet<>(chosen);
        var pinned = new ArrayList<Task>();
        for (var task : old.plan().tasks()) {
            var move = moves.get(task.id());
            boolean isWanted = wanted.contains(task.id().value()) && task.progress() == null;
            pinned.add(move != null && isWanted ? task.withPinnedStart(move.start()) : task);
        }
        var now = warm.now();
        var repaired = Rescheduler.repair(old.plan(), old.calendar(), old.plan().withTasks(pinned), now);
        return measured(old.plan(), repaired, now);
    }

    /// Takes back the caller's last change that still stands, or the one of this version.
    ///
    /// @param version the step that is meant; if it was taken back already nothing happens; null for
    /// the last one
    PlanDelta undo(Caller caller, UUID project, @Nullable Long version) {
        return edit(caller, project, null, old -> {
            var step = history.undoable(project, caller.account());
            if (version != null
                    && step.map(PlanChanges.Step::version)
                            .filter(version::equals)
                            .isEmpty()) {
                if (isUndone(project, caller, version)) return nothing(old);
                throw nothingTo("undo");
            }
            return takeBack(project, old, step.orElseThrow(() -> nothingTo("undo")), Kind.undo);
        });
    }

    private boolean isUndone(UUID project, Caller caller, long version) {
        return history.page(project, version + 1, 1).stream()
                .anyMatch(each ->
                        each.version() == version && each.author().equals(caller.account()) && each.undoneBy() != null);
    }

    private static Attempt nothing(LivePlan old) {
        return new Attempt(
                new Edited(old.written(), List.of(), List.of(), Set.of()), old.calendar(), Kind.undo, "", null, false);
    }

    /// Makes again what the caller took back last.
    PlanDelta redo(Caller caller, UUID project) {
        return edit(caller, project, null, old -> {
            var step = history.redoable(project, caller.account()).orElseThrow(() -> nothingTo("redo"));
            return takeBack(project, old, step, Kind.redo);
        });
    }

    private static Problem nothingTo(String what) {
        return Problem.of(
                        409,
                        "nothing-to-" + what,
                        "There is nothing to " + what,
                        "None of your changes to this plan is left to " + what + ".")
                .hint("Changes of others are theirs to take back.");
    }

    private Attempt takeBack(UUID project, LivePlan old, PlanChanges.Step step, Kind kind) {
        var content = history.content(project, step.version());
        var between = history.since(project, step.version());
        Conflicts.refuse(old, content.inverse(), between);
        var edited = PlanEdits.apply(old.written(), content.inverse(), this::nextId);
        boolean exact = Conflicts.standing(between).isEmpty()
                && between.stream().allMatch(each -> each.kind() != Kind.undo || each.exact());
        var calendar = exact ? restored(edited.plan(), old, content.before()) : null;
        if (calendar == null && content.changes().stream().anyMatch(PlanChange.TakeProposal.class::isInstance))
            throw nothingTo(kind.name()).with("version", step.version());
        return new Attempt(
                new Edited(edited.plan(), content.inverse(), content.changes(), edited.touches()),
                calendar,
                kind,
                step.label(),
                step.version(),
                calendar != null);
    }

    /// The calendar with tasks back where they were, or null if one of them was nowhere.
    private @Nullable Calendar restored(WrittenPlan written, LivePlan old, List<ScheduledTask> before) {
        var at = new HashMap<TaskId, ScheduledTask>();
        for (var each : old.calendar().tasks()) at.put(each.task(), each);
        for (var each : before) at.put(each.task(), each);
        var tasks = new ArrayList<ScheduledTask>();
        for (var row : written.rows()) {
            var task = at.get(row.id());
            if (task == null) return null;
            tasks.add(task);
        }
        return measured(written.plan(), withTasks(old.calendar(), tasks), warm.now());
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
            return new Attempt(edited, null, Kind.edit, "Change the team", null, false);
        });
    }

    /// One more in the team, with their time as it is now; nothing if they are in it.
    public void join(Caller caller, UUID project, UUID person) {
        var known = new java.util.LinkedHashSet<>(warm.current(project)
                .orElseThrow(Problem::notFound)
                .written()
                .facts()
                .persons());
        if (known.add(person)) setTeam(caller, project, known);
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
        var edited = asked.edited();
        var now = warm.now();
        boolean otherFacts = edited.plan().facts() != old.written().facts();
        if (otherFacts) place.forgetCompiled();
        var plan = edited.plan().plan();
        var calendar = asked.calendar() == null ? place.rescheduler(old, now).repair(plan) : asked.calendar();
        if (asked.kind() != Kind.undo || asked.calendar() == null) Impossible.refuse(old, calendar, edited.plan());
        var difference = PlanDifference.between(old, edited.plan(), calendar);
        var live = old.after(edited.plan(), plan, calendar, difference, otherFacts);
        store(caller, old, live, asked, difference);
        return new Done(old, live);
    }

    private void store(Caller caller, LivePlan old, LivePlan live, Attempt asked, PlanDifference difference) {
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
