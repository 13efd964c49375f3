package chargehand.server.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an account starts with.
///
/// @param password in the clear, or null for one who signs in elsewhere
/// @param person the person in `people` who signs in with it, or null
public record NewAccount(
        String login,
        String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable UUID person,
        String language) {

    /// Never says the password.
    @Override
    public String toString() {
        return "NewAccount[%s]".formatted(login);
    }
}
