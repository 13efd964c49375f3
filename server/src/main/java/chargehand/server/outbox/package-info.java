/// Owns notices and the mails in which they go out, live events on their way to every browser, once each, and answers
/// that may have been lost on theirs: who asks
/// again with the same key gets the same.
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package chargehand.server.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
