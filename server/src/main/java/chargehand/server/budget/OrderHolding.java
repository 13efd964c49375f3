package chargehand.server.budget;

import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Caller;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.ProgressReporting;
import org.springframework.stereotype.Component;

/// An order with a lead time is a fact of the calendar: its task does not begin before the delivery.
@Component
class OrderHolding {
    private final PlanReading plans;
    private final ProgressReporting progress;

    OrderHolding(PlanReading plans, ProgressReporting progress) {
        this.plans = plans;
        this.progress = progress;
    }

    /// Does nothing for what is no order with a lead time, or for a task that has begun.
    void hold(Caller caller, Line line) {
        if (line.state() != Line.State.committed || line.leadDays() == null || line.task() == null) return;
        var current = plans.current(line.project()).orElse(null);
        var place = current == null ? null : current.plan().positions().get(new TaskId(line.task()));
        if (current == null || place == null) return;
        var task = current.plan().tasks().get(place);
        var there = line.day()
                .plusDays(line.leadDays())
                .atStartOfDay(current.plan().zone())
                .toInstant();
        boolean open = task.progress() == null && !task.isSummary();
        if (!open || (task.notBefore() != null && !there.isAfter(task.notBefore()))) return;
        progress.holdUntil(caller, line.project(), task.id().value(), there, "Ordered: “%s”".formatted(line.what()));
    }
}
