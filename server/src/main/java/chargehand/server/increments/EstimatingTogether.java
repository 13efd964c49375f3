package chargehand.server.increments;

import chargehand.engine.plan.TaskExtent;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.increments.Estimating.Agreed;
import chargehand.server.increments.Estimating.Estimate;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.outbox.Notice;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.people.People;
import chargehand.server.planning.EstimateTaking;
import chargehand.server.planning.EstimateTaking.Range;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import chargehand.server.work.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Has several people estimate a task, none of whom sees what the others think before all is shown. Whoever opened it
/// or
/// plans the project shows it, asks again, and says what was agreed on, which becomes the task's estimate.
@Service
class EstimatingTogether {
    private static final int FEWEST = 2;
    private static final int MOST_ASKED = 50;

    private final Estimatings estimatings;
    private final Decks decks;
    private final EstimateTaking taking;
    private final People people;
    private final Accounts accounts;
    private final Scopes scopes;
    private final Notices notices;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    EstimatingTogether(
            Estimatings estimatings,
            Decks decks,
            EstimateTaking taking,
            People people,
            Accounts accounts,
            Scopes scopes,
            Notices notices,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.estimatings = estimatings;
        this.decks = decks;
        this.taking = taking;
        this.people = people;
        this.accounts = accounts;
        this.scopes = scopes;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param persons who are asked, and told; may be none
    /// @throws Problem if the task is no work, is done, or is estimated already
    @Transactional
    UUID open(Caller caller, UUID project, @Nullable String task, @Nullable List<UUID> persons) {
        var deck = decks.of(project);
        var item = deck.item(task == null ? "" : task)
                .orElseThrow(() -> Problem.invalid("task", "The plan has no such task to work on."));
        if (item.done()) throw Problem.invalid("task", "It is done.");
        var asked =
                persons == null ? List.<UUID>of() : persons.stream().distinct().toList();
        if (asked.size() > MOST_ASKED) throw Problem.invalid("persons", "At most %d are asked.".formatted(MOST_ASKED));
        for (var each : asked) if (!people.knows(each)) throw Problem.invalid("persons", "There is no such person.");
        var made = new Estimating(
                Ids.next(clock),
                project,
                item.id(),
                1,
                false,
                caller.account(),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                asked,
                null,
                1);
        if (!estimatings.insert(made)) throw state("open", "The task is estimated together already.");
        tell(caller, made, deck.current.plan().name(), item.task().name());
        done(caller, made, "estimating-opened");
        return made.id();
    }

    private void tell(Caller caller, Estimating made, String project, String task) {
        var whom = accounts.ofPersons(made.asked()).values().stream()
                .map(each -> each.id())
                .filter(each -> !each.equals(caller.account()))
                .toList();
        if (whom.isEmpty()) return;
        notices.tellAlone(
                whom,
                new Occasion(Notice.Kind.NEED, made.project(), false, caller.account()),
                made.id(),
                words -> new Letter(
                        words.say("estimate.asked.subject", "task", task),
                        words.say("estimate.asked.lead", "name", caller.name(), "task", task, "project", project),
                        List.of(),
                        "/projects/%s/estimates".formatted(made.project()),
                        words.say("estimate.act")));
    }

    /// One's own, again as often as one likes until it is shown.
    @Transactional
    void estimate(Caller caller, UUID project, UUID id, EstimateWrite written) {
        var amount = written.amount();
        var note = Texts.optionalLine("note", written.note());
        var open = open(project, id);
        if (open.shown()) throw state("shown", "What each thinks is shown; another round is needed.");
        estimatings.put(id, new Estimate(open.round(), caller.account(), caller.name(), amount, note, clock.instant()));
        // What is thought stays out of the record, which others read before it is shown.
        done(caller, open, "estimated");
    }

    private Estimating open(UUID project, UUID id) {
        var found = estimatings.lock(project, id).orElseThrow(Problem::notFound);
        if (found.agreed() != null) throw state("agreed", "It was agreed on already.");
        return found;
    }

    /// From now on everybody sees what everybody thinks, and nobody changes it.
    ///
    /// @throws Problem 409 with fewer than two estimates
    @Transactional
    void show(Caller caller, UUID project, UUID id, long version) {
        var open = led(caller, project, id, version);
        if (open.shown()) throw state("shown", "It is shown already.");
        if (estimatings.count(id, open.round()) < FEWEST)
            throw state("few", "Two at least estimate before it is shown.");
        estimatings.show(id);
        notices.over(id, caller.account());
        done(caller, open, "estimates-shown");
    }

    private Estimating led(Caller caller, UUID project, UUID id, long version) {
        var open = open(project, id);
        if (!caller.account().equals(open.openedBy()) && !plans(caller, project))
            throw Problem.forbidden().hint("Whoever opened it, and whoever may change the plan, does it.");
        if (open.version() != version) throw Version.outdated(open.version());
        return open;
    }

    private boolean plans(Caller caller, UUID project) {
        return caller.may(Permission.PLAN_EDIT, project, scopes.client(project).orElse(null));
    }

    /// Another round, hidden again; what was thought in those before stays in sight.
    @Transactional
    void again(Caller caller, UUID project, UUID id, long version) {
        var open = led(caller, project, id, version);
        if (!open.shown()) throw state("hidden", "This round is not shown yet.");
        estimatings.again(id);
        done(caller, open, "estimated-again");
    }

    /// What was agreed on becomes the estimate of the task, by an edit that can be taken back.
    ///
    /// @throws Problem 403 for those who may not change the plan; 409 before anything was shown
    @Transactional
    void agree(Caller caller, UUID project, UUID id, EstimateWrite written, long version) {
        var amount = written.amount();
        var open = led(caller, project, id, version);
        if (!plans(caller, project))
            throw Problem.forbidden().hint("What is agreed on changes the plan: whoever may do that says it.");
        if (!open.shown()) throw state("hidden", "It is agreed on once it is shown.");
        var item = decks.of(project).item(open.task()).orElseThrow(() -> state("gone", "The task is gone."));
        var range = amount.low() == null || amount.high() == null ? null : new Range(amount.low(), amount.high());
        taking.take(
                caller,
                project,
                open.task(),
                amount.minutes(),
                range,
                "Estimated together: “%s”".formatted(item.task().name()));
        estimatings.agree(id, new Agreed(amount, caller.name(), clock.instant()));
        done(caller, open, "estimate-agreed");
    }

    @Transactional
    void remove(Caller caller, UUID project, UUID id, long version) {
        var open = led(caller, project, id, version);
        estimatings.remove(id);
        notices.over(id, caller.account());
        done(caller, open, "estimating-dropped");
    }

    private static Problem state(String step, String sentence) {
        return Problem.of(409, "estimating-state", "It is at another step", sentence)
                .hint("Read it again: somebody may have shown it, begun another round, or agreed.")
                .with("step", step);
    }

    private void done(Caller caller, Estimating estimating, String action) {
        audit.record(
                caller,
                action,
                "estimating",
                estimating.id(),
                estimating.project(),
                Map.of("task", estimating.task(), "round", estimating.round()));
        events.publish(
                "estimating", estimating.project(), null, caller.account(), EventScope.project(estimating.project()));
    }

    static String kind(TaskExtent extent) {
        return switch (extent) {
            case TaskExtent.ByEffort _ -> "effort";
            case TaskExtent.ByWorkingTime _ -> "duration";
            case TaskExtent.ByElapsedTime _ -> "elapsed";
            case TaskExtent.Milestone(), TaskExtent.Summary() -> "none";
        };
    }
}
