package chargehand.server.demo;

import chargehand.server.budget.Contract;
import chargehand.server.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the made-up clients pay. Days move by whole weeks.
record MoneyWorld(List<Agreed> contracts) {
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
