/// Owns projects, their plans and calendars, and every change made to them.
///
/// Publishes `PlanRescheduled` and `DraftThrownAway`.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people"})
@NullMarked
package chargehand.server.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
