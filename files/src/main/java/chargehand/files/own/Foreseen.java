package chargehand.files.own;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import org.jspecify.annotations.Nullable;

/// A plan with its forecast, and on what that rests.
///
/// @param forecast with drivers
/// @param basis null if the general prior was all there was
public record Foreseen(
        Plan plan,
        Calendar calendar,
        Forecast forecast,
        @Nullable Basis basis) {
    /// @param finishedWork how much finished work taught
    /// @param refused how many rows of the history didn't
    /// @param together how far tasks go wrong together: a correlation, 0 to 1
    public record Basis(int finishedWork, int refused, double together) {}
}
