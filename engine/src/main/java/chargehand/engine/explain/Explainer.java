package chargehand.engine.explain;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.network.Hierarchy;
import chargehand.engine.network.Network;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why each task of a calendar is where it is.
public final class Explainer {
    private static final long MINUTES_OF_DAY = 24 * 60;

    private Explainer() {}

    /// One reason a task, in the order of the plan. For a task that stands where nothing keeps it, as after a repair,
    /// the cause is [Cause.Kept].
    ///
    /// @param now as it was given to the scheduler, or null
    public static List<Reason> explain(Plan plan, Calendar calendar, @Nullable Instant now) {
        var network = network(plan, calendar, now);
        var causes = new Causes(network, calendar, now);
        var hierarchy = network.hierarchy;
        var firsts = firstBeneath(plan, calendar, hierarchy);
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            if (!task.isSummary()) reasons.add(new Reason(task.id(), causes.of(i)));
            else
                reasons.add(new Reason(
                        task.id(), firsts[i] == null ? List.of() : List.of(new Cause.FirstBeneath(firsts[i]))));
        }
        return reasons;
    }

    /// The plan compiled as far as the calendar reaches, and a year more for what is asked about later moments.
    private static Network network(Plan plan, Calendar calendar, @Nullable Instant now) {
        long length = Duration.between(plan.start(), calendar.finish()).toMinutes() / MINUTES_OF_DAY;
        return Network.of(plan, now, Math.toIntExact(Math.max(0, length)) + 400);
    }

    private static @Nullable TaskId[] firstBeneath(Plan plan, Calendar calendar, Hierarchy hierarchy) {
        var first = new @Nullable ScheduledTask[plan.tasks().size()];
        for (int i = 0; i < first.length; i++) {
            if (hierarchy.isSummary(i)) continue;
            var task = calendar.tasks().get(i);
            for (int at = hierarchy.parent(i); at >= 0; at = hierarchy.parent(at)) {
                var known = first[at];
                if (known == null || task.start().isBefore(known.start())) first[at] = task;
            }
        }
        var ids = new @Nullable TaskId[first.length];
        for (int i = 0; i < first.length; i++) {
            var task = first[i];
            ids[i] = task == null ? null : task.task();
        }
        return ids;
    }
}
