package chargehand.server.budget;

import chargehand.engine.plan.TaskId;
import chargehand.server.assets.Asset;
import chargehand.server.assets.AssetKind;
import chargehand.server.assets.Register;
import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.Nature;
import chargehand.server.budget.Line.State;
import chargehand.server.budget.MoneyView.Amounts;
import chargehand.server.budget.MoneyView.Earned;
import chargehand.server.budget.MoneyView.Outlook;
import chargehand.server.budget.Tally.Entry;
import chargehand.server.forecasting.Forecasts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.programme.Replacements;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings together what people wrote about money, what the calendar makes of people's time, and what assets cost.
@Service
class MoneyReading {
    private static final int SHOWN = 200;

    private final Lines lines;
    private final Exchange exchange;
    private final PeopleCost people;
    private final PlanReading plans;
    private final Projects projects;
    private final Forecasts forecasts;
    private final Replacements replacements;
    private final Register register;
    private final MoneyBeside beside;
    private final Clock clock;

    MoneyReading(
            Lines lines,
            Exchange exchange,
            PeopleCost people,
            PlanReading plans,
            Projects projects,
            Forecasts forecasts,
            Replacements replacements,
            Register register,
            MoneyBeside beside,
            Clock clock) {
        this.lines = lines;
        this.exchange = exchange;
        this.people = people;
        this.plans = plans;
        this.projects = projects;
        this.forecasts = forecasts;
        this.replacements = replacements;
        this.register = register;
        this.beside = beside;
        this.clock = clock;
    }

    /// All that is known of a project's money.
    private record Known(Tally tally, Sums unconverted, List<String> withoutRate, Current current) {
        void add(Exchange.Converter converter, BigDecimal minor, String currency, LocalDate day, Entry entry) {
            var exact = converter.exact(minor, currency, day);
            if (exact == null) unconverted.add(new Money(Exchange.Converter.rounded(minor), currency));
            else
                tally.add(new Entry(
                        entry.task(),
                        entry.state(),
                        entry.nature(),
                        entry.category(),
                        day.withDayOfMonth(1),
                        exact,
                        entry.own(),
                        entry.done()));
        }
    }

    private Map<UUID, Known> known(Collection<UUID> ids, Exchange.Converter converter) {
        var known = new TreeMap<UUID, Known>();
        for (var id : ids) plans.current(id).ifPresent(current -> known.put(id, ofPlan(current, converter)));
        for (var sum : lines.sums(known.keySet(), converter.base()))
            Objects.requireNonNull(known.get(sum.project()))
                    .add(
                            converter,
                            sum.minor(),
                            sum.currency(),
                            sum.day(),
                            entry(sum.task(), sum.state(), sum.nature(), sum.category(), false, false));
        addAssets(known, converter);
        return known;
    }

    private static Entry entry(
            @Nullable String task, State state, Nature nature, Category category, boolean own, boolean done) {
        return new Entry(task, state, nature, category, LocalDate.EPOCH, BigDecimal.ZERO, own, done);
    }

    private Known ofPlan(Current current, Exchange.Converter converter) {
        var costs = people.of(current);
        var known = new Known(new Tally(), new Sums(), costs.withoutRate(), current);
        for (var part : costs.parts())
            known.add(
                    converter,
                    part.minor(),
                    part.currency(),
                    part.month(),
                    entry(part.task(), State.planned, Nature.operating, Category.people, true, part.done()));
        return known;
    }

    /// What programmes replace is planned to be owed when it is ordered.
    private void addAssets(Map<UUID, Known> known, Exchange.Converter converter) {
        var rows = replacements.ofProjects(known.keySet());
        var assets =
                register.of(rows.stream().map(Replacements.Replacement::asset).toList());
        for (var row : rows) {
            var asset = assets.get(row.asset());
            var project = Objects.requireNonNull(known.get(row.project()));
            var place = project.current().plan().positions().get(new TaskId(row.order()));
            if (asset == null || asset.cost() == null || place == null) continue;
            var cost = asset.cost();
            var zone = project.current().plan().zone();
            var ordered = project.current().calendar().tasks().get(place).finish();
            project.add(
                    converter,
                    BigDecimal.valueOf(cost.minor()),
                    cost.currency(),
                    LocalDate.ofInstant(ordered, zone),
                    entry(row.task(), State.planned, nature(asset), category(asset), false, false));
        }
    }

    private static Nature nature(Asset asset) {
        return asset.kind() == AssetKind.contract ? Nature.operating : Nature.capital;
    }

    private static Category category(Asset asset) {
        return switch (asset.kind()) {
            case server, storage, network, power -> Category.hardware;
            case software -> Category.software;
            case licence -> Category.licences;
            case contract -> Category.services;
            case other -> Category.other;
        };
    }

    @Transactional(readOnly = true)
    MoneyView project(Caller caller, UUID id) {
        var project = projects.find(id).orElseThrow(Problem::notFound);
        var converter = exchange.converter();
        var known = known(List.of(id), converter).get(id);
        if (known == null) throw Problem.notFound();
        boolean rates = caller.where(Permission.RATES_SEE).company();
        var tally = known.tally();
        return new MoneyView(
                converter.base(),
                tally.all(),
                outlook(known),
                earned(known),
                years(tally.entries()),
                elements(known, rates),
                categories(tally),
                curve(tally),
                known.unconverted().amounts(),
                rates,
                rates ? known.withoutRate() : List.of(),
                beside.limit(id),
                beside.limitVersion(id),
                beside.reserve(id),
                beside.delay(completion(known)),
                lines.of(project.id(), SHOWN));
    }

    @Transactional(readOnly = true)
    MoneyView.All all(Caller caller) {
        var seen = projects.all(caller.where(Permission.MONEY_SEE));
        var converter = exchange.converter();
        var known = known(seen.stream().map(Project::id).toList(), converter);
        var rows = new ArrayList<MoneyView.Row>();
        var entries = new ArrayList<Entry>();
        var unconverted = new Sums();
        for (var project : seen) {
            var one = known.get(project.id());
            if (one == null) continue;
            entries.addAll(one.tally().entries());
            unconverted.addAll(one.unconverted().amounts());
            rows.add(new MoneyView.Row(
                    project.id(),
                    project.name(),
                    project.client() == null ? null : project.client().name(),
                    project.kind(),
                    one.tally().all(),
                    outlook(one)));
        }
        var total = new Tally();
        entries.forEach(total::add);
        return new MoneyView.All(converter.base(), total.all(), sum(rows), years(entries), rows, unconverted.amounts());
    }

    /// Bounds of a sum are the sums of bounds: too wide where projects go well and badly apart, which nobody knows.
    private static Outlook sum(List<MoneyView.Row> rows) {
        long low = 0;
        long likely = 0;
        long sure = 0;
        long high = 0;
        boolean simulated = false;
        for (var row : rows) {
            low = Math.addExact(low, row.outlook().low());
            likely = Math.addExact(likely, row.outlook().likely());
            sure = Math.addExact(sure, row.outlook().sure());
            high = Math.addExact(high, row.outlook().high());
            simulated |= row.outlook().simulated();
        }
        return new Outlook(low, likely, sure, high, simulated);
    }

    /// What is bought, and our people: those that are done as planned, those that are left stretched as the simulation
    /// stretches the time that is left.
    private Outlook outlook(Known known) {
        var completion = completion(known);
        var costs = completion.stretches().stream()
                .map(each -> Exchange.Converter.rounded(completion.cost(each)))
                .toList();
        return completion.simulated()
                ? new Outlook(costs.get(0), costs.get(1), costs.get(2), costs.get(3), true)
                : new Outlook(costs.get(0), costs.get(0), costs.get(0), costs.get(0), false);
    }

    /// What a project will have cost, for each way in which the time that is left may stretch.
    ///
    /// @param sure what is bought, and our people's work that is done
    /// @param left our people's work that is left, as it is planned
    /// @param material what of that which is bought can be passed on
    /// @param stretches with 10, 50, 80 and 90 % at most; one, of 1, without a simulation
    /// @param finish with the same chances; empty without a simulation
    record Completion(
            Current current,
            BigDecimal sure,
            BigDecimal left,
            BigDecimal material,
            List<BigDecimal> stretches,
            List<Instant> finish,
            Sums unconverted) {
        boolean simulated() {
            return !finish.isEmpty();
        }

        BigDecimal cost(BigDecimal stretch) {
            return sure.add(left.multiply(stretch));
        }
    }

    /// Of those that have a plan.
    Map<UUID, Completion> completions(Collection<UUID> projects, Exchange.Converter converter) {
        var completions = new TreeMap<UUID, Completion>();
        known(projects, converter).forEach((project, known) -> completions.put(project, completion(known)));
        return completions;
    }

    private Completion completion(Known known) {
        var current = known.current();
        var chance = forecasts.finishes(List.of(current.project())).get(current.project());
        var finish =
                chance == null ? List.<Instant>of() : List.of(chance.p10(), chance.p50(), chance.p80(), chance.p90());
        return new Completion(
                current,
                known.tally().bought().add(known.tally().sum(each -> each.own() && each.done())),
                known.tally().sum(each -> each.own() && !each.done()),
                known.tally().material(),
                chance == null
                        ? List.of(BigDecimal.ONE)
                        : finish.stream().map(each -> stretch(each, current)).toList(),
                finish,
                known.unconverted());
    }

    private BigDecimal stretch(Instant finish, Current current) {
        long planned =
                ChronoUnit.MINUTES.between(clock.instant(), current.calendar().finish());
        if (planned <= 0) return BigDecimal.ONE;
        long simulated = Math.max(0, ChronoUnit.MINUTES.between(clock.instant(), finish));
        return BigDecimal.valueOf(simulated).divide(BigDecimal.valueOf(planned), 9, RoundingMode.HALF_EVEN);
    }

    /// Of our people's work, which is what a calendar knows the progress of.
    private Earned earned(Known known) {
        var now = clock.instant();
        var current = known.current();
        var costs = new HashMap<String, BigDecimal>();
        for (var each : known.tally().entries())
            if (each.own() && each.task() != null) costs.merge(each.task(), each.minor(), BigDecimal::add);
        var worth = known.tally().sum(each -> each.own() && each.done());
        var due = BigDecimal.ZERO;
        var byFinish = new TreeMap<Instant, BigDecimal>();
        for (var task : current.calendar().tasks()) {
            var cost = costs.get(task.task().value());
            if (cost == null) continue;
            byFinish.merge(task.finish(), cost, BigDecimal::add);
            if (!task.finish().isAfter(now)) due = due.add(cost);
        }
        return new Earned(
                Exchange.Converter.rounded(worth), Exchange.Converter.rounded(due), days(worth, byFinish, now));
    }

    /// The day on which the plan would have had as much done, and how far that is from now.
    private static @Nullable Long days(BigDecimal worth, TreeMap<Instant, BigDecimal> byFinish, Instant now) {
        if (worth.signum() == 0) return null;
        var sum = BigDecimal.ZERO;
        for (var each : byFinish.entrySet()) {
            sum = sum.add(each.getValue());
            if (sum.compareTo(worth) >= 0) return ChronoUnit.DAYS.between(now, each.getKey());
        }
        return null;
    }

    private static List<MoneyView.Year> years(List<Entry> entries) {
        var tally = new Tally();
        entries.forEach(tally::add);
        return entries.stream()
                .map(each -> each.month().getYear())
                .distinct()
                .sorted()
                .map(year ->
                        new MoneyView.Year(year, of(tally, year, Nature.capital), of(tally, year, Nature.operating)))
                .toList();
    }

    private static Amounts of(Tally tally, int year, Nature nature) {
        return tally.amounts(each -> each.month().getYear() == year && each.nature() == nature);
    }

    private static List<MoneyView.Element> elements(Known known, boolean rates) {
        var tops = new HashMap<String, String>();
        var names = new java.util.LinkedHashMap<@Nullable String, @Nullable String>();
        names.put(null, null);
        for (var task : known.current().plan().tasks()) {
            var id = task.id().value();
            var top = task.parent() == null ? id : tops.get(task.parent().value());
            tops.put(id, top);
            if (task.parent() == null) names.put(id, task.name());
        }
        var shown = new Tally();
        for (var each : known.tally()
                .mapped(task -> task == null ? null : tops.get(task))
                .entries()) if (rates || !each.own()) shown.add(each);
        var elements = new ArrayList<MoneyView.Element>();
        names.forEach((task, name) -> {
            var amounts = shown.amounts(each -> Objects.equals(each.task(), task));
            if (!amounts.equals(new Amounts(0, 0, 0, 0))) elements.add(new MoneyView.Element(task, name, amounts));
        });
        return elements;
    }

    private static List<MoneyView.OfCategory> categories(Tally tally) {
        return Stream.of(Category.values())
                .map(each -> new MoneyView.OfCategory(each, tally.amounts(entry -> entry.category() == each)))
                .filter(each -> !each.amounts().equals(new Amounts(0, 0, 0, 0)))
                .toList();
    }

    private static List<MoneyView.Point> curve(Tally tally) {
        var expected = new TreeMap<LocalDate, BigDecimal>();
        var spent = new TreeMap<LocalDate, BigDecimal>();
        for (var each : tally.expected()) expected.merge(each.month(), each.minor(), BigDecimal::add);
        for (var each : tally.entries())
            if (each.state() == State.spent) spent.merge(each.month(), each.minor(), BigDecimal::add);
        var months = new java.util.TreeSet<>(expected.keySet());
        months.addAll(spent.keySet());
        var points = new ArrayList<MoneyView.Point>();
        var sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
        for (var month : months) {
            sums[0] = sums[0].add(expected.getOrDefault(month, BigDecimal.ZERO));
            sums[1] = sums[1].add(spent.getOrDefault(month, BigDecimal.ZERO));
            points.add(new MoneyView.Point(
                    month, Exchange.Converter.rounded(sums[0]), Exchange.Converter.rounded(sums[1])));
        }
        return points;
    }
}
