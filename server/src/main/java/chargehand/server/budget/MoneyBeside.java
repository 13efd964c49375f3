package chargehand.server.budget;

import chargehand.server.budget.MoneyReading.Completion;
import chargehand.server.budget.MoneyView.Delay;
import chargehand.server.budget.MoneyView.DelayedEnd;
import chargehand.server.budget.MoneyView.Limit;
import chargehand.server.budget.MoneyView.Reserve;
import chargehand.server.identity.Accounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What stands beside the sums of a project: its limit, its reserve, and what a delay costs.
@Component
class MoneyBeside {
    private static final int[] PERCENT = {10, 50, 80, 90};

    private final Limits limits;
    private final Reserves reserves;
    private final DelayCosts delays;
    private final Accounts accounts;

    MoneyBeside(Limits limits, Reserves reserves, DelayCosts delays, Accounts accounts) {
        this.limits = limits;
        this.reserves = reserves;
        this.delays = delays;
        this.accounts = accounts;
    }

    @Nullable
    Limit limit(UUID project) {
        var limit = limits.of(project).orElse(null);
        if (limit == null) return null;
        var approver = accounts.names(List.of(limit.approver())).get(limit.approver());
        return new Limit(
                limit.amount(), limit.approver(), approver == null ? "" : approver.name(), limit.project() != null);
    }

    long limitVersion(UUID project) {
        return limits.version(project);
    }

    @Nullable
    Reserve reserve(UUID project) {
        var amount = reserves.find(project).orElse(null);
        if (amount == null) return null;
        var uses = reserves.uses(List.of(project));
        long used = sum(uses, Approval.State.approved);
        return new Reserve(amount, used, sum(uses, Approval.State.waiting), amount.minor() - used, uses);
    }

    private static long sum(List<Reserves.Use> uses, Approval.State state) {
        return uses.stream()
                .filter(each -> each.approval().state() == state)
                .mapToLong(Reserves.Use::minor)
                .reduce(0, Math::addExact);
    }

    @Nullable
    Delay delay(Completion completion) {
        var current = completion.current();
        var stated = delays.find(current.project()).orElse(null);
        if (stated == null) return null;
        var ends = new ArrayList<DelayedEnd>();
        ends.add(end(null, current.calendar().finish(), stated, completion));
        for (int i = 1; i < completion.finish().size(); i++)
            ends.add(end(PERCENT[i], completion.finish().get(i), stated, completion));
        return new Delay(stated, ends);
    }

    private static DelayedEnd end(@Nullable Integer percent, Instant finish, DelayCost stated, Completion completion) {
        var day = LocalDate.ofInstant(finish, completion.current().plan().zone());
        return new DelayedEnd(percent, day, Math.max(0, ChronoUnit.DAYS.between(stated.after(), day)), stated.at(day));
    }
}
