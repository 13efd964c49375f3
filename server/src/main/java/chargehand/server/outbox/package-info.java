/// Owns live events on their way to every browser, once each.
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package chargehand.server.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
