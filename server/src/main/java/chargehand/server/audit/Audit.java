package chargehand.server.audit;

import chargehand.server.identity.Caller;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The record of who did what.
@Component
public class Audit {
    /// To be called in the transaction of the deed.
    ///
    /// @param action a verb in the past tense with its noun: `plan-changed`, `account-invited`
    /// @param detail a few values that say what, without secrets and without what only some may see
    public void record(
            Caller caller, String action, String noun, UUID id, @Nullable UUID project, Map<String, Object> detail) {}
}
