package chargehand.server.increments;

import chargehand.server.increments.Estimating.Amount;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An estimate as it is written, in minutes of what the task is measured in.
///
/// @param low with `high` how sure that is: less in one case of ten, more in one of ten; both or neither
/// @param note what was thought of
@Schema(name = "EstimateWrite")
record EstimateWrite(
        @Nullable Long minutes,
        @Nullable Long low,
        @Nullable Long high,
        @Nullable String note) {
    private static final long MOST = 50L * 366 * 24 * 60;

    /// @throws Problem for nothing, less, more than fifty years, or a range that does not enclose it
    Amount amount() {
        if (minutes == null || minutes < 1 || minutes > MOST)
            throw Problem.invalid("minutes", "An estimate is a minute at least, and fifty years at most.");
        if ((low == null) != (high == null)) throw Problem.invalid("range", "A range has both ends.");
        if (low != null && high != null && (low < 1 || low >= high || high > MOST || minutes < low || minutes > high))
            throw Problem.invalid(
                    "range", "A range goes from at least a minute up to something longer, around the estimate.");
        return new Amount(minutes, low, high);
    }
}
