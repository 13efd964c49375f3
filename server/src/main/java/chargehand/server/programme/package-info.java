/// Owns programmes, projects that replace what is due, and knows which task replaces which asset.
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "people", "assets", "planning", "forecasting"})
@NullMarked
package chargehand.server.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
