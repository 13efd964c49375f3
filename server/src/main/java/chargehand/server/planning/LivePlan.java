package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan with its calendar at one version, as every node keeps it warm. Immutable, so whoever reads
/// never waits.
///
/// @param edited the last version that changed plan or calendar; later ones only told something about
/// them
/// @param plan `written` as the engine takes it, and `calendar` what it made of it
/// @param changed for each task the version in which it was last written or moved
/// @param rewritten for each task the version in which it last became other than by dates and float,
/// as far as this
/// node
///     knows
/// @param floated for each task the version in which its float last changed, as far as this node knows
/// @param baseline the one that bars are compared with, or null
/// @param factsChanged how many people are other than when the calendar was made
/// @param told what is found beside the engine's findings
/// @param draft whether it only tries something out: nobody's time is booked by it
record LivePlan(
        UUID project,
        long version,
        long edited,
        WrittenPlan written,
        Plan plan,
        Calendar calendar,
        long[] changed,
        long[] rewritten,
        long[] floated,
        @Nullable Baseline baseline,
        int factsChanged,
        List<FindingView> told,
        boolean draft) {
    Map<TaskId, Integer> places() {
        var places = new HashMap<TaskId, Integer>(plan.tasks().size() * 2);
        for (int i = 0; i < plan.tasks().size(); i++)
            places.put(plan.tasks().get(i).id(), i);
        return places;
    }

    /// The share of the work that is finished, 0 to 1.
    double done() {
        double all = 0;
        double finished = 0;
        for (var task : plan.tasks()) {
            var minutes = TaskWriting.minutes(task.extent());
            if (minutes == null) continue;
            all += minutes;
            var progress = task.progress();
            if (progress == null) continue;
            if (progress.finished() != null) finished += minutes;
            else if (progress.remaining() != null)
                finished += Math.max(0, minutes - progress.remaining().minutes());
        }
        return all == 0 ? 0 : finished / all;
    }

    boolean begun() {
        return plan.tasks().stream().anyMatch(each -> each.progress() != null);
    }

    /// After an edit: what differs is of the next version.
    LivePlan after(
            WrittenPlan newWritten, Plan newPlan, Calendar newCalendar, PlanDifference difference, boolean otherFacts) {
        long next = version + 1;
        int count = newPlan.tasks().size();
        var newChanged = new long[count];
        var newRewritten = new long[count];
        var newFloated = new long[count];
        var places = difference.ordered() ? places() : Map.<TaskId, Integer>of();
        for (int i = 0; i < count; i++) {
            int was = difference.ordered()
                    ? places.getOrDefault(newPlan.tasks().get(i).id(), -1)
                    : i;
            boolean isWritten = was < 0 || difference.written().get(i);
            newChanged[i] = isWritten || difference.moved().get(i) ? next : changed[was];
            newRewritten[i] = isWritten || difference.reassigned().get(i) ? next : rewritten[was];
            newFloated[i] = was < 0 || difference.floated().get(i) ? next : floated[was];
        }
        return new LivePlan(
                project,
                next,
                next,
                newWritten,
                newPlan,
                newCalendar,
                newChanged,
                newRewritten,
                newFloated,
                baseline,
                otherFacts ? 0 : factsChanged,
                otherFacts ? List.of() : told,
                draft);
    }

    LivePlan told(long newVersion, int changedFacts, List<FindingView> findings) {
        return new LivePlan(
                project,
                newVersion,
                edited,
                written,
                plan,
                calendar,
                changed,
                rewritten,
                floated,
                baseline,
                changedFacts,
                findings,
                draft);
    }

    /// @param isNew whether bars have something else to be compared with now, so that every row differs
    LivePlan with(long newVersion, @Nullable Baseline chosen, boolean isNew) {
        var versions = changed.clone();
        var rows = rewritten.clone();
        if (isNew) {
            Arrays.fill(versions, newVersion);
            Arrays.fill(rows, newVersion);
        }
        return new LivePlan(
                project,
                newVersion,
                edited,
                written,
                plan,
                calendar,
                versions,
                rows,
                floated,
                chosen,
                factsChanged,
                told,
                draft);
    }
}
