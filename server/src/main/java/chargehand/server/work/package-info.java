/// Owns what people do with the plan: what is theirs to do, and what they tell of it.
///
/// Asks others by `Outlook` how a task will go.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox", "people", "planning"})
@NullMarked
package chargehand.server.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
