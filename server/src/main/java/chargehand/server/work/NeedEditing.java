package chargehand.server.work;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.outbox.Notices;
import chargehand.server.people.People;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.ProgressReporting;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Need.Deed;
import chargehand.server.work.Need.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done with needs. The plan's findings follow; a task that stands still for one is held until its day, and let
/// go when it is met.
@Service
class NeedEditing {
    /// By how much the clock of a device may be ahead.
    private static final Duration FAST = Duration.ofMinutes(10);

    private final Needed needs;
    private final TaskRights rights;
    private final ProgressReporting tasks;
    private final PlanEditing plans;
    private final People people;
    private final Audit audit;
    private final LiveEvents events;
    private final Notices notices;
    private final Accounts accounts;
    private final Clock clock;

    NeedEditing(
            Needed needs,
            TaskRights rights,
            ProgressReporting tasks,
            PlanEditing plans,
            People people,
            Audit audit,
            LiveEvents events,
            Notices notices,
            Accounts accounts,
            Clock clock) {
        this.needs = needs;
        this.rights = rights;
        this.tasks = tasks;
        this.plans = plans;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.notices = notices;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// A need with the task that has it.
    record Known(Need need, Head task) {}

    /// @throws Problem 404 for whoever neither sees to it nor is in the project
    Known find(Caller caller, UUID id) {
        var need = needs.find(id).orElseThrow(Problem::notFound);
        var task = rights.task(need.project(), need.task());
        if (!rights.isIn(caller, task) && !seesTo(caller, need, task)) throw Problem.notFound();
        return new Known(need, task);
    }

    /// Whether it is the caller's to see to: as the person, or as the client.
    boolean seesTo(Caller caller, Need need, Head task) {
        if (need.owner() != null) return need.owner().equals(caller.person());
        return need.ofClient()
                && caller.grants().stream()
                        .anyMatch(each -> each.role() == Role.CLIENT
                                && (each.project() != null
                                        ? each.project().equals(need.project())
                                        : Objects.equals(each.client(), task.client())));
    }

    @Transactional
    Need ask(Caller caller, UUID project, String task, NeedWrite written) {
        var head = rights.task(project, task);
        rights.needOwn(caller, head);
        var need = new Need(
                Ids.next(clock),
                project,
                task,
                written.needKind(),
                written.text(),
                owner(written),
                written.isOfClient(),
                written.day(),
                State.open,
                null,
                deed(caller),
                null,
                null,
                null,
                1);
        store(caller, need, null, "need-asked");
        tellOwner(caller, need, head);
        return need;
    }

    private void tellOwner(Caller caller, Need need, Head head) {
        if (need.owner() == null || need.owner().equals(caller.person())) return;
        var account = accounts.ofPersons(List.of(need.owner())).get(need.owner());
        if (account == null) return;
        var occasion = WorkLetters.about(need, caller.account());
        notices.tell(List.of(account.id()), occasion, words -> WorkLetters.asked(words, need, head, caller.name()));
    }

    private @Nullable UUID owner(NeedWrite written) {
        if (written.owner() != null && !people.knows(written.owner()))
            throw Problem.invalid("owner", "There is no such person.");
        return written.owner();
    }

    private Deed deed(Caller caller) {
        return new Deed(caller.account(), caller.name(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// @param before how the task was held for it until now
    private void store(Caller caller, Need need, Need.@Nullable Hold before, String action) {
        if (!needs.put(need)) throw Version.outdated(need.version());
        follow(caller, before, need);
        audit.record(
                caller,
                action,
                "need",
                need.id(),
                need.project(),
                Map.of("task", need.task(), "kind", need.kind().name()));
        events.publish("need", need.project(), null, caller.account(), EventScope.project(need.project()));
        plans.remarked(need.project(), caller.account());
    }

    /// Whoever sees to it may say another day; everything else is for those who have the task.
    @Transactional
    Need change(Caller caller, UUID id, NeedWrite written, long version) {
        var known = find(caller, id);
        var need = known.need();
        if (need.version() != version) throw Version.outdated(need.version());
        needOpen(need);
        var changed = new Need(
                id,
                need.project(),
                need.task(),
                written.needKind(),
                written.text(),
                owner(written),
                written.isOfClient(),
                written.day(),
                need.state(),
                need.note(),
                need.asked(),
                null,
                need.waitingSince(),
                need.hold(),
                version + 1);
        if (!onlyOtherDay(need, changed) || !seesTo(caller, need, known.task())) rights.needOwn(caller, known.task());
        var held = need.waitingSince() == null ? changed : held(changed, known.task());
        store(caller, held, need.hold(), "need-changed");
        if (!Objects.equals(need.owner(), held.owner())) tellOwner(caller, held, known.task());
        return held;
    }

    private static boolean onlyOtherDay(Need before, Need after) {
        return before.kind() == after.kind()
                && before.what().equals(after.what())
                && Objects.equals(before.owner(), after.owner())
                && before.ofClient() == after.ofClient();
    }

    private static void needOpen(Need need) {
        if (!need.isOpen())
            throw Problem.of(409, "need-closed", "This need is closed", "It was met, or is needed no more.")
                    .hint("Open it again first.");
    }

    /// @param note how it was met, or why not; may be null
    @Transactional
    Need close(Caller caller, UUID id, State state, @Nullable String note) {
        var known = find(caller, id);
        var need = known.need();
        if (need.state() == state) return need;
        needOpen(need);
        if (!seesTo(caller, need, known.task())) rights.needOwn(caller, known.task());
        var closed = need.with(state, Texts.optionalLine("note", note), deed(caller), null, null);
        store(caller, closed, need.hold(), state == State.met ? "need-met" : "need-dropped");
        return closed;
    }

    @Transactional
    Need open(Caller caller, UUID id) {
        var known = find(caller, id);
        if (known.need().isOpen()) return known.need();
        rights.needOwn(caller, known.task());
        var opened = known.need().with(State.open, null, null, null, null);
        store(caller, opened, null, "need-opened");
        return opened;
    }

    /// The task stands still for it. One that has not begun is held until the need's day, so that all who wait for it
    /// see when it goes on.
    ///
    /// @param told since when, or null for now; what is a few minutes ahead is a clock that is fast, and means now
    /// @throws Problem 422 for what is still to come, or was before the need was asked for
    @Transactional
    Need waits(Caller caller, UUID id, @Nullable Instant told) {
        var known = find(caller, id);
        rights.needOwn(caller, known.task());
        needOpen(known.need());
        if (known.need().waitingSince() != null) return known.need();
        var need = known.need();
        var since = told == null ? now() : since(told, need);
        var waiting = held(need.with(State.open, need.note(), null, since, need.hold()), known.task());
        store(caller, waiting, need.hold(), "task-waits");
        return waiting;
    }

    /// In whole minutes, as it is told: then the minute in which it was asked for counts.
    private Instant since(Instant told, Need need) {
        var now = now();
        if (told.isAfter(now.plus(FAST)) || told.isBefore(need.asked().at().truncatedTo(ChronoUnit.MINUTES)))
            throw Problem.invalid("since", "It stands still since a moment that is over, and after it was asked for.");
        return told.isAfter(now) ? now : told;
    }

    /// Takes back what was told until then, and nothing later: somebody may have said meanwhile that it stands still
    /// again.
    ///
    /// @param told when it went on, in whole minutes, or null for now
    @Transactional
    Need goesOn(Caller caller, UUID id, @Nullable Instant told) {
        var known = find(caller, id);
        rights.needOwn(caller, known.task());
        var need = known.need();
        var since = need.waitingSince();
        if (since == null
                || told != null && since.truncatedTo(ChronoUnit.MINUTES).isAfter(told)) return need;
        var going = need.with(need.state(), need.note(), need.closed(), null, null);
        store(caller, going, need.hold(), "task-goes-on");
        return going;
    }

    /// With the hold that its day asks for.
    private Need held(Need need, Head head) {
        var task = tasks.task(need.project(), need.task());
        if (need.due() == null || task.progress() != null) return need;
        var until = need.due().atStartOfDay(head.zone()).toInstant();
        var hold = need.hold();
        boolean isOurs = hold != null && hold.until().equals(task.notBefore());
        if (isOurs ? until.equals(task.notBefore()) : !until.isAfter(task.start())) return need;
        return need.withHold(new Need.Hold(until, hold != null && isOurs ? hold.before() : task.notBefore()));
    }

    /// The plan follows. What we held we let go, unless somebody has said something else since.
    private void follow(Caller caller, Need.@Nullable Hold before, Need need) {
        var now = need.hold();
        if (now != null && !now.equals(before))
            tasks.holdUntil(caller, need.project(), need.task(), now.until(), "Waits for “%s”".formatted(need.what()));
        if (now != null || before == null) return;
        var task = tasks.task(need.project(), need.task());
        if (before.until().equals(task.notBefore()))
            tasks.holdUntil(
                    caller, need.project(), need.task(), before.before(), "“%s” is there".formatted(need.what()));
    }
}
