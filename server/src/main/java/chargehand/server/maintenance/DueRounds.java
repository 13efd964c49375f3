package chargehand.server.maintenance;

import chargehand.server.maintenance.Round.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which rounds come, and which were missed.
@Component
class DueRounds {
    /// What was missed longer ago is told by nobody.
    private static final int DAYS_BACK = 400;

    private final Rounds rounds;

    DueRounds(Rounds rounds) {
        this.rounds = rounds;
    }

    /// A round that comes, or of which something is known.
    ///
    /// @param known null where nothing is
    record Due(Policy policy, LocalDate day, @Nullable Round known) {
        boolean isApproved() {
            return known != null && known.approvedAt() != null;
        }

        /// Whether it is in no plan and nobody said what came of it.
        boolean isFree() {
            return known == null || known.project() == null && known.outcome() == null;
        }

        @Nullable
        Outcome outcome() {
            return known == null ? null : known.outcome();
        }
    }

    /// In order of days: of each policy with work the latest that was missed, and all from today until then;
    /// those that are planned and not told about stay, however old.
    List<Due> of(List<Policy> policies, LocalDate today, LocalDate until) {
        var known = rounds.since(today.minusDays(DAYS_BACK));
        var all = new ArrayList<Due>();
        for (var policy : policies)
            if (policy.isWork()) add(all, policy, known.getOrDefault(policy.id(), Map.of()), today, until);
        all.sort(Comparator.comparing(Due::day)
                .thenComparing(each -> each.policy().name()));
        return all;
    }

    private static void add(
            List<Due> all, Policy policy, Map<LocalDate, Round> known, LocalDate today, LocalDate until) {
        known.values().stream()
                .filter(each -> each.day().isBefore(today) && each.project() != null && each.outcome() == null)
                .forEach(each -> all.add(new Due(policy, each.day(), each)));
        var missed = missed(policy, known, today);
        if (missed != null) all.add(missed);
        for (var day : policy.days(today, until.plusDays(1))) all.add(new Due(policy, day, known.get(day)));
    }

    /// Days before the policy was written were nobody's to keep.
    private static @Nullable Due missed(Policy policy, Map<LocalDate, Round> known, LocalDate today) {
        var created = LocalDate.ofInstant(policy.created(), ZoneOffset.UTC);
        var back = today.minusDays(DAYS_BACK);
        var days = policy.days(created.isAfter(back) ? created : back, today);
        if (days.isEmpty()) return null;
        var due = new Due(policy, days.getLast(), known.get(days.getLast()));
        return due.isFree() ? due : null;
    }
}
