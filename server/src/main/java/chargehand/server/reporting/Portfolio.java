package chargehand.server.reporting;

import chargehand.server.forecasting.Promise;
import chargehand.server.planning.Project;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All projects that one may see, a row each.
///
/// @param promises of open projects, and those of others that were broken; the first to be kept first
/// @param shortOf skills of which more is booked than there is, or nearly
record Portfolio(
        Instant now,
        List<Row> projects,
        List<Watched> promises,
        @JsonProperty("short") List<SkillLoad> shortOf) {

    /// @param plannedFinish by the calendar
    /// @param likely by which moments it is done with 2, 10, 50, 80, 90 and 98 %
    /// @param promise the last date that was promised
    /// @param done the share of its work that is finished, 0 to 1
    /// @param milestones the next ones
    /// @param decisions what waits for somebody, the most pressing first
    @Schema(name = "PortfolioRow")
    record Row(
            UUID id,
            String name,
            Project.@Nullable ClientName client,
            Project.Kind kind,
            Project.Status status,
            Project.@Nullable Accountable accountable,
            Instant start,
            @Nullable Instant plannedFinish,
            @Nullable List<Instant> likely,
            @Nullable Promised promise,
            double done,
            List<Milestone> milestones,
            List<Decision> decisions,
            long version) {}

    /// @param chance that it is kept, 0 to 1, where there is a forecast
    record Promised(
            Instant by, @Nullable Double chance, @Nullable String promisedTo) {}

    /// A promise as the watch has it.
    ///
    /// @param task null for that of the whole project
    /// @param planned when it is done by the calendar, or was
    /// @param chance that it is kept, 0 to 1, where there is a forecast
    @Schema(name = "WatchedPromise")
    record Watched(
            UUID project,
            @Nullable String task,
            String name,
            Instant by,
            @Nullable String promisedTo,
            Instant planned,
            Promise.State state,
            @Nullable Double chance) {}

    record Milestone(String name, Instant at) {}

    /// @param code `promise-missed`, `promise-at-risk`, `proposal`, `request`, `no-accountable`
    record Decision(
            String code,
            String text,
            UUID project,
            @Nullable String task,
            @Nullable UUID proposal) {}

    record SkillLoad(String skill, List<MonthLoad> months) {}

    /// @param month as "2027-02"
    record MonthLoad(String month, long percent) {}
}
