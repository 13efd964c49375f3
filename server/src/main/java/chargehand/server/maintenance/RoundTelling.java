package chargehand.server.maintenance;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.maintenance.Round.Outcome;
import chargehand.server.maintenance.Round.Taken;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Approves rounds, and keeps what came of them.
@Service
class RoundTelling {
    private static final int MOST_MINUTES = 1_000 * 60;

    private final Policies policies;
    private final Rounds rounds;
    private final WindowKeeping keeping;
    private final Scopes scopes;
    private final Audit audit;
    private final Clock clock;

    RoundTelling(Policies policies, Rounds rounds, WindowKeeping keeping, Scopes scopes, Audit audit, Clock clock) {
        this.policies = policies;
        this.rounds = rounds;
        this.keeping = keeping;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Problem 404 if the policy doesn't fall on that day, 422 if it asks for no approval
    @Transactional
    public void approve(Caller caller, UUID id, LocalDate day) {
        var policy = policies.find(id).orElseThrow(Problem::notFound);
        if (!policy.approval()) throw Problem.invalid("policy", "Its rounds need no approval.");
        if (policy.days(day, day.plusDays(1)).isEmpty()) throw Problem.notFound();
        rounds.approve(id, day, caller.name(), clock.instant());
        record(caller, "maintenance-round-approved", policy, day);
    }

    private void record(Caller caller, String action, Policy policy, LocalDate day) {
        audit.record(
                caller,
                action,
                "maintenancePolicy",
                policy.id(),
                null,
                Map.of("name", policy.name(), "day", day.toString()));
    }

    /// What somebody says of a round.
    ///
    /// @param done on which day; today if absent
    /// @param took minutes of each step, of one asset where it is done to each; absent if nobody looked
    /// @param assets what it was done to, where that isn't all of the policy's
    @Schema(name = "MaintenanceTold")
    record Told(
            @Nullable Outcome outcome,
            @Nullable String note,
            @Nullable LocalDate done,
            @Nullable List<@Nullable Integer> took,
            @Nullable List<UUID> assets) {}

    /// @throws Problem 404 if there is no such round, 403 for whoever changes neither the register nor its plan
    @Transactional
    public Round tell(Caller caller, UUID id, LocalDate day, Told told) {
        var policy = policies.find(id).orElseThrow(Problem::notFound);
        var known = rounds.find(id, day).orElse(null);
        if (known == null && policy.days(day, day.plusDays(1)).isEmpty()) throw Problem.notFound();
        needRight(caller, known);
        if (told.outcome() == null) throw Problem.invalid("outcome", "What came of it is missing.");
        var today = keeping.today();
        var done = told.done() == null ? today : told.done();
        if (done.isAfter(today)) throw Problem.invalid("done", "It can't have been done on a day to come.");
        var note = told.note() == null || told.note().isBlank() ? null : WindowKeeping.name(told.note());
        var round = new Round(
                id,
                day,
                null,
                null,
                null,
                null,
                told.outcome(),
                note,
                done,
                caller.name(),
                assets(policy, told.assets()),
                steps(policy, known, told.took()));
        rounds.tell(round, clock.instant());
        record(caller, "maintenance-round-told", policy, day);
        return rounds.find(id, day).orElseThrow(Problem::notFound);
    }

    private void needRight(Caller caller, @Nullable Round known) {
        if (caller.may(Permission.ASSETS_EDIT)) return;
        var project = known == null ? null : known.project();
        if (project != null
                && caller.may(
                        Permission.PLAN_EDIT, project, scopes.client(project).orElse(null))) return;
        throw Problem.forbidden();
    }

    private static List<UUID> assets(Policy policy, @Nullable List<UUID> told) {
        if (told == null) return policy.assets();
        if (!Set.copyOf(policy.assets()).containsAll(told))
            throw Problem.invalid("assets", "One of these is not the policy's.");
        return List.copyOf(Set.copyOf(told));
    }

    private static List<Taken> steps(Policy policy, @Nullable Round known, @Nullable List<@Nullable Integer> took) {
        if (took == null) return known == null ? List.of() : known.steps();
        if (took.size() != policy.steps().size())
            throw Problem.invalid(
                    "took",
                    "Say of each of the %d steps.".formatted(policy.steps().size()));
        for (var each : took)
            if (each != null && (each < 0 || each > MOST_MINUTES))
                throw Problem.invalid("took", "A step took 0 to %,d minutes.".formatted(MOST_MINUTES));
        if (known != null && !known.steps().isEmpty())
            return known.steps().stream()
                    .map(each -> new Taken(each.step(), each.task(), at(took, each.step())))
                    .toList();
        var steps = new ArrayList<Taken>();
        for (int i = 0; i < took.size(); i++) steps.add(new Taken(i, null, took.get(i)));
        return steps;
    }

    private static @Nullable Integer at(List<@Nullable Integer> took, int step) {
        return step < took.size() ? took.get(step) : null;
    }
}
