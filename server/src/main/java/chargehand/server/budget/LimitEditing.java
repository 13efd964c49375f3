package chargehand.server.budget;

import chargehand.server.audit.Audit;
import chargehand.server.budget.Approval.Deed;
import chargehand.server.budget.Limits.Limit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Role;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes limits, reserves, what is taken from them, and what delays cost.
@Service
class LimitEditing {
    private final Limits limits;
    private final Reserves reserves;
    private final DelayCosts delays;
    private final Approving approving;
    private final Recipients recipients;
    private final ApprovalTelling telling;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    LimitEditing(
            Limits limits,
            Reserves reserves,
            DelayCosts delays,
            Approving approving,
            Recipients recipients,
            ApprovalTelling telling,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.limits = limits;
        this.reserves = reserves;
        this.delays = delays;
        this.approving = approving;
        this.recipients = recipients;
        this.telling = telling;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param project null for the company's
    /// @param version how often it was set or removed before: what the caller saw
    /// @throws Problem if a value can't be, the approver may not approve there, or somebody was faster
    @Transactional
    void limit(Caller caller, @Nullable UUID project, ApprovalWrite.OfLimit written, long version) {
        if (project == null && !caller.mayIn(Permission.MONEY_APPROVE, null)) throw Problem.forbidden();
        var limit = written.amount() == null
                ? null
                : new Limit(project, Written.amount("amount", written.amount()), approver(project, written));
        if (!limits.next(project, version)) throw Version.outdated(limits.version(project));
        if (limit == null) limits.remove(project);
        else limits.put(limit);
        audit.record(
                caller,
                written.amount() == null ? "money-limit-removed" : "money-limit-set",
                "money-limit",
                project == null ? new UUID(0, 0) : project,
                project,
                Map.of());
        if (project != null) publish(caller, project);
    }

    private UUID approver(@Nullable UUID project, ApprovalWrite.OfLimit written) {
        var approver = written.approver();
        boolean able = approver != null
                && Stream.of(Role.OFFICIAL, Role.ADMINISTRATOR)
                        .flatMap(role -> (project == null
                                        ? recipients.companyWide(role)
                                        : recipients.withRole(project, role))
                                .stream())
                        .anyMatch(approver::equals);
        if (approver == null || !able)
            throw Problem.invalid("approver", "An official or administrator of the project approves.");
        return approver;
    }

    /// @throws Problem if it is less than was taken, or its currency would change under what was taken
    @Transactional
    void reserve(Caller caller, UUID project, ApprovalWrite.OfReserve written) {
        var amount = Written.amount("amount", written.amount());
        // Before what is taken is read, else somebody may take of it meanwhile.
        var known = reserves.lock(project).map(Money::currency).orElse(amount.currency());
        var uses = reserves.uses(List.of(project)).stream()
                .filter(each -> each.approval().state() != Approval.State.refused)
                .toList();
        if (!uses.isEmpty() && !known.equals(amount.currency()))
            throw Problem.invalid("amount", "The reserve stays in %s, of which some was taken.".formatted(known));
        long taken = uses.stream()
                .filter(each -> !each.approval().isWaiting())
                .mapToLong(Reserves.Use::minor)
                .reduce(0, Math::addExact);
        if (amount.minor() < taken) throw Problem.invalid("amount", "More than that was taken from the reserve.");
        reserves.put(project, amount);
        done(caller, project, "reserve-set", "reserve", project);
    }

    @Transactional
    UUID use(Caller caller, UUID project, ApprovalWrite.OfUse written) {
        var amount = Written.something("amount", written.amount());
        var why = Written.needed("why", written.why(), "Say what it is taken for.");
        var reserve = reserves.lock(project).orElse(null);
        if (reserve != null && !reserve.currency().equals(amount.currency()))
            throw Problem.invalid("amount", "The reserve is in %s.".formatted(reserve.currency()));
        approving.checkLeft(project, amount.minor());
        var id = Ids.next(clock);
        var asked = new Deed(caller.account(), caller.name(), clock.instant());
        reserves.insert(new Reserves.Use(id, project, amount.minor(), why, Approval.waiting(asked)));
        telling.waitsForReserve(caller, project, id, amount, why);
        done(caller, project, "reserve-use-asked", "reserve-use", id);
        return id;
    }

    @Transactional
    void delay(Caller caller, UUID project, ApprovalWrite.OfDelay written) {
        if (written.amount() == null) {
            delays.remove(project);
            done(caller, project, "delay-cost-removed", "delay-cost", project);
            return;
        }
        if (written.per() == null) throw Problem.invalid("per", "Say whether it is for a week or a month.");
        delays.put(
                project,
                new DelayCost(
                        Written.something("amount", written.amount()),
                        written.per(),
                        Written.day("after", written.after()),
                        Written.needed("why", written.why(), "Say why a later end costs that.")));
        done(caller, project, "delay-cost-set", "delay-cost", project);
    }

    private void done(Caller caller, UUID project, String action, String kind, UUID id) {
        audit.record(caller, action, kind, id, project, Map.of());
        publish(caller, project);
    }

    private void publish(Caller caller, UUID project) {
        events.publish("money", project, null, caller.account(), EventScope.project(project));
    }
}
