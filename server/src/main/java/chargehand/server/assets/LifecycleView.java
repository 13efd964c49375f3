package chargehand.server.assets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The catalogue of products: what comes with us, and what an administrator took.
///
/// @param products how many products it has, `cycles` how many versions of them
/// @param taken how many facts were taken from a file or address
/// @param address from where it is read, where one is written down
/// @param found how many products were sought; `items` has the first of them
@Schema(name = "LifecycleCatalogue")
record LifecycleView(
        int products, int cycles, int taken, @Nullable String address, int found, List<ProductView> items) {

    /// @param assets how many of the register are it
    @Schema(name = "LifecycleProduct")
    record ProductView(String id, String title, String kind, int assets, List<CycleView> cycles) {}

    /// @param end the last day of security fixes for everybody
    /// @param paidEnd the last day of fixes that are paid for
    /// @param ended it is over, on a day that may not be known
    /// @param source the page that says so
    /// @param origin the file or address from which it was taken, when and by whom; null for what comes with us
    @Schema(name = "LifecycleCycle")
    record CycleView(
            String name,
            @Nullable LocalDate end,
            @Nullable LocalDate paidEnd,
            boolean ended,
            String source,
            @Nullable String origin,
            @Nullable Instant taken,
            @Nullable String by) {}

    /// What a file would do to the catalogue, and to the assets that are matched by it.
    ///
    /// @param freshProducts products that are new; `fresh` versions that are, also of known products
    /// @param differing the first of the versions that would be otherwise, of each product the last to end first
    /// @param assets how many assets would have another version or end; `touched` the first of them
    @Schema(name = "LifecycleImport")
    record Look(
            UUID id,
            String name,
            int products,
            int cycles,
            int freshProducts,
            int fresh,
            int changed,
            List<DifferingFact> differing,
            int assets,
            List<TouchedAsset> touched) {}

    /// @param before null if the catalogue has no such version
    @Schema(name = "DifferingLifecycle")
    record DifferingFact(
            String product,
            String title,
            String cycle,
            @Nullable EndView before,
            EndView after) {}

    /// Until when a version is supported, and who says so.
    @Schema(name = "LifecycleEnd")
    record EndView(@Nullable LocalDate end, @Nullable LocalDate paidEnd, boolean ended, String source) {}

    /// By which versions stand in order: what has no end yet is the latest, what is over on a day that nobody knows the
    /// earliest.
    static LocalDate order(@Nullable LocalDate end, boolean ended) {
        return end != null ? end : ended ? LocalDate.MIN : LocalDate.MAX;
    }

    @Schema(name = "RematchedAsset")
    record TouchedAsset(UUID id, String name, String line, MeantView before, MeantView after) {}

    /// @param outcome `matched`, or why not
    @Schema(name = "LineMeans")
    record MeantView(
            @Nullable String outcome,
            @Nullable String title,
            @Nullable String cycle,
            @Nullable LocalDate end,
            boolean ended) {}
}
