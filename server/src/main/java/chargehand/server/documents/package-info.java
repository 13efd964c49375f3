/// Owns files that somebody has handed in: stored whole, with limits, known by their content and not by their name.
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package chargehand.server.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
