package chargehand.server.budget;

import chargehand.engine.plan.TaskId;
import chargehand.server.audit.Audit;
import chargehand.server.budget.Exchange.Rate;
import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.Nature;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes amounts and exchange rates.
@Service
class MoneyEditing {
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_RATES = 5_000;
    private static final BigDecimal MOST_RATE = new BigDecimal("1e9");

    private final Lines lines;
    private final Exchange exchange;
    private final PlanReading plans;
    private final OrderHolding holding;
    private final Approving approving;
    private final ApprovalTelling telling;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    MoneyEditing(
            Lines lines,
            Exchange exchange,
            PlanReading plans,
            OrderHolding holding,
            Approving approving,
            ApprovalTelling telling,
            Scopes scopes,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.lines = lines;
        this.exchange = exchange;
        this.plans = plans;
        this.holding = holding;
        this.approving = approving;
        this.telling = telling;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// An order with a lead time for a task that has not begun becomes a fact of the calendar, where the caller may
    /// change the plan: the task does not begin before the delivery. What is above a limit waits for its
    /// approval, and counts and holds only then.
    ///
    /// @throws Problem if a value can't be, or the supplier's number is there already
    @Transactional
    Line add(Caller caller, UUID project, MoneyWrite written) {
        var line = approving.marking(caller).marked(line(project, written));
        var current = plans.current(project).orElseThrow(Problem::notFound);
        var place = line.task() == null ? null : current.plan().positions().get(new TaskId(line.task()));
        if (line.task() != null && place == null) throw Problem.invalid("task", "The plan has no such task.");
        try {
            lines.insert(List.of(line));
        } catch (DuplicateKeyException taken) {
            throw numberTaken(line);
        }
        record(caller, line, "money-added");
        if (line.approval() != null) telling.waits(caller, line);
        if (line.counts() && mayPlan(caller, project)) holding.hold(caller, line);
        return line;
    }

    private boolean mayPlan(Caller caller, UUID project) {
        return caller.may(Permission.PLAN_EDIT, project, scopes.client(project).orElse(null));
    }

    @Transactional
    void remove(Caller caller, UUID project, UUID id) {
        if (!lines.remove(project, id)) throw Problem.notFound();
        telling.over(caller, project, id, approving.isLast(project));
        audit.record(caller, "money-removed", "money", id, project, Map.of());
        publish(caller, project);
    }

    private void record(Caller caller, Line line, String action) {
        audit.record(
                caller,
                action,
                "money",
                line.id(),
                line.project(),
                Map.of(
                        "state",
                        line.state().name(),
                        "minor",
                        line.amount().minor(),
                        "currency",
                        line.amount().currency()));
        publish(caller, line.project());
    }

    private void publish(Caller caller, UUID project) {
        events.publish("money", project, null, caller.account(), EventScope.project(project));
    }

    static Problem numberTaken(Line line) {
        return Problem.of(
                        409,
                        "number-taken",
                        "This number is there already",
                        "“%s” of this supplier is in the project already.".formatted(line.number()))
                .hint("Look whether it was entered twice; a part of an invoice gets a number of its own, as 4711/2.")
                .with("number", String.valueOf(line.number()));
    }

    private Line line(UUID project, MoneyWrite written) {
        if (written.state() == null)
            throw Problem.invalid("state", "Say whether it is approved, planned, committed or spent.");
        var day = Written.day("day", written.day());
        var category = written.category() == null ? Category.other : written.category();
        var what = Written.text("what", written.what());
        if (what == null) throw Problem.invalid("what", "Say what it is for.");
        Integer lead = written.leadDays();
        if (lead != null && (lead < 0 || lead > MOST_DAYS))
            throw Problem.invalid("leadDays", "The lead time is 0 to 3650 days.");
        return new Line(
                Ids.next(clock),
                project,
                Written.text("task", written.task()),
                written.state(),
                written.nature() == null ? usual(category) : written.nature(),
                category,
                day,
                Written.amount("amount", written.amount()),
                what,
                Written.text("supplier", written.supplier()),
                Written.text("number", written.number()),
                lead);
    }

    static Nature usual(Category category) {
        return switch (category) {
            case hardware, software, licences -> Nature.capital;
            case people, services, reserve, other -> Nature.operating;
        };
    }

    /// All rates, whole.
    ///
    /// @throws Problem if a currency is none, a rate is nothing or less, or a day has two
    @Transactional
    void setRates(Caller caller, String base, List<Rate> rates) {
        if (rates.size() > MOST_RATES) throw Problem.invalid("rates", "There are more than 5,000 rates.");
        var sums = Written.currency("currency", base);
        var seen = new HashSet<String>();
        for (var each : rates) check(each, sums, seen);
        exchange.set(sums, rates);
        audit.record(caller, "exchange-rates-set", "company", new UUID(0, 0), null, Map.of("rates", rates.size()));
    }

    private static void check(Rate rate, String base, HashSet<String> seen) {
        if (Written.currency("rates", rate.currency()).equals(base))
            throw Problem.invalid("rates", "%s is the currency of the sums.".formatted(base));
        if (rate.since() == null) throw Problem.invalid("rates", "A rate holds since a day.");
        if (rate.rate() == null || rate.rate().signum() <= 0 || rate.rate().compareTo(MOST_RATE) > 0)
            throw Problem.invalid("rates", "A rate is more than nothing.");
        if (rate.rate().scale() > 10) throw Problem.invalid("rates", "A rate has at most ten digits after its point.");
        if (!seen.add(rate.currency() + rate.since()))
            throw Problem.invalid("rates", "%s has two rates on %s.".formatted(rate.currency(), rate.since()));
    }
}
