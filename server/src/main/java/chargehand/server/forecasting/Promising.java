package chargehand.server.forecasting;

import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Task;
import chargehand.server.audit.Audit;
import chargehand.server.forecasting.Promises.Kind;
import chargehand.server.forecasting.Promises.Step;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.Deadlines;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import chargehand.server.work.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Promises are given, moved by a person with a reason, and withdrawn; the dates that they had stay in
/// their history. That of a task is written into its plan in the same step.
@Service
public class Promising {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Promises promises;
    private final PlanReading plans;
    private final Deadlines deadlines;
    private final Audit audit;
    private final LiveEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Promising(
            Promises promises,
            PlanReading plans,
            Deadlines deadlines,
            Audit audit,
            LiveEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.promises = promises;
        this.plans = plans;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /// @param by whoever is promised has it then or earlier
    /// @param whom to whom
    /// @param wording as it was said, or null
    /// @param giver who gave it, or null for whoever writes it down
    /// @param on the day on which it was given, or null for today
    public record Given(
            @Nullable Instant by,
            @Nullable String whom,
            @Nullable String wording,
            @Nullable String giver,
            @Nullable LocalDate on) {}

    /// What is promised now, if anything.
    private record Standing(
            PlanReading.Current plan,
            @Nullable Task task,
            @Nullable Promise known) {
        @Nullable
        Instant by() {
            if (task != null)
                return task.deadline() == null ? null : task.deadline().by();
            return known == null ? null : known.by();
        }

        @Nullable
        String whom() {
            if (task != null)
                return task.deadline() == null ? null : task.deadline().promisedTo();
            return known == null ? null : known.whom();
        }

        String what() {
            return task == null ? plan.plan().name() : task.name();
        }
    }

    private Standing standing(UUID project, String task) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        if (current.draft())
            throw Problem.invalid("project", "Nothing is promised in a draft.").hint("Promise it in the plan.");
        var found = task.equals(Promise.WHOLE)
                ? null
                : current.plan().tasks().stream()
                        .filter(each -> each.id().value().equals(task))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        return new Standing(current, found, promises.find(project, task).orElse(null));
    }

    /// Gives one, or says who gave one whose date stands in the plan already.
    ///
    /// @param task [Promise#WHOLE] for the whole project
    @Transactional
    public void give(Caller caller, UUID project, String task, Given given) {
        var standing = standing(project, task);
        var by = moment(given.by());
        var was = standing.by();
        if (was != null && !was.equals(by))
            throw Problem.invalid("by", "It is promised for another day already.")
                    .hint("Move the promise, with a reason.");
        var whom = Texts.line("to", given.whom());
        var today = LocalDate.ofInstant(clock.instant(), standing.plan().plan().zone());
        var on = given.on() == null ? today : given.on();
        if (on.isAfter(today)) throw Problem.invalid("on", "It can't have been given after today.");
        Long version = null;
        if (standing.task() != null && !Objects.equals(standing.task().deadline(), new Deadline(by, whom)))
            version = deadlines.set(
                    caller, project, task, new Deadline(by, whom), "Promise “%s”".formatted(standing.what()));
        var giver =
                given.giver() == null || given.giver().isBlank() ? caller.name() : Texts.line("giver", given.giver());
        promises.put(new Promise(
                project,
                task,
                standing.task() == null ? by : null,
                whom,
                Texts.optionalLine("wording", given.wording()),
                giver,
                on));
        if (was == null) add(caller, project, task, Kind.given, null, by, null, version);
        done(caller, project, task, "promise-given", Map.of("what", standing.what(), "by", by.toString()));
    }

    private Instant moment(@Nullable Instant by) {
        if (by == null) throw Problem.invalid("by", "It isn't said until when.");
        if (by.isBefore(Instant.EPOCH)
                || by.isAfter(LATEST)
                || !by.truncatedTo(ChronoUnit.MINUTES).equals(by))
            throw Problem.invalid("by", "That is no moment that can be promised.");
        return by;
    }

    private void add(
            Caller caller,
            UUID project,
            String task,
            Kind kind,
            @Nullable Instant was,
            @Nullable Instant by,
            @Nullable String reason,
            @Nullable Long version) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        promises.add(project, new Step(task, kind, was, by, reason, version, caller.account(), caller.name(), at));
    }

    private void done(Caller caller, UUID project, String task, String action, Map<String, Object> detail) {
        var told = new HashMap<>(detail);
        if (!task.equals(Promise.WHOLE)) told.put("task", task);
        audit.record(caller, action, "promise", project, project, told);
        events.publish("promise", project, null, caller.account(), EventScope.project(project));
        listeners.publishEvent(new PromiseChanged(project));
    }

    /// Gives it another date. The one before stays in its history, with the reason.
    @Transactional
    public void move(Caller caller, UUID project, String task, @Nullable Instant to, @Nullable String reason) {
        var standing = standing(project, task);
        var was = standing.by();
        if (was == null) throw Problem.notFound();
        var by = moment(to);
        if (by.equals(was)) throw Problem.invalid("by", "It is promised for that moment already.");
        var why = Texts.line("reason", reason);
        Long version = null;
        if (standing.task() != null)
            version = deadlines.set(
                    caller,
                    project,
                    task,
                    new Deadline(by, standing.whom()),
                    "Move the promise of “%s”".formatted(standing.what()));
        var known = standing.known();
        if (known != null && standing.task() == null)
            promises.put(new Promise(project, task, by, known.whom(), known.wording(), known.giver(), known.givenOn()));
        add(caller, project, task, Kind.moved, was, by, why, version);
        done(
                caller,
                project,
                task,
                "promise-moved",
                Map.of("what", standing.what(), "was", was.toString(), "by", by.toString(), "reason", why));
    }

    /// It isn't owed any more. Its history stays.
    @Transactional
    public void withdraw(Caller caller, UUID project, String task, @Nullable String reason) {
        var standing = standing(project, task);
        var was = standing.by();
        if (was == null) throw Problem.notFound();
        var why = Texts.line("reason", reason);
        Long version = null;
        if (standing.task() != null)
            version = deadlines.set(
                    caller, project, task, null, "Withdraw the promise of “%s”".formatted(standing.what()));
        promises.withdraw(project, task);
        add(caller, project, task, Kind.withdrawn, was, null, why, version);
        done(
                caller,
                project,
                task,
                "promise-withdrawn",
                Map.of("what", standing.what(), "was", was.toString(), "reason", why));
    }
}
