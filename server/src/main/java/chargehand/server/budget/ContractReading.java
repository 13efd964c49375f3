package chargehand.server.budget;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.server.budget.ContractView.Billing;
import chargehand.server.budget.ContractView.Margin;
import chargehand.server.budget.ContractView.Revenue;
import chargehand.server.budget.MoneyReading.Completion;
import chargehand.server.budget.Sales.Takings;
import chargehand.server.delivery.Deliverable;
import chargehand.server.delivery.DeliverableReading;
import chargehand.server.forecasting.Forecasts;
import chargehand.server.forecasting.StoredForecast;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Sums;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings together what clients pay, when, and what is left of it after the cost.
@Service
class ContractReading {
    private final Contracts contracts;
    private final Sales sales;
    private final MoneyReading money;
    private final Exchange exchange;
    private final DeliverableReading deliverables;
    private final Forecasts forecasts;
    private final Projects projects;
    private final Clock clock;

    ContractReading(
            Contracts contracts,
            Sales sales,
            MoneyReading money,
            Exchange exchange,
            DeliverableReading deliverables,
            Forecasts forecasts,
            Projects projects,
            Clock clock) {
        this.contracts = contracts;
        this.sales = sales;
        this.money = money;
        this.exchange = exchange;
        this.deliverables = deliverables;
        this.forecasts = forecasts;
        this.projects = projects;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ContractView project(UUID id) {
        var converter = exchange.converter();
        var completion = money.completions(List.of(id), converter).get(id);
        if (completion == null) throw Problem.notFound();
        var unconverted = new Sums().addAll(completion.unconverted().amounts());
        var billings = billings(completion, contracts.milestones(List.of(id)));
        var contract = contracts.find(id).orElse(null);
        if (contract == null)
            return new ContractView(converter.base(), null, null, null, billings, unconverted.amounts(), List.of());
        var takings = sales.of(contract, completion.current(), completion.material(), converter);
        var revenue = revenue(contract, takings, completion, billings, converter, unconverted);
        unconverted.addAll(takings.unconverted().amounts());
        return new ContractView(
                converter.base(),
                contract,
                revenue,
                margin(takings, completion),
                billings,
                unconverted.amounts(),
                takings.withoutRate());
    }

    @Transactional(readOnly = true)
    ContractView.All all(Caller caller) {
        var seen = projects.all(caller.where(Permission.SALES_SEE));
        var agreed = contracts.of(seen.stream().map(Project::id).toList());
        var converter = exchange.converter();
        var completions = money.completions(agreed.keySet(), converter);
        var milestones =
                contracts.milestones(agreed.keySet()).stream().collect(Collectors.groupingBy(Milestone::project));
        var unconverted = new Sums();
        var rows = new ArrayList<ContractView.Row>();
        for (var project : seen) {
            var contract = agreed.get(project.id());
            var completion = completions.get(project.id());
            if (contract == null || completion == null) continue;
            var takings = sales.of(contract, completion.current(), completion.material(), converter);
            var billings = billings(completion, milestones.getOrDefault(project.id(), List.of()));
            rows.add(new ContractView.Row(
                    project.id(),
                    project.name(),
                    project.client() == null ? null : project.client().name(),
                    project.status(),
                    contract.kind(),
                    revenue(contract, takings, completion, billings, converter, unconverted),
                    margin(takings, completion)));
            unconverted.addAll(takings.unconverted().amounts());
            unconverted.addAll(completion.unconverted().amounts());
        }
        return new ContractView.All(converter.base(), revenues(rows), margins(rows), rows, unconverted.amounts());
    }

    private static Revenue revenues(List<ContractView.Row> rows) {
        return rows.stream()
                .map(ContractView.Row::revenue)
                .reduce(
                        new Revenue(0, 0, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new Revenue(
                                Math.addExact(one.planned(), other.planned()),
                                Math.addExact(one.likely(), other.likely()),
                                Math.addExact(one.changes(), other.changes()),
                                Math.addExact(one.material(), other.material()),
                                Math.addExact(one.milestones(), other.milestones()),
                                Math.addExact(one.due(), other.due()),
                                Math.addExact(one.billed(), other.billed()),
                                Math.addExact(one.paid(), other.paid())));
    }

    private static Margin margins(List<ContractView.Row> rows) {
        return rows.stream()
                .map(ContractView.Row::margin)
                .reduce(
                        new Margin(0, 0, 0, 0, false),
                        (one, other) -> new Margin(
                                Math.addExact(one.planned(), other.planned()),
                                Math.addExact(one.low(), other.low()),
                                Math.addExact(one.likely(), other.likely()),
                                Math.addExact(one.high(), other.high()),
                                one.simulated() || other.simulated()));
    }

    /// At completion both sides stretch together: who works longer costs more, and by the hour brings more.
    private static Margin margin(Takings takings, Completion completion) {
        var planned = takings.at(BigDecimal.ONE).subtract(completion.cost(BigDecimal.ONE));
        var ends = completion.stretches().stream()
                .map(each -> takings.at(each).subtract(completion.cost(each)))
                .toList();
        return new Margin(
                rounded(planned),
                rounded(ends.stream().reduce(BigDecimal::min).orElse(planned)),
                rounded(completion.simulated() ? ends.get(1) : planned),
                rounded(ends.stream().reduce(BigDecimal::max).orElse(planned)),
                completion.simulated());
    }

    private static long rounded(BigDecimal minor) {
        return Exchange.Converter.rounded(minor);
    }

    private Revenue revenue(
            Contract contract,
            Takings takings,
            Completion completion,
            List<Billing> billings,
            Exchange.Converter converter,
            Sums unconverted) {
        var today = today(completion);
        var sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        for (var each : billings) {
            var day = each.billed() != null ? each.billed() : each.falls() != null ? each.falls() : today;
            var worth = exact(converter, each, day);
            if (worth == null) {
                unconverted.add(each.amount());
                continue;
            }
            var agreed = exact(converter, each, agreed(contract, each, day));
            sums[0] = sums[0].add(agreed == null ? worth : agreed);
            if (each.state() == Milestone.State.due) sums[1] = sums[1].add(worth);
            if (each.billed() != null) sums[2] = sums[2].add(worth);
            if (each.paid() != null) sums[3] = sums[3].add(worth);
        }
        var likely = completion.simulated() ? completion.stretches().get(1) : BigDecimal.ONE;
        return new Revenue(
                rounded(takings.at(BigDecimal.ONE)),
                rounded(takings.at(likely)),
                rounded(takings.changes()),
                rounded(takings.material()),
                rounded(sums[0]),
                rounded(sums[1]),
                rounded(sums[2]),
                rounded(sums[3]));
    }

    private static @Nullable BigDecimal exact(Exchange.Converter converter, Billing part, LocalDate day) {
        return converter.exact(
                BigDecimal.valueOf(part.amount().minor()), part.amount().currency(), day);
    }

    /// On which day a part is worth what the contract counts for it, else a rate that moves would make a difference
    /// between the two where there is none.
    private static LocalDate agreed(Contract contract, Billing part, LocalDate day) {
        if (contract.amount() == null
                || !contract.amount().currency().equals(part.amount().currency())) return day;
        return switch (contract.kind()) {
            case fixedPrice, capped -> contract.since();
            case retainer -> part.falls() == null ? day : part.falls();
            case timeAndMaterials -> day;
        };
    }

    private LocalDate today(Completion completion) {
        return LocalDate.ofInstant(clock.instant(), completion.current().plan().zone());
    }

    private List<Billing> billings(Completion completion, List<Milestone> milestones) {
        if (milestones.isEmpty()) return List.of();
        var project = completion.current().project();
        var due = new Due(
                completion,
                today(completion),
                deliverables.of(project).stream().collect(Collectors.toMap(Deliverable::id, Function.identity())),
                forecasts.find(project).orElse(null));
        return milestones.stream()
                .map(due::billing)
                .sorted(Comparator.comparing(Billing::falls, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Billing::name))
                .toList();
    }

    /// When parts of the pay fall due, by a calendar and by what was accepted.
    private record Due(
            Completion completion,
            LocalDate today,
            Map<UUID, Deliverable> deliverables,
            @Nullable StoredForecast forecast) {
        Billing billing(Milestone milestone) {
            var deliverable = milestone.deliverable() == null ? null : deliverables.get(milestone.deliverable());
            var task = milestone.task() != null ? milestone.task() : deliverable == null ? null : deliverable.task();
            var id = task == null ? null : new TaskId(task);
            var place =
                    id == null ? null : completion.current().plan().positions().get(id);
            var written =
                    place == null ? null : completion.current().plan().tasks().get(place);
            var placed = place == null
                    ? null
                    : completion.current().calendar().tasks().get(place);
            boolean due = isDue(milestone, deliverable, written);
            var chance = due || forecast == null || id == null
                    ? null
                    : forecast.tasks().get(id);
            return new Billing(
                    milestone.id(),
                    milestone.name(),
                    milestone.amount(),
                    state(milestone, due),
                    milestone.day(),
                    milestone.task(),
                    written == null || milestone.task() == null ? null : written.name(),
                    milestone.deliverable(),
                    deliverable == null ? null : deliverable.name(),
                    falls(milestone, deliverable, placed),
                    chance == null ? null : chance.p80(),
                    milestone.billed(),
                    milestone.number(),
                    milestone.paid(),
                    milestone.version());
        }

        private boolean isDue(Milestone milestone, @Nullable Deliverable deliverable, @Nullable Task task) {
            if (milestone.day() != null) return !milestone.day().isAfter(today);
            if (milestone.deliverable() != null)
                return deliverable != null && deliverable.state() == Deliverable.State.accepted;
            return task != null && task.progress() != null && task.progress().finished() != null;
        }

        private static Milestone.State state(Milestone milestone, boolean due) {
            if (milestone.paid() != null) return Milestone.State.paid;
            if (milestone.billed() != null) return Milestone.State.billed;
            return due ? Milestone.State.due : Milestone.State.planned;
        }

        private @Nullable LocalDate falls(
                Milestone milestone, @Nullable Deliverable deliverable, @Nullable ScheduledTask placed) {
            if (milestone.day() != null) return milestone.day();
            ZoneId zone = completion.current().plan().zone();
            if (deliverable != null && deliverable.accepted() != null)
                return LocalDate.ofInstant(
                        Objects.requireNonNull(deliverable.accepted()).at(), zone);
            return placed == null ? null : LocalDate.ofInstant(placed.finish(), zone);
        }
    }
}
