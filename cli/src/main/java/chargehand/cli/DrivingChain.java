package chargehand.cli;

import chargehand.engine.explain.Cause;
import chargehand.engine.explain.Reason;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.files.Planned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What drives the finish: from the task that ends last back along what holds each, to the start.
final class DrivingChain {
    private final Map<TaskId, ScheduledTask> tasks = new HashMap<>();
    private final Map<TaskId, Reason> reasons = new HashMap<>();
    private final Planned planned;

    DrivingChain(Planned planned) {
        this.planned = planned;
        for (var task : planned.calendar().tasks()) tasks.put(task.task(), task);
        for (var reason : planned.reasons()) reasons.put(reason.task(), reason);
    }

    /// From the first to the last; empty for a plan without tasks.
    List<ScheduledTask> links() {
        var chain = new ArrayList<ScheduledTask>();
        var seen = new HashSet<TaskId>();
        for (var at = last(); at != null && seen.add(at.task()); at = before(at)) chain.addFirst(at);
        return chain;
    }

    private @Nullable ScheduledTask last() {
        var plan = planned.plan().tasks();
        ScheduledTask last = null;
        for (int i = 0; i < plan.size(); i++) {
            var task = planned.calendar().tasks().get(i);
            boolean later = last == null || task.finish().isAfter(last.finish());
            if (!plan.get(i).isSummary() && later) last = task;
        }
        return last;
    }

    /// The task that holds this one, of several the one that ends last.
    private @Nullable ScheduledTask before(ScheduledTask task) {
        var reason = reasons.get(task.task());
        if (reason == null) return null;
        return reason.causes().stream()
                .map(DrivingChain::holder)
                .filter(tasks::containsKey)
                .map(tasks::get)
                .max(Comparator.comparing(ScheduledTask::finish))
                .map(this::lastBeneath)
                .orElse(null);
    }

    /// Of a summary the task beneath it that ends last stands for it.
    private ScheduledTask lastBeneath(ScheduledTask task) {
        var written = planned.plan().task(task.task()).orElseThrow();
        if (!written.isSummary()) return task;
        return planned.plan().tasks().stream()
                .filter(each -> written.id().equals(each.parent()))
                .map(each -> tasks.get(each.id()))
                .max(Comparator.comparing(ScheduledTask::finish))
                .map(this::lastBeneath)
                .orElse(task);
    }

    private static @Nullable TaskId holder(Cause cause) {
        return switch (cause) {
            case Cause.Waits waits -> waits.predecessor();
            case Cause.Busy busy -> busy.on();
            case Cause.PlanStart _,
                    Cause.Now _,
                    Cause.NotBefore _,
                    Cause.Pinned _,
                    Cause.Happened _,
                    Cause.Booked _,
                    Cause.OffHours _,
                    Cause.WindowOpens _,
                    Cause.FirstBeneath _,
                    Cause.Kept _ -> null;
        };
    }
}
