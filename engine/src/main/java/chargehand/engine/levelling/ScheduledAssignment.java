package chargehand.engine.levelling;

import chargehand.engine.plan.ResourceId;
import java.time.Instant;

/// One resource's part in a task: `[start, finish)`, of which its working time is worked.
///
/// @param units percent of one person
public record ScheduledAssignment(ResourceId resource, int units, Instant start, Instant finish) {}
