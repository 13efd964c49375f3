package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All of a forecast: when the project ends and with which chance, what that depends on, and on what
/// it rests.
///
/// @param version of the plan that was simulated; `current` is the plan's now
/// @param finish of the project: the moments by which it ends in 2, 10, 50, 80, 90 and 98 of 100 runs
/// @param planned when the calendar ends
/// @param days the chance that all is done by the end of each; one a week if there are more than 400
/// @param drivers the tasks that move the finish most, first
/// @param rows in the order of the plan
/// @param basis on what it rests
@Schema(name = "ForecastDetail")
record ForecastDetailView(
        long version,
        long current,
        Instant asOf,
        int runs,
        long seed,
        String zone,
        List<Instant> finish,
        Instant planned,
        List<ForecastDetail.DayChance> days,
        List<ForecastDetail.DriverLine> drivers,
        List<Row> rows,
        Basis basis) {
    /// @param kind task, milestone or summary
    /// @param finish as the project's
    /// @param critical the share of runs in which it drove the finish, 0 to 1
    /// @param chance that its promise is kept
    @Schema(name = "ForecastRow")
    record Row(
            String task,
            String wbs,
            int depth,
            String name,
            String kind,
            boolean finished,
            Instant planned,
            List<Instant> finish,
            double critical,
            @Nullable Instant promised,
            @Nullable String promisedTo,
            @Nullable Double chance) {}

    /// @param finishedWork how much finished work the company has to learn from
    /// @param learnedTasks of how many of the open tasks history told the spread
    /// @param together how far tasks go wrong together: a correlation, 0 to 1
    /// @param leansOn empty for whoever may not see the history, as `families`
    /// @param withoutHistory by when all is done in 80 of 100 runs by the general prior
    @Schema(name = "ForecastBasis")
    record Basis(
            ForecastDetail.From from,
            int finishedWork,
            int learnedTasks,
            int openTasks,
            double together,
            List<LeanedOnView> leansOn,
            List<Leaning.FamilyRecord> families,
            @Nullable Instant withoutHistory,
            ForecastDetail.@Nullable Ranges ranges,
            ForecastDetail.@Nullable Away away) {}

    /// @param team what it is called
    @Schema(name = "LeanedOnWork")
    record LeanedOnView(
            @Nullable String kind,
            @Nullable String team,
            int count,
            double weight,
            @Nullable Double ratio) {}
}
