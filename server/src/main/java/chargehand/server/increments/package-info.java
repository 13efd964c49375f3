/// Owns increments, the board, and what code hosts tell of tasks. The tasks are the plan's: here is
/// only which of them an increment takes on, in which column they stand, and in which order they wait.
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning", "work", "forecasting"})
@NullMarked
package chargehand.server.increments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
