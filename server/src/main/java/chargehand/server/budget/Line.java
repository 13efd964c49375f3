package chargehand.server.budget;

import chargehand.server.shared.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
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
/// @param approval what became of it above a limit; null where it never was above one
/// @param together where it waits only for being one of several orders
/// @param holds whether an order holds its task once it is approved
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
        @Nullable Integer leadDays,
        @Nullable Approval approval,
        @Nullable Together together,
        @JsonIgnore boolean holds) {

    /// The same as it is written, above no limit.
    Line(
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
        this(
                id, project, task, state, nature, category, day, amount, what, supplier, number, leadDays, null, null,
                false);
    }

    Line with(Approval approval, @Nullable Together together, boolean holds) {
        return new Line(
                id, project, task, state, nature, category, day, amount, what, supplier, number, leadDays, approval,
                together, holds);
    }

    /// Whether it is in sums.
    boolean counts() {
        return approval == null || approval.state() == Approval.State.approved;
    }

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
