package chargehand.server.budget;

import chargehand.server.audit.Audit;
import chargehand.server.budget.Approval.Deed;
import chargehand.server.budget.Limits.Limit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Approvers approvers;
    private final ApprovalTelling telling;
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
            Approvers approvers,
            ApprovalTelling telling,
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
        this.approvers = approvers;
        this.telling = telling;
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
        private final Splitting splitting = new Splitting(this::before);

        private Marking(Caller caller) {
            this.caller = caller;
        }

        /// The same, waiting if it is ordered or paid and above the limit, or above it together with other orders, or
        /// with other invoices for which nothing was ordered.
        Line marked(Line line) {
            var limit = known.computeIfAbsent(line.project(), limits::of).orElse(null);
            boolean binds = line.state() == Line.State.committed || line.state() == Line.State.spent;
            if (!binds || limit == null) return line;
            if (isAbove(line.amount(), line.day(), limit.amount())) return waiting(line, null);
            var together = isOfNobody(line) ? null : together(line, limit.amount());
            return together == null ? line : waiting(line, together);
        }

        private Line waiting(Line line, @Nullable Together together) {
            return line.with(
                    Approval.waiting(deed(caller)),
                    together,
                    caller.may(
                            Permission.PLAN_EDIT,
                            line.project(),
                            scopes.client(line.project()).orElse(null)));
        }

        /// Invoices that name no supplier, as in tables of the past, are no parts of one purchase.
        private static boolean isOfNobody(Line line) {
            return line.state() == Line.State.spent
                    && (line.supplier() == null || line.supplier().isBlank());
        }

        private @Nullable Together together(Line line, Money limit) {
            var worth = worth(line.amount(), line.day(), limit);
            return worth == null ? null : splitting.beyond(line, worth, limit);
        }

        /// What was above the limit by itself before there was one is no part, but it covers or is covered.
        private Splitting.Bought before(UUID project, String supplier) {
            lines.lockOrders(project);
            var limit = known.computeIfAbsent(project, limits::of).orElseThrow().amount();
            var bought = new Splitting.Bought();
            for (var each : lines.bought(project, supplier)) {
                var worth = worth(each.amount(), each.day(), limit);
                if (worth == null) continue;
                boolean isPart = !each.approved() && !isAbove(each.amount(), each.day(), limit);
                bought.add(each.state(), each.day(), worth, isPart);
            }
            return bought;
        }

        /// In minor units of the limit's currency; null where nobody can compare, or the limit is nothing.
        private @Nullable BigDecimal worth(Money amount, LocalDate day, Money limit) {
            if (limit.minor() == 0) return null;
            if (amount.currency().equals(limit.currency())) return BigDecimal.valueOf(amount.minor());
            var mine = exact(amount, day);
            var most = exact(limit, day);
            if (mine == null || most == null) return null;
            return mine.multiply(BigDecimal.valueOf(limit.minor())).divide(most, 6, RoundingMode.HALF_EVEN);
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

    private boolean mayDecide(Caller caller, UUID project, Approval approval) {
        if (!approval.isWaiting() || caller.account().equals(approval.asked().account())) return false;
        if (!caller.may(
                Permission.MONEY_APPROVE, project, scopes.client(project).orElse(null))) return false;
        var named = approvers.named(project, approval.asked().account());
        return named == null || named.equals(caller.account());
    }

    /// Something that waits for the reader.
    ///
    /// @param kind `order`, `invoice` or `reserve`
    /// @param id of the line or the use
    /// @param together where it waits only for being one of several orders
    record Waiting(
            String kind,
            UUID project,
            String projectName,
            UUID id,
            Money amount,
            String what,
            @Nullable String supplier,
            @Nullable Together together,
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
                    line.together(),
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
        telling.over(caller, project, id, isLast(project));
        record(caller, project, "money", id, approve ? "money-approved" : "money-refused", reason);
        telling.decided(caller, project, asked(line.approval()), approve, line.amount(), line.what(), reason);
        if (approve && line.holds()) holding.hold(caller, line);
    }

    /// Whether no order or invoice of the project waits any more.
    boolean isLast(UUID project) {
        return lines.waiting(List.of(project)).isEmpty();
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
        telling.over(caller, project, id, false);
        record(caller, project, "reserve-use", id, approve ? "reserve-use-approved" : "reserve-use-refused", reason);
        var currency = reserves.find(project).map(Money::currency).orElseThrow();
        var amount = new Money(use.minor(), currency);
        telling.decided(caller, project, asked(use.approval()), approve, amount, use.why(), reason);
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

    private static UUID asked(@Nullable Approval approval) {
        return Objects.requireNonNull(approval).asked().account();
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
