package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of the pay, as it was written. It falls due on one of three: a day, the end of a task, or once a deliverable
/// is accepted.
///
/// @param billed when its invoice was written, with `number`
record Milestone(
        UUID id,
        UUID project,
        String name,
        Money amount,
        @Nullable LocalDate day,
        @Nullable String task,
        @Nullable UUID deliverable,
        @Nullable LocalDate billed,
        @Nullable String number,
        @Nullable LocalDate paid,
        long version) {
    /// `planned` → `due` by itself, → `billed` → `paid` by people.
    @Schema(name = "BillingState")
    enum State {
        planned,
        due,
        billed,
        paid
    }
}
