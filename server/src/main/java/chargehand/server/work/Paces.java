package chargehand.server.work;

import chargehand.engine.forecast.Prior;
import chargehand.engine.plan.Booking;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Says of somebody's own work how it goes, from the day on which the earliest of it was begun.
final class Paces {
    private static final double LEAST = Prior.GENERAL.factor(0.2);
    private static final double MOST = Prior.GENERAL.factor(0.8);

    private final WorkingTable table;
    private final Instant now;

    /// @param taken when the person does not work on tasks, though the calendar says so
    /// @param first before which nothing was begun
    Paces(WorkingCalendar calendar, Collection<Booking> taken, Instant first, Instant now) {
        this.now = now;
        int base = WorkingTable.minute(first);
        int end = WorkingTable.minute(now.plus(Duration.ofDays(1)));
        var working = WorkingTable.of(calendar, base, end);
        for (var each : taken) {
            int from = Math.max(base, WorkingTable.minute(each.fromInclusive()));
            int to = Math.min(end, WorkingTable.minute(each.toExclusive()));
            if (from < to) working = working.without(from, to);
        }
        table = working;
    }

    /// Null for what has not begun. All the working time since then is this task's: work beside other work has no pace.
    ///
    /// @param known what may be why, should it be behind
    @Nullable
    Pace of(OwnWorkload task, Pace.Cause known) {
        if (task.started().isAfter(now)) return null;
        long spent = table.workBetween(WorkingTable.minute(task.started()), WorkingTable.minute(now));
        long left = task.remaining() == null ? Math.max(0, task.forecast() - spent) : task.remaining();
        long likely = spent + left;
        long least = Math.round(task.forecast() * LEAST);
        long most = Math.round(task.forecast() * MOST);
        if (likely > most) return new Pace(Pace.State.behind, known, likely, least, most);
        // Nobody has said that less remains than was planned: it is only young.
        boolean ahead = task.remaining() != null && likely < least;
        return new Pace(ahead ? Pace.State.ahead : Pace.State.asForecast, null, likely, least, most);
    }

    /// Whether work that is done took less than eight of ten such pieces of work take; never of what took
    /// no time at all.
    ///
    /// @param forecast working minutes that it was planned with
    boolean early(Instant started, Instant finished, long forecast) {
        long took = table.workBetween(WorkingTable.minute(started), WorkingTable.minute(finished));
        return took > 0 && took < Math.round(forecast * LEAST);
    }

    /// What counts of a task that was begun and isn't done.
    ///
    /// @param forecast working minutes that it was planned with
    /// @param remaining working minutes that were told to remain, or null
    record OwnWorkload(
            Instant started, long forecast, @Nullable Integer remaining) {}
}
