package chargehand.server.identity;

import org.jspecify.annotations.Nullable;

/// Who somebody is, as a provider of OpenID Connect has proved.
///
/// @param subject its own word for them, which never changes
/// @param email only if it has verified that they read what is sent there
record OpenIdPerson(
        String subject,
        @Nullable String email,
        @Nullable String name,
        @Nullable String login) {}
