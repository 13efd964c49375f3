package chargehand.server.maintenance;

import chargehand.server.assets.Recurrence;
import chargehand.server.assets.Register;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.maintenance.Policy.Step;
import chargehand.server.maintenance.PolicyWrite.StepWrite;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes policies.
@Service
class PolicyEditing {
    private static final int MOST_ASSETS = 200;
    private static final int MOST_STEPS = 20;
    private static final int MOST_MINUTES = 200 * 60;
    private static final int MOST_DAYS = 365;
    private static final int A_WEEK = 7;

    private final Policies policies;
    private final Windows windows;
    private final WindowKeeping keeping;
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    PolicyEditing(
            Policies policies, Windows windows, WindowKeeping keeping, Register register, Audit audit, Clock clock) {
        this.policies = policies;
        this.windows = windows;
        this.keeping = keeping;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Problem if the rule can't be read, falls on no day, or a value can't be
    @Transactional
    public Policy add(Caller caller, PolicyWrite written) {
        var policy = checked(Ids.next(clock), written, clock.instant(), 1);
        policies.insert(policy);
        record(caller, policy);
        return policy;
    }

    @Transactional
    public Policy write(Caller caller, UUID id, PolicyWrite written, long version) {
        var before = policies.find(id).orElseThrow(Problem::notFound);
        var policy = checked(id, written, before.created(), version + 1);
        if (!policies.update(policy, version)) throw Version.outdated(before.version());
        record(caller, policy);
        return policy;
    }

    private void record(Caller caller, Policy policy) {
        audit.record(
                caller,
                "maintenance-policy-written",
                "maintenancePolicy",
                policy.id(),
                null,
                Map.of("name", policy.name()));
    }

    private Policy checked(UUID id, PolicyWrite written, Instant created, long version) {
        var name = WindowKeeping.name(written.name());
        if (policies.isTaken(name, id)) throw Problem.invalid("name", "There is a policy “%s”.".formatted(name));
        if (written.kind() == null) throw Problem.invalid("kind", "What is done is missing.");
        var steps = steps(written);
        var policy = new Policy(
                id,
                name,
                written.kind(),
                Recurrence.of("rule", Objects.requireNonNullElse(written.rule(), ""), keeping.zone()),
                written.first() == null ? keeping.today() : first(written.first()),
                written.except() == null ? Set.of() : written.except(),
                number("grace", written.grace(), A_WEEK, MOST_DAYS),
                written.window(),
                Boolean.TRUE.equals(written.approval()),
                steps,
                line("wayBack", written.wayBack()),
                number("wayBackMinutes", written.wayBackMinutes(), 0, 24 * 60),
                assets(written.assets()),
                Boolean.TRUE.equals(written.ended()),
                created,
                version);
        checkDays(policy);
        checkWindow(policy);
        return policy;
    }

    private LocalDate first(LocalDate first) {
        var today = keeping.today();
        if (first.isBefore(today.minusYears(50)) || first.isAfter(today.plusYears(Policy.HORIZON_YEARS)))
            throw Problem.invalid(
                    "first", "The first day lies within 50 years back and %d ahead.".formatted(Policy.HORIZON_YEARS));
        return first;
    }

    private static int number(String field, @Nullable Integer written, int usual, int most) {
        int number = written == null ? usual : written;
        if (number < 0 || number > most) throw Problem.invalid(field, "It is 0 to %,d.".formatted(most));
        return number;
    }

    private static @Nullable String line(String field, @Nullable String written) {
        if (written == null || written.isBlank()) return null;
        if (written.length() > 300) throw Problem.invalid(field, "It has 1 to 300 characters.");
        return written.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    }

    private List<UUID> assets(@Nullable List<UUID> written) {
        var assets = List.copyOf(new LinkedHashSet<>(written == null ? List.of() : written));
        if (assets.size() > MOST_ASSETS)
            throw Problem.invalid("assets", "A policy has at most %d assets.".formatted(MOST_ASSETS));
        if (register.of(assets).size() < assets.size())
            throw Problem.invalid("assets", "One of these is not in the register.");
        return assets;
    }

    private static List<Step> steps(PolicyWrite written) {
        var steps = written.steps() == null ? List.<StepWrite>of() : written.steps();
        if (steps.size() > MOST_STEPS)
            throw Problem.invalid("steps", "A policy has at most %d steps.".formatted(MOST_STEPS));
        return steps.stream().map(PolicyEditing::step).toList();
    }

    private static Step step(StepWrite step) {
        var minutes = step.minutes();
        if (minutes == null || minutes < 1 || minutes > MOST_MINUTES)
            throw Problem.invalid("steps", "A step takes a minute to 200 hours.");
        return new Step(
                WindowKeeping.name(step.name()),
                minutes,
                line("steps", step.skill()),
                Boolean.TRUE.equals(step.within()),
                Boolean.TRUE.equals(step.each()));
    }

    private void checkDays(Policy policy) {
        var from = policy.first();
        if (policy.ended() || policy.next(from) != null) return;
        throw Problem.of(
                        422,
                        "rule-without-days",
                        "The rule falls on no day",
                        "“%s” falls on no day within %d years from %s."
                                .formatted(policy.rule().rule(), Policy.HORIZON_YEARS, from))
                .hint("Look at its days: a 30 February never comes, and an end may lie before the first day.")
                .with("rule", policy.rule().rule())
                .with("first", from.toString());
    }

    /// Changes have a window that leaves time for the way back.
    private void checkWindow(Policy policy) {
        var changes = policy.steps().stream().filter(Step::within).toList();
        if (policy.window() == null) {
            if (!changes.isEmpty()) throw Problem.invalid("window", "Steps within a window need one.");
            return;
        }
        var window = windows.find(policy.window())
                .orElseThrow(() -> Problem.invalid("window", "There is no such change window."));
        for (var step : changes)
            if (step.minutes() + policy.wayBackMinutes() > window.minutes())
                throw Problem.of(
                                422,
                                "window-too-short",
                                "The window is too short",
                                "“%s” takes %d minutes, the way back %d, and “%s” lasts %d."
                                        .formatted(
                                                step.name(),
                                                step.minutes(),
                                                policy.wayBackMinutes(),
                                                window.name(),
                                                window.minutes()))
                        .hint("Take a longer window, or part the step.")
                        .with("step", step.name())
                        .with("minutes", step.minutes() + policy.wayBackMinutes())
                        .with("window", window.name());
    }

    /// The days on which a rule would fall, the first from today on.
    List<LocalDate> preview(String rule, @Nullable LocalDate first, int most) {
        var today = keeping.today();
        var begin = first == null ? today : first(first);
        var from = begin.isAfter(today) ? begin : today;
        return Recurrence.of("rule", rule, keeping.zone())
                .days(begin, from, from.plusYears(Policy.HORIZON_YEARS))
                .stream()
                .limit(most)
                .toList();
    }
}
