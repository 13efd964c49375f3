package chargehand.server.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That something is different now; not what.
///
/// @param seq its place in the order of commits; 0 as long as it has none
record Event(
        long seq,
        String noun,
        UUID id,
        @Nullable Long version,
        @Nullable UUID by,
        EventScope scope) {

    boolean isAbout(UUID account) {
        return scope instanceof EventScope.Account(var whose) && whose.equals(account);
    }
}
