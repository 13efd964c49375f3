package chargehand.server.budget;

import chargehand.engine.plan.TaskId;
import chargehand.server.audit.Audit;
import chargehand.server.delivery.Deliverable;
import chargehand.server.delivery.DeliverableReading;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes parts of the pay, their invoices, and that they were paid.
@Service
class BillingEditing {
    private static final int MOST = 200;

    private final Contracts contracts;
    private final PlanReading plans;
    private final DeliverableReading deliverables;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    BillingEditing(
            Contracts contracts,
            PlanReading plans,
            DeliverableReading deliverables,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.contracts = contracts;
        this.plans = plans;
        this.deliverables = deliverables;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    UUID add(Caller caller, UUID project, ContractWrite.Billing written) {
        if (contracts.milestones(List.of(project)).size() >= MOST)
            throw Problem.invalid("name", "A project has at most 200 parts of the pay.");
        var milestone = milestone(Ids.next(clock), project, written, 1);
        put(caller, milestone, "billing-added");
        return milestone.id();
    }

    /// What was billed stays as it was billed.
    @Transactional
    void write(Caller caller, UUID project, UUID id, ContractWrite.Billing written, long version) {
        var known = find(project, id);
        if (known.version() != version) throw Version.outdated(known.version());
        need(known, known.billed() == null);
        put(caller, milestone(id, project, written, version + 1), "billing-written");
    }

    @Transactional
    void remove(Caller caller, UUID project, UUID id) {
        var known = find(project, id);
        need(known, known.billed() == null);
        // Somebody may bill it meanwhile.
        if (!contracts.remove(id)) need(find(project, id), false);
        done(caller, known, "billing-removed");
    }

    /// @throws Problem if it is billed already, or the number was given before
    @Transactional
    void bill(Caller caller, UUID project, UUID id, ContractWrite.Invoice written) {
        var known = find(project, id);
        need(known, known.billed() == null);
        var number = Written.needed("number", written.number(), "Say which number the invoice has.");
        var billed = with(known, Written.day("day", written.day()), number, null);
        try {
            put(caller, billed, "billing-billed");
        } catch (DuplicateKeyException taken) {
            throw Problem.of(
                            409,
                            "invoice-number-taken",
                            "This number was given already",
                            "There is an invoice “%s” already.".formatted(number))
                    .hint("Give each invoice a number of its own.")
                    .with("number", number);
        }
    }

    @Transactional
    void pay(Caller caller, UUID project, UUID id, ContractWrite.Payment written) {
        var known = find(project, id);
        var billed = known.billed();
        need(known, billed != null && known.paid() == null);
        var paid = Written.day("day", written.day());
        if (billed != null && paid.isBefore(billed))
            throw Problem.invalid("day", "It was not paid before it was billed.");
        put(caller, with(known, billed, known.number(), paid), "billing-paid");
    }

    /// The invoice was wrong: it is as if it had not been written, nor paid.
    @Transactional
    void takeBack(Caller caller, UUID project, UUID id) {
        var known = find(project, id);
        need(known, known.billed() != null);
        put(caller, with(known, null, null, null), "billing-taken-back");
    }

    private Milestone find(UUID project, UUID id) {
        return contracts.milestone(project, id).orElseThrow(Problem::notFound);
    }

    private static void need(Milestone milestone, boolean so) {
        if (so) return;
        var state = milestone.paid() != null ? "paid" : milestone.billed() != null ? "billed" : "planned";
        throw Problem.of(
                        409,
                        "billing-state",
                        "This part of the pay has moved on",
                        "It is %s, from where this can't be done.".formatted(state))
                .hint("Read it again; an invoice that was wrong can be taken back.")
                .with("state", state);
    }

    private Milestone milestone(UUID id, UUID project, ContractWrite.Billing written, long version) {
        var task = Written.text("task", written.task());
        int bounds = (written.day() == null ? 0 : 1) + (task == null ? 0 : 1) + (written.deliverable() == null ? 0 : 1);
        if (bounds != 1)
            throw Problem.invalid("day", "It falls due on a day, with a task, or with a deliverable: one of them.");
        if (task != null && !hasTask(project, task)) throw Problem.invalid("task", "The plan has no such task.");
        if (written.deliverable() != null
                && deliverables.of(project).stream().map(Deliverable::id).noneMatch(written.deliverable()::equals))
            throw Problem.invalid("deliverable", "There is no such deliverable.");
        return new Milestone(
                id,
                project,
                Written.needed("name", written.name(), "Say what is paid for."),
                Written.something("amount", written.amount()),
                written.day() == null ? null : Written.day("day", written.day()),
                task,
                written.deliverable(),
                null,
                null,
                null,
                version);
    }

    private boolean hasTask(UUID project, String task) {
        return plans.current(project)
                .orElseThrow(Problem::notFound)
                .plan()
                .positions()
                .containsKey(new TaskId(task));
    }

    private static Milestone with(
            Milestone known, @Nullable LocalDate billed, @Nullable String number, @Nullable LocalDate paid) {
        return new Milestone(
                known.id(),
                known.project(),
                known.name(),
                known.amount(),
                known.day(),
                known.task(),
                known.deliverable(),
                billed,
                number,
                paid,
                known.version() + 1);
    }

    private void put(Caller caller, Milestone milestone, String action) {
        if (!contracts.put(milestone)) throw Version.outdated(milestone.version());
        done(caller, milestone, action);
    }

    private void done(Caller caller, Milestone milestone, String action) {
        var project = milestone.project();
        audit.record(caller, action, "billing", milestone.id(), project, Map.of("name", milestone.name()));
        events.publish("money", project, null, caller.account(), EventScope.project(project));
    }
}
