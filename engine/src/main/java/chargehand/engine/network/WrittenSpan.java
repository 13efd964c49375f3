package chargehand.engine.network;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The first and the last moment that a plan mentions: what the working calendars must cover at least.
final class WrittenSpan {
    private int first;
    private int last;

    WrittenSpan(Plan plan, @Nullable Instant now) {
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

    int first() {
        return first;
    }

    int last() {
        return last;
    }
}
