/// Owns the append-only, hash-chained record of who did what.
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package chargehand.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
