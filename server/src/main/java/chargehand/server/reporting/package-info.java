/// Owns what is read across modules: the portfolio, the search.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning", "forecasting"})
@NullMarked
package chargehand.server.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
