package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often what was called likely happened.
///
/// @param forecasts how many were scored
/// @param levels in rising order
/// @param groups the same by family of kinds, for those with at least [#SAYABLE] by at least five people
/// @param since when the earliest of them was made
@Schema(name = "Reliability")
record Reliability(
        int forecasts,
        List<Level> levels,
        List<Group> groups,
        @Nullable Instant since) {
    /// With fewer forecasts than this nothing is said.
    static final int SAYABLE = 20;

    static final Reliability NONE = new Reliability(0, List.of(), List.of(), null);

    /// @param said the chance that was given, 0 to 1
    /// @param happened the share that came about
    @Schema(name = "ReliabilityLevel")
    record Level(double said, double happened) {}

    /// @param likely the share that was done by what was called 80 % likely
    @Schema(name = "ReliabilityGroup")
    record Group(String kind, int forecasts, double likely) {}
}
