/// Owns the logbook of each project: what was decided, assumed and learnt, and what is the matter.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning", "work"})
@NullMarked
package chargehand.server.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
