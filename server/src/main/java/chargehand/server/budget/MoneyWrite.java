package chargehand.server.budget;

import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.Nature;
import chargehand.server.budget.Line.State;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An amount as it is written.
///
/// @param nature capital for what is bought, operating for people, services and contracts, unless said
/// @param leadDays from `day` to the delivery; of an order for a task, which then does not begin before
@Schema(name = "MoneyWrite")
record MoneyWrite(
        @Nullable String task,
        @Nullable State state,
        @Nullable Nature nature,
        @Nullable Category category,
        @Nullable LocalDate day,
        @Nullable Money amount,
        @Nullable String what,
        @Nullable String supplier,
        @Nullable String number,
        @Nullable Integer leadDays) {}
