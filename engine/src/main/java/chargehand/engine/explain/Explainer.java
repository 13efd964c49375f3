package chargehand.engine.explain;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why each task of a calendar is where it is.
public final class Explainer {
    private Explainer() {}

    /// One reason a task, in the order of the plan.
    ///
    /// @param now as it was given to the scheduler, or null
    public static List<Reason> explain(Plan plan, Calendar calendar, @Nullable Instant now) {
        throw new IllegalStateException("to come");
    }
}
