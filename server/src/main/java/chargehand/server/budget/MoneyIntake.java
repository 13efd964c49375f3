package chargehand.server.budget;

import chargehand.server.budget.ApprovalWrite.OfDelay;
import chargehand.server.budget.ApprovalWrite.OfLimit;
import chargehand.server.budget.ApprovalWrite.OfReserve;
import chargehand.server.budget.ApprovalWrite.OfUse;
import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.State;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Limits, reserves, delays and orders, for who sets up a company.
@Service
public class MoneyIntake {
    private final LimitEditing editing;
    private final Approving approving;
    private final MoneyEditing money;
    private final Limits limits;

    MoneyIntake(LimitEditing editing, Approving approving, MoneyEditing money, Limits limits) {
        this.editing = editing;
        this.approving = approving;
        this.money = money;
        this.limits = limits;
    }

    /// The limit of the company.
    public void limit(Caller caller, Money amount, UUID approver) {
        editing.limit(caller, null, new OfLimit(amount, approver), limits.version(null));
    }

    public void reserve(Caller caller, UUID project, Money amount) {
        editing.reserve(caller, project, new OfReserve(amount));
    }

    /// @param approver with `reason`, or null while it waits
    public void use(
            Caller caller, UUID project, Money amount, String why, @Nullable Caller approver, @Nullable String reason) {
        var use = editing.use(caller, project, new OfUse(amount, why));
        if (approver != null && reason != null) approving.decideUse(approver, project, use, true, reason);
    }

    /// @param per `week` or `month`
    public void delay(Caller caller, UUID project, Money amount, String per, LocalDate after, String why) {
        editing.delay(caller, project, new OfDelay(amount, DelayCost.Per.valueOf(per), after, why));
    }

    /// An order of services, which waits where it is above the limit.
    public void order(
            Caller caller,
            UUID project,
            String task,
            LocalDate day,
            Money amount,
            String what,
            String supplier,
            String number) {
        money.add(
                caller,
                project,
                new MoneyWrite(
                        task, State.committed, null, Category.services, day, amount, what, supplier, number, null));
    }
}
