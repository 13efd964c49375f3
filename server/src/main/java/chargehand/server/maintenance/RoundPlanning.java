package chargehand.server.maintenance;

import chargehand.engine.plan.Window;
import chargehand.server.assets.Register;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.maintenance.Policy.Step;
import chargehand.server.maintenance.WindowView.Freeze;
import chargehand.server.maintenance.WindowView.Named;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.TaskAdding;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Turns rounds that are due into tasks of a project's plan, each once.
@Service
public class RoundPlanning {
    private static final int MOST_YEARS = 5;

    private final Policies policies;
    private final Rounds rounds;
    private final DueRounds due;
    private final Windows windows;
    private final LearntTimes times;
    private final Register register;
    private final People people;
    private final Companies companies;
    private final PlanReading plans;
    private final PlanEditing editing;
    private final TaskAdding adding;
    private final Audit audit;
    private final Clock clock;

    RoundPlanning(
            Policies policies,
            Rounds rounds,
            DueRounds due,
            Windows windows,
            LearntTimes times,
            Register register,
            People people,
            Companies companies,
            PlanReading plans,
            PlanEditing editing,
            TaskAdding adding,
            Audit audit,
            Clock clock) {
        this.policies = policies;
        this.rounds = rounds;
        this.due = due;
        this.windows = windows;
        this.times = times;
        this.register = register;
        this.people = people;
        this.companies = companies;
        this.plans = plans;
        this.editing = editing;
        this.adding = adding;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was planned, and what was not.
    ///
    /// @param planned how many rounds
    /// @param waiting those that nobody has approved
    /// @param blocked those without a window that is open in their time
    /// @param more there are more than fit into one step
    @Schema(name = "MaintenancePlanned")
    public record Planned(int planned, int waiting, List<Blocked> blocked, boolean more) {}

    @Schema(name = "MaintenanceBlocked")
    public record Blocked(UUID policy, String name, LocalDate day) {}

    /// All that is due until a day and in no plan; of what was missed only the latest of each policy.
    ///
    /// @throws Problem 404 if there is no such project, 422 for a day that is too far away
    @Transactional
    public Planned plan(Caller caller, UUID project, LocalDate until) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        if (current.draft()) throw Problem.invalid("project", "A draft has the work of its plan.");
        rounds.lock();
        var company = companies.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var zone = java.time.ZoneId.of(company.zone());
        var today = LocalDate.ofInstant(now, zone);
        if (until.isAfter(today.plusYears(MOST_YEARS)))
            throw Problem.invalid("until", "It is planned for %d years at most.".formatted(MOST_YEARS));
        var making = new Making(
                new RoundPlan(
                        language(company.language()),
                        zone,
                        now,
                        () -> Ids.next(clock).toString()),
                windows.all().stream().collect(Collectors.toMap(Named::id, each -> each)),
                windows.freezes(),
                today);
        int planned = 0;
        int waiting = 0;
        boolean more = false;
        var blocked = new ArrayList<Blocked>();
        var made = new ArrayList<Kept>();
        for (var each : due.of(policies.all(), today, until)) {
            if (!each.isFree()) continue;
            var policy = each.policy();
            if (policy.approval() && !each.isApproved()) waiting++;
            else if (making.isFull()) more = true;
            else {
                var open = making.windows(policy, each.day());
                if (open.isEmpty() && policy.steps().stream().anyMatch(Step::within))
                    blocked.add(new Blocked(policy.id(), policy.name(), each.day()));
                else {
                    made.add(new Kept(each, make(making, each, open)));
                    planned++;
                }
            }
        }
        if (planned > 0) keep(caller, project, making.plan(), made, current);
        audit.record(
                caller,
                "maintenance-planned",
                "project",
                project,
                project,
                Map.of("rounds", planned, "until", until.toString()));
        return new Planned(planned, waiting, blocked, more);
    }

    /// English days are written as in Britain: 2 Mar 2027.
    private static Locale language(String language) {
        return language.equals("en") ? Locale.UK : Locale.of(language);
    }

    private record Kept(DueRounds.Due due, RoundPlan.Made made) {}

    /// What all rounds are made with.
    private record Making(RoundPlan plan, Map<UUID, Named> windows, List<Freeze> freezes, LocalDate today) {
        boolean isFull() {
            return plan.tasks().size() + plan.links().size() > TaskAdding.MOST - 500;
        }

        /// From its day on, or today, until its time is over; shorter by what the way back takes.
        List<Window> windows(Policy policy, LocalDate day) {
            var named = windows.get(policy.window());
            if (named == null) return List.of();
            var from = day.isBefore(today) ? today : day;
            var zone = plan.zone();
            return named
                    .windows()
                    .within(
                            named.first(),
                            from,
                            from.plusDays(policy.grace() + 1L),
                            zone,
                            each -> WindowKeeping.isOpen(freezes, each))
                    .stream()
                    .flatMap(each -> shortened(each, policy.wayBackMinutes()))
                    .filter(each -> !each.fromInclusive().isBefore(plan.now()))
                    .toList();
        }

        private static Stream<Window> shortened(Window window, int minutes) {
            var end = window.toExclusive().minus(Duration.ofMinutes(minutes));
            return window.fromInclusive().isBefore(end)
                    ? Stream.of(new Window(window.fromInclusive(), end))
                    : Stream.empty();
        }
    }

    private RoundPlan.Made make(Making making, DueRounds.Due each, List<Window> open) {
        var policy = each.policy();
        var known = register.of(policy.assets());
        var assets = policy.assets().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(asset -> asset.name().toLowerCase(Locale.ROOT)))
                .toList();
        var minutes = times.of(policy).stream().map(LearntTimes.Time::minutes).toList();
        return making.plan().add(policy, each.day(), minutes, assets, open);
    }

    private void keep(Caller caller, UUID project, RoundPlan plan, List<Kept> made, PlanReading.Current current) {
        var coming = coming(plan.skills(), current);
        if (!coming.isEmpty()) editing.join(caller, project, coming);
        adding.add(caller, project, plan.tasks(), plan.links(), "Plan %d rounds of maintenance".formatted(made.size()));
        for (var each : made) {
            var policy = each.due().policy();
            rounds.plan(
                    policy.id(),
                    each.due().day(),
                    project,
                    each.made().task(),
                    policy.assets(),
                    each.made().steps());
        }
    }

    /// Whoever has a skill that nobody in the team has.
    private Set<UUID> coming(Set<String> skills, PlanReading.Current current) {
        var there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        current.plan().resources().forEach(each -> there.addAll(each.skills()));
        var missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var skill : skills) if (!there.contains(skill)) missing.add(skill);
        return people.all().stream()
                .filter(each -> each.skills().keySet().stream().anyMatch(missing::contains))
                .map(Person::id)
                .collect(Collectors.toSet());
    }
}
