package chargehand.server.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A provider of OpenID Connect as whoever runs the server has set it: `chargehand.openid.<id>.issuer` and so on, or
/// `CHARGEHAND_OPENID_<ID>_ISSUER` in the environment.
///
/// @param name on the button; the id unless said
/// @param createAccounts whether whom nobody knows gets an account without any role
record OpenIdSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String name,
        @DefaultValue("false") boolean createAccounts) {

    /// What is missing or can't be, so that it is said at the start and not to the first who signs in.
    void check(String id) {
        var prefix = "chargehand.openid." + id;
        if (!id.matches("[a-z0-9-]{1,40}"))
            throw new IllegalArgumentException(prefix + ": the id of a provider has small letters, digits and - only.");
        if (issuer == null || clientId == null || clientId.isBlank())
            throw new IllegalArgumentException(prefix + " needs an issuer and a client-id.");
        var address = URI.create(issuer);
        if (!isSafe(address))
            throw new IllegalArgumentException(prefix + ".issuer: %s has to begin with https://".formatted(issuer));
    }

    /// Also without TLS on this very machine, where nobody listens in.
    static boolean isSafe(URI address) {
        var host = address.getHost();
        if (host == null) return false;
        if ("https".equals(address.getScheme())) return true;
        return "http".equals(address.getScheme())
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    /// Never says the secret.
    @Override
    public String toString() {
        return "OpenIdSettings[%s, %s]".formatted(issuer, clientId);
    }
}
