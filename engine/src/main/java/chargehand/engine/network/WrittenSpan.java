package chargehand.engine.network;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The first and the last moment that a plan mentions, and from when to when working calendars are compiled for it.
final class WrittenSpan {
    /// Leads may reach back before everything that is written down; otherwise a week of time off is enough to
    /// look at.
    private static final int DAYS_OF_LEADS = 400;

    private static final int DAYS_BEFORE = 7;

    private static final int MINUTES_OF_DAY = 24 * 60;
    /// Calendars are compiled for whole hundreds of days, so that an edit seldom asks for others.
    private static final int GRID = 100 * MINUTES_OF_DAY;

    private final Plan plan;
    private int first;
    private int last;

    WrittenSpan(Plan plan, @Nullable Instant now) {
        this.plan = plan;
        first = WorkingTable.minute(plan.start());
        last = first;
        include(now);
        for (var task : plan.tasks()) include(task);
        for (var booking : plan.bookings()) include(booking.toExclusive());
    }

    private void include(Task task) {
        include(task.notBefore());
        include(task.pinnedStart());
        for (var window : task.windows()) include(window.toExclusive());
        var progress = task.progress();
        if (progress == null) return;
        include(progress.started());
        include(progress.finished());
    }

    private void include(@Nullable Instant moment) {
        if (moment == null) return;
        first = Math.min(first, WorkingTable.minute(moment));
        last = Math.max(last, WorkingTable.minute(moment));
    }

    /// When working calendars begin.
    int base() {
        return Math.floorDiv(first - daysBefore() * MINUTES_OF_DAY, GRID) * GRID;
    }

    /// And when they end.
    ///
    /// @param reach how many days after the last moment that is written
    int end(int reach) {
        return Math.ceilDiv(last + reach * MINUTES_OF_DAY, GRID) * GRID;
    }

    private int daysBefore() {
        for (var link : plan.links()) {
            boolean lead = switch (link.lag()) {
                case Lag.Working(var minutes) -> minutes < 0;
                case Lag.Elapsed(var minutes) -> minutes < 0;
                case Lag.Percent(var percent) -> percent < 0;
            };
            if (lead) return DAYS_OF_LEADS;
        }
        return DAYS_BEFORE;
    }
}
