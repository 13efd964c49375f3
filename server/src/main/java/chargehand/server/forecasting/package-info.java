/// Owns history and forecasts: what finished work took, how likely the dates of a calendar are, and on
/// what that rests.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning", "work"})
@NullMarked
package chargehand.server.forecasting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
