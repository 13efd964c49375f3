package chargehand.server.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells every open browser that something is different now.
@Component
public class LiveEvents {
    /// To be called in the transaction that makes the change; heard once that has committed.
    ///
    /// @param noun what changed: plan, forecast, proposal, presence, person, booking, project, client, account
    /// @param version its version now, or null if it has none
    /// @param by the account that did it, or null
    public void publish(String noun, UUID id, @Nullable Long version, @Nullable UUID by, EventScope scope) {}
}
