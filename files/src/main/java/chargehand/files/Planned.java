package chargehand.files;

import chargehand.engine.explain.Reason;
import chargehand.engine.forecast.Forecast;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan with all that was derived from it: what every writer writes.
///
/// @param reasons one a task, in the order of the plan
/// @param now as it was given to the engine, or null if today played no part
public record Planned(
        Plan plan,
        Calendar calendar,
        Forecast forecast,
        List<Reason> reasons,
        List<NotCarriedOver> notCarriedOver,
        @Nullable Instant now) {
    public Planned {
        reasons = List.copyOf(reasons);
        notCarriedOver = List.copyOf(notCarriedOver);
    }
}
