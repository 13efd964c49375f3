/// Owns company, clients, accounts, sign-in, roles and grants, tokens, and who may see and do what.
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package chargehand.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
