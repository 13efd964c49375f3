package chargehand.server.planning;

import chargehand.engine.plan.TaskId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// The dates of a calendar as they were at a version, kept to compare with.
///
/// @param dates by task, where it was then
record Baseline(UUID id, String name, Instant at, long version, Map<TaskId, Dates> dates) {
    record Dates(Instant start, Instant finish) {}
}
