package chargehand.server.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something of company, clients, accounts or access is different now. Published within the transaction, so that the
/// record of it and whoever has to be told agree with it.
///
/// @param action as `account-invited`
/// @param noun company, client, account, session, token, invitation
/// @param project where it happened, or null
/// @param account whose access is different now, or null: everything that was decided for it is decided again
public record IdentityChanged(
        Caller by,
        String action,
        String noun,
        UUID id,
        @Nullable UUID project,
        @Nullable UUID account,
        Map<String, Object> detail) {}
