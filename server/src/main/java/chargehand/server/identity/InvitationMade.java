package chargehand.server.identity;

import java.time.Instant;
import java.util.UUID;

/// Somebody was invited who has an address of mail. Heard in the transaction that makes the invitation.
///
/// @param by whoever invited them
/// @param path of the page on which they make their account; who knows it can, so it is for them alone
public record InvitationMade(UUID id, String name, String email, String by, String path, Instant until) {
    /// Never says the path.
    @Override
    public String toString() {
        return "InvitationMade[%s]".formatted(id);
    }
}
