package chargehand.server.reporting;

import chargehand.server.forecasting.Promise;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One project on one page, for those who decide about it. As it is now, not as it was released.
///
/// @param colours whether the company wants the status word in its colour
/// @param promised that of the whole project, or else the last that is to be kept
/// @param since when officials, or else the client, were told last; what moved, moved since then
/// @param summary how it goes, in the words of what was told last
/// @param wanted what waits for a decision
/// @param risks that forecasts reckon with, the most likely first
/// @param issues that are open, the first due first
/// @param money by currency; absent for whoever may not see it
@Schema(name = "SteeringReport")
record SteeringReport(
        UUID project,
        String name,
        @Nullable String client,
        @Nullable String accountable,
        Instant asOf,
        String zone,
        Status status,
        boolean colours,
        @Nullable Instant planned,
        @Nullable Instant likely,
        @Nullable Promised promised,
        @Nullable Instant since,
        @Nullable String summary,
        List<Moved> moved,
        List<Promised> promises,
        List<Portfolio.Milestone> next,
        List<Wanted> wanted,
        List<RiskLine> risks,
        List<IssueLine> issues,
        @Nullable List<Sum> money) {
    @Schema(name = "SteeringStatus")
    enum Status {
        /// A promise is broken, or planned to be.
        late,
        /// A promise is kept in less than 80 of 100 cases.
        atRisk,
        onTrack,
        /// Nothing is promised, or there is no forecast yet.
        open,
        finished
    }

    /// @param name null for the whole project
    /// @param chance that it is kept, 0 to 1, where there is a forecast
    @Schema(name = "SteeringPromise")
    record Promised(
            @Nullable String name,
            @Nullable String whom,
            Instant by,
            Instant planned,
            Promise.State state,
            @Nullable Double chance) {}

    /// @param name null for the whole project
    /// @param was likely by, as it was told
    @Schema(name = "SteeringMoved")
    record Moved(@Nullable String name, Instant was, Instant now) {}

    /// @param kind `decision`, `undecided` of which nobody said by when, `money`, `wish`, `renewal`, `declined`,
    /// `unsigned`, `proposal`, `request`, `noAccountable` or `client`
    /// @param text what it is about, or how many
    @Schema(name = "SteeringWanted")
    record Wanted(String kind, String text, @Nullable LocalDate day) {}

    @Schema(name = "SteeringRisk")
    record RiskLine(
            String what,
            int percent,
            @Nullable String owner,
            @Nullable String response) {}

    @Schema(name = "SteeringIssue")
    record IssueLine(
            String title, @Nullable String owner, @Nullable LocalDate day) {}

    @Schema(name = "SteeringMoney")
    record Sum(Money approved, Money committed, Money spent) {}
}
