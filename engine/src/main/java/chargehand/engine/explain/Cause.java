package chargehand.engine.explain;

import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.TaskId;
import java.time.Instant;

/// One thing that holds a task where it is.
public sealed interface Cause {
    /// The plan begins then.
    record PlanStart(Instant at) implements Cause {}

    /// What has not begun can't begin in the past.
    record Now(Instant at) implements Cause {}

    record NotBefore(Instant at) implements Cause {}

    record Pinned(Instant at) implements Cause {}

    /// It really began then.
    record Happened(Instant at) implements Cause {}

    /// A link, and the moment of the predecessor that it waits for (its start or its finish, without the lag).
    record Waits(TaskId predecessor, LinkType type, Instant moment, boolean lagged) implements Cause {}

    /// One who is needed is at work on another task until then.
    record Busy(ResourceId resource, TaskId on, Instant until) implements Cause {}

    /// One who is needed is booked outside this plan until then.
    record Booked(ResourceId resource, String reason, Instant until) implements Cause {}

    /// One who is needed has time off until then, while others work.
    record OffHours(ResourceId resource, Instant until) implements Cause {}

    record WindowOpens(Instant at) implements Cause {}

    /// A summary starts with the first of those beneath it.
    record FirstBeneath(TaskId task) implements Cause {}

    /// Nothing: it was left where people had been told that it is.
    record Kept() implements Cause {}
}
