package chargehand.engine.levelling;

import chargehand.engine.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Repairs a calendar after an edit, moving as little as can be.
public final class Rescheduler {
    private Rescheduler() {}

    /// A calendar of the edited plan near the one before the edit: what ended before `now` stays as it was, a
    /// task
    /// that the edit does not touch stays where it is unless a link, a person or a window forces it later,
    /// and what
    /// follows a touched task may come earlier with it.
    ///
    /// @param before a calendar of the plan as it was; tasks are matched by id
    /// @param now as for the scheduler; also the moment before which nothing moves, or null for none
    public static Calendar repair(Plan edited, Calendar before, @Nullable Instant now) {
        throw new IllegalStateException("to come");
    }
}
