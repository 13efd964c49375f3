/// Owns the systems of each project: components that it makes, environments in which they run, and tools with which it
/// is
/// worked; who knows them, and which tasks are about them.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "assets", "planning"})
@NullMarked
package chargehand.server.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
