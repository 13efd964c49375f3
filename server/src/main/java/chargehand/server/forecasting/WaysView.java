package chargehand.server.forecasting;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ways back to a promise, each simulated with the same draws as today's calendar.
///
/// @param aim the chance from which a promise holds
/// @param now how it stands if nobody does anything
/// @param runs how many times each was simulated
/// @param tried how many were
/// @param items those that help most first reach the aim, then cost least
@Schema(name = "WaysBack")
record WaysView(double aim, Outcome now, int runs, int tried, List<Way> items) {
    /// @param by the promised moment
    /// @param planned when it is done by the calendar, and `likely` in 80 of 100 runs
    @Schema(name = "WayOutcome")
    record Outcome(Instant by, Instant planned, Instant likely, double chance) {}

    @Schema(name = "WayKind")
    enum Kind {
        /// somebody more works on a task
        people,
        /// less of a task is done
        scope,
        /// the promise gets another date
        date
    }

    /// @param task whose work changes; null for another date
    /// @param person who comes to it, for more people
    /// @param resource the same by id
    /// @param less percent of the task's work that is left out, for less scope
    /// @param minutes what the task's work then is, as its kind counts it
    /// @param moreMinutes of work of people, beyond today's; negative where it is less
    /// @param cost at people's rates, beyond today's, for whoever may see these; null where it isn't known
    @Schema(name = "WayBack")
    record Way(
            Kind kind,
            @Nullable String task,
            @Nullable String name,
            @Nullable String person,
            @Nullable String resource,
            @Nullable Integer less,
            @Nullable Long minutes,
            Outcome then,
            long moreMinutes,
            @Nullable Money cost) {}
}
