package chargehand.server.programme;

import chargehand.server.assets.AssetKind;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What has to be replaced by a day, what that costs, who can do it, and what of it is in a programme.
///
/// @param free how many assets are in no programme
/// @param quarters from this one on, one after the other
/// @param more there is more than is told
@Schema(name = "DueAssets")
record DueView(
        LocalDate until,
        int free,
        List<Group> groups,
        List<Quarter> quarters,
        List<Programme> programmes,
        boolean more) {

    /// What is ordered and replaced together.
    ///
    /// @param due the day on which the first of them has to be begun
    /// @param skill that the change asks for; null if nobody has any that would do
    /// @param people who have it
    @Schema(name = "DueGroup")
    record Group(
            String what,
            @Nullable String site,
            AssetKind kind,
            LocalDate due,
            @Nullable String skill,
            List<String> people,
            List<Entry> assets,
            List<Money> cost) {}

    /// @param over whether it is in use without support today
    /// @param taken whether a programme replaces it
    /// @param project that does, where the reader may see it
    /// @param planned when it is replaced by that project's calendar
    @Schema(name = "DueAsset")
    record Entry(
            UUID id,
            String name,
            LocalDate due,
            @Nullable LocalDate ends,
            boolean over,
            @Nullable Money cost,
            boolean taken,
            @Nullable UUID project,
            @Nullable Instant planned) {}

    /// @param from its first day
    /// @param free what assets cost that are in no programme, in the quarter in which they have to be begun
    /// @param planned what programmes order in it
    @Schema(name = "DueQuarter")
    record Quarter(LocalDate from, List<Money> free, List<Money> planned) {}

    /// @param likely by which moments it is done with 2, 10, 50, 80, 90 and 98 %
    /// @param assets that it replaces
    @Schema(name = "Programme")
    record Programme(
            UUID project,
            String name,
            Instant start,
            @Nullable Instant finish,
            @Nullable List<Instant> likely,
            double done,
            int assets,
            List<Money> cost) {}
}
