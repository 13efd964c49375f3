/// Owns assessments: which kind of manager a project needs, and who could be it.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "documents", "people", "planning"})
@NullMarked
package chargehand.server.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
