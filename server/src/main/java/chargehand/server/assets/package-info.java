/// Owns the register of what is run, how its parts hang together, and until when they are supported.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "outbox"})
@NullMarked
package chargehand.server.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
