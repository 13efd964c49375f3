package chargehand.server.demo;

import chargehand.server.budget.ContractIntake;
import chargehand.server.budget.ContractWrite;
import chargehand.server.budget.ContractWrite.RateWrite;
import chargehand.server.budget.ExchangeRates;
import chargehand.server.budget.MoneyImporting;
import chargehand.server.budget.MoneyIntake;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out what projects cost, and what clients pay.
@Component
class LayingOutMoney {
    private final MoneyImporting money;
    private final ExchangeRates rates;
    private final ContractIntake contracts;
    private final MoneyIntake intake;

    LayingOutMoney(MoneyImporting money, ExchangeRates rates, ContractIntake contracts, MoneyIntake intake) {
        this.money = money;
        this.rates = rates;
        this.contracts = contracts;
        this.intake = intake;
    }

    void layOut(MoneyWorld world, Shift shift, Map<String, UUID> projects) {
        rates.set(Caller.SYSTEM, "EUR", "CHF", LocalDate.of(2026, 1, 1), new BigDecimal("1.0731"));
        var look = money.look(Caller.SYSTEM, "money.csv", World.amounts());
        money.accept(Caller.SYSTEM, look.id(), true);
        for (var each : world.contracts()) agree(each, shift, project(each.project(), projects));
    }

    /// After everybody has an account.
    ///
    /// @param accounts by name
    void approve(MoneyWorld world, Shift shift, Map<String, UUID> projects, Map<String, UUID> accounts) {
        var approver = caller(world.limit().approver(), accounts);
        intake.limit(Caller.SYSTEM, world.limit().amount(), approver.account());
        for (var each : world.reserves()) {
            var project = project(each.project(), projects);
            intake.reserve(approver, project, each.amount());
            for (var use : each.uses())
                intake.use(
                        caller(use.by(), accounts),
                        project,
                        new Money(use.minor(), each.amount().currency()),
                        use.why(),
                        approver,
                        use.reason());
        }
        for (var each : world.delays())
            intake.delay(
                    Caller.SYSTEM,
                    project(each.project(), projects),
                    each.amount(),
                    each.per(),
                    shift.date(each.after()),
                    each.why());
        for (var each : world.orders())
            intake.order(
                    caller(each.by(), accounts),
                    project(each.project(), projects),
                    each.task(),
                    shift.date(each.day()),
                    each.amount(),
                    each.what(),
                    each.supplier(),
                    each.number());
    }

    private static UUID project(String file, Map<String, UUID> projects) {
        return Objects.requireNonNull(projects.get(file), file);
    }

    private static Caller caller(String name, Map<String, UUID> accounts) {
        return new Caller(
                Objects.requireNonNull(accounts.get(name), name),
                name,
                null,
                List.of(new Caller.Grant(Role.ADMINISTRATOR, null, null)));
    }

    private void agree(MoneyWorld.Agreed agreed, Shift shift, UUID project) {
        var sold = agreed.rates() == null
                ? null
                : agreed.rates().stream()
                        .map(each -> new RateWrite(null, each.role(), shift.date(each.since()), each.hour()))
                        .toList();
        contracts.agree(
                Caller.SYSTEM,
                project,
                new ContractWrite(
                        agreed.kind(),
                        agreed.amount(),
                        shift.date(agreed.since()),
                        day(agreed.until(), shift),
                        agreed.note(),
                        sold));
        for (var each : agreed.parts())
            contracts.pay(
                    Caller.SYSTEM,
                    project,
                    new ContractWrite.Billing(each.name(), each.amount(), day(each.day(), shift), each.task(), null),
                    each.number() == null ? null : new ContractWrite.Invoice(day(each.billed(), shift), each.number()),
                    each.paid() == null ? null : new ContractWrite.Payment(day(each.paid(), shift)));
    }

    private static @Nullable LocalDate day(@Nullable LocalDate day, Shift shift) {
        return day == null ? null : shift.date(day);
    }
}
