/// Owns what comes in from files and goes out to them.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning", "forecasting"})
@NullMarked
package chargehand.server.interchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
