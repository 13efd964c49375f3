package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Past work of one kind and team on which a forecast leans.
///
/// @param kind null for all that is too little to be named
/// @param team whose time has the same owner: their id, or a name from a file; null where it may not
/// be told
/// @param count how much of it there is in the history
/// @param weight its share of all that the forecast leans on most, 0 to 1
/// @param ratio what half of it took at most for each hour of its estimate; null where fewer than five
/// people did it
@Schema(name = "LeanedOn")
record LeanedOn(
        @Nullable String kind,
        @Nullable String team,
        int count,
        double weight,
        @Nullable Double ratio) {}
