package chargehand.engine.forecast.history;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.plan.Task;
import org.jspecify.annotations.Nullable;

/// How sure an estimator was of some hours: less than `low` in one case of ten, more than `high` in one of ten.
///
/// @param low above 0
/// @param high above `low`
public record HoursRange(double low, double high) {
    public HoursRange {
        if (!(low > 0 && high > low && high < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("A range (%s to %s h) must rise from above 0.".formatted(low, high));
    }

    /// Whether so many hours lie in it; the ends do.
    public boolean encloses(double hours) {
        return low <= hours && hours <= high;
    }

    /// How sure the estimator of a task was, in the hours that it is estimated at; null where no range says
    /// anything of it.
    public static @Nullable HoursRange of(Task task) {
        var range = task.range();
        long minutes = task.extent().minutes();
        if (range == null || minutes == 0 || !range.encloses(minutes)) return null;
        double hours = FinishedTasks.estimate(task) / minutes;
        return new HoursRange(range.low() * hours, range.high() * hours);
    }
}
