package chargehand.server.demo;

import chargehand.server.budget.Contract;
import chargehand.server.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the made-up company has approved, and what its clients pay. Days move by whole weeks.
record MoneyWorld(Limit limit, List<Reserve> reserves, List<Delay> delays, List<Order> orders, List<Agreed> contracts) {
    /// @param approver the name of an account
    record Limit(Money amount, String approver) {}

    record Reserve(String project, Money amount, List<Use> uses) {}

    /// @param reason of who approved it; null while it waits
    record Use(String by, long minor, String why, @Nullable String reason) {}

    record Delay(String project, Money amount, String per, LocalDate after, String why) {}

    /// @param by the name of who entered it
    record Order(
            String project,
            String by,
            String task,
            LocalDate day,
            Money amount,
            String what,
            String supplier,
            String number) {}

    /// @param project its file
    record Agreed(
            String project,
            Contract.Kind kind,
            @Nullable Money amount,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String note,
            @Nullable List<Sold> rates,
            List<Part> parts) {}

    /// @param role of whoever is sold; null for everybody else
    record Sold(@Nullable String role, LocalDate since, Money hour) {}

    /// @param day on which it falls due, where that is not the end of `task`
    record Part(
            String name,
            Money amount,
            @Nullable LocalDate day,
            @Nullable String task,
            @Nullable LocalDate billed,
            @Nullable String number,
            @Nullable LocalDate paid) {}
}
