package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contract as it is written, with all its sales rates.
///
/// @param amount the price, the cap, or what is paid for a month; none for time and materials
/// @param materialPercent what is put on top of what is bought where that is passed on, 0 to 200; by the hour only
@Schema(name = "ContractWrite")
public record ContractWrite(
        Contract.@Nullable Kind kind,
        @Nullable Money amount,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String note,
        @Nullable Integer materialPercent,
        @Nullable List<RateWrite> rates) {
    /// What is bought is not passed on.
    public ContractWrite(
            Contract.@Nullable Kind kind,
            @Nullable Money amount,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String note,
            @Nullable List<RateWrite> rates) {
        this(kind, amount, since, until, note, null, rates);
    }

    @Schema(name = "SalesRateWrite")
    public record RateWrite(
            @Nullable UUID person,
            @Nullable String role,
            @Nullable LocalDate since,
            @Nullable Money hour) {}

    /// A part of the pay as it is written; one of `day`, `task` and `deliverable` says when it falls due.
    @Schema(name = "BillingWrite")
    public record Billing(
            @Nullable String name,
            @Nullable Money amount,
            @Nullable LocalDate day,
            @Nullable String task,
            @Nullable UUID deliverable) {}

    /// @param day on which the invoice was written
    @Schema(name = "InvoiceWrite")
    public record Invoice(@Nullable LocalDate day, @Nullable String number) {}

    /// @param day on which it was paid
    @Schema(name = "PaymentWrite")
    public record Payment(@Nullable LocalDate day) {}
}
