package chargehand.server.assets;

import chargehand.server.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is run.
///
/// @param line what it is, as its register writes it
/// @param outcome how that was matched: `matched`, or why not; null without a line
/// @param product what it was matched to, by endoflife.date's id
/// @param eol the end of its makers' support, if they have named one
/// @param ended that is over, on a day that may not be known
/// @param source where that is said
/// @param life the end of its expected life
/// @param fullOn the first day on which something that is measured of it reaches its capacity with 10 %
/// @param leadDays how long before its end a replacement has to be begun
/// @param ends the earliest of its ends
/// @param due the day on which a replacement has to be begun
/// @param cost what a replacement costs
public record Asset(
        UUID id,
        String name,
        AssetKind kind,
        @Nullable String line,
        @Nullable String outcome,
        @Nullable String product,
        @Nullable String title,
        @Nullable String cycle,
        @Nullable LocalDate eol,
        boolean ended,
        @Nullable Double confidence,
        @Nullable String source,
        @Nullable String serial,
        @Nullable String site,
        @Nullable String owner,
        @Nullable LocalDate bought,
        @Nullable LocalDate warranty,
        @Nullable LocalDate life,
        @Nullable LocalDate fullOn,
        int leadDays,
        @Nullable Money cost,
        @Nullable LocalDate ends,
        @Nullable LocalDate due,
        Instant changed,
        long version) {}
