package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One amount of a project.
///
/// @param task the element of the work breakdown that it belongs to; null for the project as a whole
/// @param day on which it is owed; its year counts, and the rate of its currency on it
/// @param number of the order or invoice; a supplier has each once
/// @param leadDays from the order to the delivery
@Schema(name = "MoneyLine")
record Line(
        UUID id,
        UUID project,
        @Nullable String task,
        State state,
        Nature nature,
        Category category,
        LocalDate day,
        Money amount,
        String what,
        @Nullable String supplier,
        @Nullable String number,
        @Nullable Integer leadDays) {

    /// How sure an amount is: granted, meant to be spent, ordered, or paid.
    @Schema(name = "MoneyState")
    enum State {
        approved,
        planned,
        committed,
        spent
    }

    @Schema(name = "MoneyNature")
    enum Nature {
        capital,
        operating
    }

    @Schema(name = "MoneyCategory")
    enum Category {
        people,
        hardware,
        software,
        licences,
        services,
        reserve,
        other
    }
}
