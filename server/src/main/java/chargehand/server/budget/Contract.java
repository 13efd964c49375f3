package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was agreed with the client of a project about pay. Sales rates are apart from cost rates: neither is derived
/// from the other.
///
/// @param amount the price, the cap, or what is paid for a month, by its kind; null for time and materials
/// @param since from when it holds; its amount is worth what its currency was on this day
/// @param until the last day of a retainer
/// @param materialPercent what is put on top of what is bought, which is passed on by the hour; null where it isn't
/// @param rates the first that fits a piece of work holds: those of a person, then those of a role, then the others
public record Contract(
        UUID project,
        Kind kind,
        @Nullable Money amount,
        LocalDate since,
        @Nullable LocalDate until,
        String note,
        @Nullable Integer materialPercent,
        List<SalesRate> rates,
        long version) {
    public Contract {
        rates = List.copyOf(rates);
    }

    /// How pay comes about: agreed beforehand, by the hour, by the hour up to a cap, or the same each month.
    @Schema(name = "ContractKind")
    public enum Kind {
        fixedPrice,
        timeAndMaterials,
        capped,
        retainer
    }

    /// What an hour is sold for, since a day.
    ///
    /// @param person whose hours; null with `role` for a skill that work asks for, or with neither for everybody
    @Schema(name = "SalesRate")
    public record SalesRate(@Nullable UUID person, @Nullable String role, LocalDate since, Money hour) {}
}
