package chargehand.server.programme;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.TaskId;
import chargehand.server.assets.Asset;
import chargehand.server.assets.Register;
import chargehand.server.forecasting.Forecasts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.programme.Replacements.Replacement;
import chargehand.server.shared.Money;
import chargehand.server.shared.Sums;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what is due, beside the programmes that there are.
@Service
class DueReading {
    /// So many assets are told, and taken into one programme.
    static final int MOST = 2_000;

    private final Register register;
    private final Replacements replacements;
    private final Projects projects;
    private final PlanReading plans;
    private final Forecasts forecasts;
    private final People people;
    private final Companies companies;
    private final Clock clock;

    DueReading(
            Register register,
            Replacements replacements,
            Projects projects,
            PlanReading plans,
            Forecasts forecasts,
            People people,
            Companies companies,
            Clock clock) {
        this.register = register;
        this.replacements = replacements;
        this.projects = projects;
        this.plans = plans;
        this.forecasts = forecasts;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(companies.get().zone()));
    }

    /// What of these is being replaced by a project that goes on.
    Set<UUID> taken(List<Asset> assets) {
        var rows = replacements.ofAssets(assets.stream().map(Asset::id).toList());
        var open = rows.stream()
                .map(Replacement::project)
                .distinct()
                .filter(each ->
                        projects.find(each).stream().anyMatch(project -> project.status() != Project.Status.finished))
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(each -> open.contains(each.project()))
                .map(Replacement::asset)
                .collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    DueView read(Caller caller, LocalDate until) {
        var today = today();
        var all = register.dueBy(until, MOST + 1);
        var assets = all.size() > MOST ? all.subList(0, MOST) : all;
        var taken = taken(assets);
        var seen = projects.all(caller.where(Permission.PLAN_SEE)).stream()
                .collect(Collectors.toMap(Project::id, Function.identity()));
        var made = made(seen.keySet());
        var skills = new Skills(people.all());
        var groups = Due.grouped(assets, today).stream()
                .map(each -> group(each, today, skills, taken, made))
                .toList();
        return new DueView(
                until,
                (int) assets.stream().filter(each -> !taken.contains(each.id())).count(),
                groups,
                quarters(assets, taken, made, today, until),
                programmes(seen, made),
                all.size() > MOST);
    }

    /// What a calendar says of a replacement.
    private record Made(
            Replacement row,
            @Nullable Instant ordered,
            @Nullable Instant replaced,
            @Nullable Asset asset) {}

    private Map<UUID, Made> made(Set<UUID> seen) {
        var rows = replacements.ofProjects(
                replacements.projects().stream().filter(seen::contains).toList());
        var assets = register.of(rows.stream().map(Replacement::asset).toList());
        var made = new HashMap<UUID, Made>();
        var finishes = new HashMap<UUID, Map<TaskId, Instant>>();
        for (var row : rows) {
            var finish = finishes.computeIfAbsent(row.project(), this::finishes);
            made.put(
                    row.asset(),
                    new Made(
                            row,
                            finish.get(new TaskId(row.order())),
                            finish.get(new TaskId(row.task())),
                            assets.get(row.asset())));
        }
        return made;
    }

    private Map<TaskId, Instant> finishes(UUID project) {
        var finishes = new HashMap<TaskId, Instant>();
        plans.current(project)
                .ifPresent(each -> each.calendar().tasks().forEach(task -> finishes.put(task.task(), task.finish())));
        return finishes;
    }

    private static DueView.Group group(
            Due group, LocalDate today, Skills skills, Set<UUID> taken, Map<UUID, Made> made) {
        var first = group.assets().getFirst();
        var skill = skills.changing(first);
        var entries = group.assets().stream()
                .map(each -> entry(each, today, taken, made.get(each.id())))
                .toList();
        return new DueView.Group(
                group.what(),
                group.site(),
                first.kind(),
                group.due(today),
                skill,
                skills.names(skill),
                entries,
                cost(group.assets()));
    }

    private static DueView.Entry entry(Asset asset, LocalDate today, Set<UUID> taken, @Nullable Made made) {
        boolean over = asset.ends() == null ? asset.ended() : asset.ends().isBefore(today);
        return new DueView.Entry(
                asset.id(),
                asset.name(),
                Due.due(asset, today),
                asset.ends(),
                over,
                asset.cost(),
                taken.contains(asset.id()),
                made == null ? null : made.row().project(),
                made == null ? null : made.replaced());
    }

    private static List<Money> cost(List<Asset> assets) {
        return new Sums()
                .addAll(assets.stream()
                        .map(Asset::cost)
                        .filter(Objects::nonNull)
                        .toList())
                .amounts();
    }

    private static List<DueView.Quarter> quarters(
            List<Asset> assets, Set<UUID> taken, Map<UUID, Made> made, LocalDate today, LocalDate until) {
        var free = new TreeMap<LocalDate, Sums>();
        var planned = new TreeMap<LocalDate, Sums>();
        for (var asset : assets)
            if (!taken.contains(asset.id())) add(free, quarter(later(Due.due(asset, today), today)), asset.cost());
        for (var each : made.values())
            if (each.ordered() != null && each.asset() != null)
                add(
                        planned,
                        quarter(LocalDate.ofInstant(each.ordered(), java.time.ZoneOffset.UTC)),
                        each.asset().cost());
        var quarters = new ArrayList<DueView.Quarter>();
        var last = quarter(planned.isEmpty() ? until : later(until, planned.lastKey()));
        for (var from = quarter(today); !from.isAfter(last); from = from.plusMonths(3))
            quarters.add(new DueView.Quarter(from, amounts(free.get(from)), amounts(planned.get(from))));
        return quarters;
    }

    private static void add(Map<LocalDate, Sums> sums, LocalDate quarter, @Nullable Money cost) {
        if (cost != null) sums.computeIfAbsent(quarter, any -> new Sums()).add(cost);
    }

    private static List<Money> amounts(@Nullable Sums sums) {
        return sums == null ? List.of() : sums.amounts();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private List<DueView.Programme> programmes(Map<UUID, Project> seen, Map<UUID, Made> made) {
        var byProject = new TreeMap<UUID, List<Made>>();
        for (var each : made.values())
            byProject
                    .computeIfAbsent(each.row().project(), any -> new ArrayList<>())
                    .add(each);
        var likely = forecasts.finishes(new HashSet<>(byProject.keySet()));
        return byProject.entrySet().stream()
                .map(each -> programme(
                        Objects.requireNonNull(seen.get(each.getKey())), each.getValue(), likely.get(each.getKey())))
                .toList();
    }

    private static DueView.Programme programme(Project project, List<Made> made, @Nullable Chance likely) {
        return new DueView.Programme(
                project.id(),
                project.name(),
                project.start(),
                project.finish(),
                likely == null
                        ? null
                        : List.of(likely.p2(), likely.p10(), likely.p50(), likely.p80(), likely.p90(), likely.p98()),
                project.done(),
                made.size(),
                cost(made.stream().map(Made::asset).filter(Objects::nonNull).toList()));
    }
}
