package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task that is estimated together. What others think is in it only once it is shown.
///
/// @param task of the plan, `key` as it is called on the board, or null if it is gone
/// @param kind `effort`, `duration` or `elapsed`: what it is measured in
/// @param minutes what the plan says now, with its range
/// @param by who has estimated in this round; of whom it is oneself
/// @param missing names of those who were asked and have not yet
/// @param own one's own estimate of this round
/// @param rounds those that were shown, the last first
/// @param agreed null while it goes on
@Schema(name = "Estimating")
record EstimatingView(
        UUID id,
        String task,
        @Nullable String key,
        @Nullable String name,
        @Nullable String kind,
        @Nullable Long minutes,
        @Nullable Long low,
        @Nullable Long high,
        String opened,
        Instant openedAt,
        boolean mine,
        int round,
        boolean shown,
        List<String> by,
        List<String> missing,
        @Nullable EstimateView own,
        List<RoundView> rounds,
        @Nullable AgreedView agreed,
        long version) {

    @Schema(name = "Estimate")
    record EstimateView(
            String name,
            long minutes,
            @Nullable Long low,
            @Nullable Long high,
            @Nullable String note,
            boolean mine) {}

    /// @param estimates the least first
    /// @param middle the median of the estimates
    @Schema(name = "EstimatingRound")
    record RoundView(int round, List<EstimateView> estimates, long middle) {}

    @Schema(name = "AgreedEstimate")
    record AgreedView(
            long minutes, @Nullable Long low, @Nullable Long high, String name, Instant at) {}
}
