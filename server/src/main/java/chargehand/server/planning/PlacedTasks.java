package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Plan;
import java.time.Instant;
import java.util.List;

/// Calendars whose tasks were put somewhere by a person or a proposal rather than by the engine.
final class PlacedTasks {
    private PlacedTasks() {}

    static Calendar in(Calendar calendar, List<ScheduledTask> tasks) {
        return new Calendar(
                calendar.start(),
                calendar.finish(),
                tasks,
                null,
                calendar.schedules(),
                calendar.seed(),
                false,
                calendar.findings());
    }

    /// With float, criticality and findings as they are for tasks in these places.
    static Calendar measured(Plan plan, Calendar calendar, Instant now) {
        return new Rescheduler(plan, calendar, now).measured();
    }
}
