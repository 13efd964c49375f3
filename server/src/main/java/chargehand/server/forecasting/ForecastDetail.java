package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is behind a forecast.
///
/// @param from where lengths were drawn
/// @param finishedWork how much finished work there was to learn from
/// @param learnedTasks of how many open tasks history told the spread, of `openTasks`
/// @param together how far tasks go wrong together: a correlation, 0 to 1
/// @param days the chance that all is done by the end of each; one a week if there are more than 400
/// @param drivers the tasks that move the finish most, first
/// @param critical of each task that ever drove the finish the share of runs in which it did
/// @param leansOn past work, the heaviest first
/// @param families how work of the same families went
/// @param withoutHistory by when it would end in 80 of 100 runs by the general prior; null where that
/// is all there is,
///     and of very large plans
/// @param risks what each that counts costs; null of forecasts from before there were any
/// @param ranges what estimators told of how sure they are; null likewise, as `away`
record ForecastDetail(
        From from,
        int finishedWork,
        int learnedTasks,
        int openTasks,
        double together,
        List<DayChance> days,
        List<DriverLine> drivers,
        Map<String, Double> critical,
        List<LeanedOn> leansOn,
        List<Leaning.FamilyRecord> families,
        @Nullable Instant withoutHistory,
        @Nullable List<RiskEffect> risks,
        @Nullable Ranges ranges,
        @Nullable Away away) {
    @Schema(name = "ForecastFrom")
    enum From {
        /// similar finished work
        history,
        /// the general prior: there is too little history
        prior
    }

    /// @param without by when all would be done in 80 of 100 runs if the risk weren't there
    record RiskEffect(String risk, Instant without) {}

    /// Estimates that were told as ranges, which are to hold in eight of ten cases.
    ///
    /// @param tasks for how many open tasks a range says what they may take
    /// @param known how many finished ranges the company has; they correct the next
    /// @param held in how many of those the actual lay
    /// @param over how many took more than was said at the most
    @Schema(name = "ForecastRanges")
    record Ranges(int tasks, int known, int held, int over) {}

    /// Time for which people are away without having told.
    ///
    /// @param share of their working time, 0 to 1
    /// @param days working days at a time, on average
    /// @param people how many were away in the last year, from which it was learned; 0 where it is assumed
    @Schema(name = "ForecastAway")
    record Away(double share, double days, int people) {}

    @Schema(name = "DayChance")
    record DayChance(LocalDate day, double by) {}

    /// @param sensitivity the correlation of how long the task takes with when the project ends, -1 to 1
    /// @param ifShort minutes by which the project ends later than on average where the task takes
    /// least, in a tenth of
    ///     the runs; negative for earlier
    /// @param ifLong the same where it takes most
    @Schema(name = "ForecastDriver")
    record DriverLine(String task, double critical, double sensitivity, long ifShort, long ifLong) {}
}
