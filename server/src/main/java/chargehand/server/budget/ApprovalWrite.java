package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people write about limits, reserves and delays.
final class ApprovalWrite {
    private ApprovalWrite() {}

    /// @param amount above which it waits; none for no limit
    /// @param approver the account of who decides
    @Schema(name = "ApprovalLimitWrite")
    record OfLimit(@Nullable Money amount, @Nullable UUID approver) {}

    @Schema(name = "ApprovalDecision")
    record OfDecision(@Nullable Boolean approve, @Nullable String reason) {}

    @Schema(name = "ReserveWrite")
    record OfReserve(@Nullable Money amount) {}

    /// @param amount in the currency of the reserve
    @Schema(name = "ReserveUseWrite")
    record OfUse(@Nullable Money amount, @Nullable String why) {}

    /// @param amount for each `per`; none to take the statement back
    @Schema(name = "DelayCostWrite")
    record OfDelay(
            @Nullable Money amount,
            DelayCost.@Nullable Per per,
            @Nullable LocalDate after,
            @Nullable String why) {}
}
