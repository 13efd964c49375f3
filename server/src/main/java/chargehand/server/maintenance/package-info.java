/// Owns maintenance: policies whose rounds come again by a rule, change windows and freezes, and what came of each
/// round.
/// Rounds become tasks of a project's plan.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "people", "assets", "planning"})
@NullMarked
package chargehand.server.maintenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
