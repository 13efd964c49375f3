package chargehand.server.assets;

import chargehand.engine.growth.Growth;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is measured, and when it will be full.
///
/// @param last what was measured last
/// @param kind how it goes on; null with too few measurements, as is all that follows from it
/// @param perDay by how much it grows in a day
/// @param early by when it is full with 10 %, `likely` with 50 %, `late` with 90 %; null if not within ten years
/// @param orderBy `early` less the lead time of the asset
/// @param measured at most 240 of the measurements, evenly
/// @param ahead from the last measurement on
@Schema(name = "AssetGrowth")
record GrowthView(
        UUID id,
        UUID asset,
        String assetName,
        String name,
        String unit,
        @Nullable Double capacity,
        @Nullable Double last,
        Growth.@Nullable Kind kind,
        @Nullable Double perDay,
        @Nullable LocalDate early,
        @Nullable LocalDate likely,
        @Nullable LocalDate late,
        @Nullable LocalDate orderBy,
        int leadDays,
        List<Measured> measured,
        List<Ahead> ahead) {
    @Schema(name = "Measurement")
    record Measured(LocalDate day, double value) {}

    /// @param low exceeded with 90 %, `high` with 10 %
    @Schema(name = "GrowthAhead")
    record Ahead(LocalDate day, double low, double likely, double high) {}
}
