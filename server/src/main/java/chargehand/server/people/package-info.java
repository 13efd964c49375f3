/// Owns persons, skills, working weeks, absences, rates, sites, and the ledger of bookings.
///
/// Publishes `PeopleChanged`.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox"})
@NullMarked
package chargehand.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
