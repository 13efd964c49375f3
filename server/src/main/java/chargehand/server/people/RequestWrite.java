package chargehand.server.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param from the first day, on the person's clock
/// @param to the last day; null for one day
/// @param units percent of one person; null for all that there is
/// @param hard whether others are to make room; null is yes
record RequestWrite(
        @Nullable UUID project,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer units,
        @Nullable Boolean hard,
        @Nullable String note) {}
