/// Owns what a client gets and by what it is accepted, and what is asked for afterwards: change
/// requests, their offers, and what was signed.
///
/// Asks others by `Origins` what a change was born from.
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning", "work", "forecasting"})
@NullMarked
package chargehand.server.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
