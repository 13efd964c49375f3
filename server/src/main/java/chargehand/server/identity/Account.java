package chargehand.server.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in. A person of `people` may stand behind it, or not.
///
/// @param password its hash, or null where one signs in elsewhere
record Account(
        UUID id,
        String login,
        String name,
        @Nullable String email,
        @Nullable UUID person,
        @Nullable String password,
        String language,
        String theme,
        String density,
        @Nullable Instant disabled,
        long version) {

    /// Never says the hash.
    @Override
    public String toString() {
        return "Account[%s, %s]".formatted(id, login);
    }
}
