/// Owns forecasts: how likely the dates of a calendar are.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning"})
@NullMarked
package chargehand.server.forecasting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
