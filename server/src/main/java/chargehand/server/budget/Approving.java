package chargehand.server.budget;

import chargehand.server.audit.Audit;
import chargehand.server.budget.Approval.Deed;
import chargehand.server.budget.Limits.Limit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Role;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is above a limit waits here until somebody decides who did not enter it: whom the limit names, or where that
/// can't be, somebody else who may.
@Service
class Approving {
    private final Limits limits;
    private final Lines lines;
    private final Reserves reserves;
    private final Exchange exchange;
    private final Recipients recipients;
    private final Projects projects;
    private final Scopes scopes;
    private final OrderHolding holding;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    Approving(
            Limits limits,
            Lines lines,
            Reserves reserves,
            Exchange exchange,
            Recipients recipients,
            Projects projects,
            Scopes scopes,
            OrderHolding holding,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.limits = limits;
        this.lines = lines;
        this.reserves = reserves;
        this.exchange = exchange;
        this.recipients = recipients;
        this.projects = projects;
        this.scopes = scopes;
        this.holding = holding;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Deed deed(Caller caller) {
        return new Deed(caller.account(), caller.name(), clock.instant());
    }

    /// For many lines of one caller; each limit is looked up once.
    final class Marking {
        private final Caller caller;
        private final Exchange.Converter converter = exchange.converter();
        private final Map<UUID, Optional<Limit>> known = new HashMap<>();

        private Marking(Caller caller) {
            this.caller = caller;
        }

        /// The same, waiting if it is ordered or paid, and above the limit.
        Line marked(Line line) {
            var limit = known.computeIfAbsent(line.project(), limits::of).orElse(null);
            boolean binds = line.state() == Line.State.committed || line.state() == Line.State.spent;
            if (!binds || limit == null || !isAbove(line.amount(), line.day(), limit.amount())) return line;
            return line.with(
                    Approval.waiting(deed(caller)),
                    caller.may(
                            Permission.PLAN_EDIT,
                            line.project(),
                            scopes.client(line.project()).orElse(null)));
        }

        /// What nobody can compare waits, too.
        private boolean isAbove(Money amount, LocalDate day, Money limit) {
            var mine = exact(amount, day);
            var most = exact(limit, day);
            return amount.currency().equals(limit.currency())
                    ? amount.minor() > limit.minor()
                    : mine == null || most == null || mine.compareTo(most) > 0;
        }

        private @Nullable BigDecimal exact(Money amount, LocalDate day) {
            return converter.exact(BigDecimal.valueOf(amount.minor()), amount.currency(), day);
        }
    }

    Marking marking(Caller caller) {
        return new Marking(caller);
    }

    /// Those who may decide in a project.
    private Set<UUID> able(UUID project) {
        var able = new HashSet<>(recipients.withRole(project, Role.OFFICIAL));
        able.addAll(recipients.withRole(project, Role.ADMINISTRATOR));
        return able;
    }

    private boolean mayDecide(Caller caller, UUID project, Approval approval) {
        if (!approval.isWaiting() || caller.account().equals(approval.asked().account())) return false;
        if (!caller.may(
                Permission.MONEY_APPROVE, project, scopes.client(project).orElse(null))) return false;
        var named = limits.of(project).map(Limit::approver).orElse(null);
        return named == null
                || named.equals(caller.account())
                || named.equals(approval.asked().account())
                || !able(project).contains(named);
    }

    /// Something that waits for the reader.
    ///
    /// @param kind `order`, `invoice` or `reserve`
    /// @param id of the line or the use
    record Waiting(
            String kind,
            UUID project,
            String projectName,
            UUID id,
            Money amount,
            String what,
            @Nullable String supplier,
            Deed asked) {}

    /// The oldest first.
    @Transactional(readOnly = true)
    List<Waiting> waiting(Caller caller) {
        var seen = projects.all(caller.where(Permission.MONEY_APPROVE)).stream()
                .collect(Collectors.toMap(Project::id, Function.identity()));
        var all = new ArrayList<Waiting>();
        for (var line : lines.waiting(seen.keySet())) {
            var approval = line.approval();
            var project = seen.get(line.project());
            if (approval == null || project == null || !mayDecide(caller, line.project(), approval)) continue;
            all.add(new Waiting(
                    line.state() == Line.State.committed ? "order" : "invoice",
                    line.project(),
                    project.name(),
                    line.id(),
                    line.amount(),
                    line.what(),
                    line.supplier(),
                    approval.asked()));
        }
        for (var use : reserves.uses(seen.keySet())) {
            var project = seen.get(use.project());
            if (project == null || !mayDecide(caller, use.project(), use.approval())) continue;
            var currency = reserves.find(use.project()).map(Money::currency).orElseThrow();
            all.add(new Waiting(
                    "reserve",
                    use.project(),
                    project.name(),
                    use.id(),
                    new Money(use.minor(), currency),
                    use.why(),
                    null,
                    use.approval().asked()));
        }
        all.sort(Comparator.comparing(each -> each.asked().at()));
        return all;
    }

    /// From then on the amount counts, or never does; an order holds its task once it counts.
    ///
    /// @throws Problem if it is somebody else's to decide, or decided
    @Transactional
    void decideLine(Caller caller, UUID project, UUID id, boolean approve, String reason) {
        var line = lines.find(project, id).orElseThrow(Problem::notFound);
        check(caller, project, line.approval());
        var state = approve ? Approval.State.approved : Approval.State.refused;
        if (!lines.decide(id, state, deed(caller), reason)) throw decided();
        record(caller, project, "money", id, approve ? "money-approved" : "money-refused", reason);
        if (approve && line.holds()) holding.hold(caller, line);
    }

    /// @throws Problem if it is somebody else's to decide, is decided, or more than is left
    @Transactional
    void decideUse(Caller caller, UUID project, UUID id, boolean approve, String reason) {
        var uses = reserves.uses(List.of(project));
        var use = uses.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        check(caller, project, use.approval());
        if (approve) checkLeft(project, use.minor());
        var state = approve ? Approval.State.approved : Approval.State.refused;
        if (!reserves.decide(id, state, deed(caller), reason)) throw decided();
        record(caller, project, "reserve-use", id, approve ? "reserve-use-approved" : "reserve-use-refused", reason);
    }

    /// @throws Problem if less is left than is to be taken
    void checkLeft(UUID project, long minor) {
        var reserve = reserves.lock(project).orElse(null);
        long used = reserves.uses(List.of(project)).stream()
                .filter(each -> each.approval().state() == Approval.State.approved)
                .mapToLong(Reserves.Use::minor)
                .reduce(0, Math::addExact);
        if (reserve != null && minor <= reserve.minor() - used) return;
        throw Problem.of(
                        409,
                        "reserve-exceeded",
                        "The reserve doesn't have that much",
                        "More is to be taken than is left of the reserve.")
                .hint("Take less, or have an official raise the reserve.");
    }

    private void check(Caller caller, UUID project, @Nullable Approval approval) {
        if (approval == null || !approval.isWaiting()) throw decided();
        if (mayDecide(caller, project, approval)) return;
        throw Problem.of(
                        403,
                        "approval-not-yours",
                        "Not yours to decide",
                        "Whom the limit names decides, and nobody about what they entered themselves.")
                .hint("Ask whom the limit names; where they can't, another official may.");
    }

    private static Problem decided() {
        return Problem.of(
                        409,
                        "approval-decided",
                        "It is decided already",
                        "It was approved or refused, or needed no approval.")
                .hint("Read it again.");
    }

    private void record(Caller caller, UUID project, String kind, UUID id, String action, String reason) {
        audit.record(caller, action, kind, id, project, Map.of("reason", reason));
        events.publish("money", project, null, caller.account(), EventScope.project(project));
    }
}
