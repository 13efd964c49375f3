package chargehand.server.identity;

import java.util.List;
import org.springframework.stereotype.Component;

/// Where else one can sign in.
@Component
class OpenIdProviders {
    /// A provider of OpenID Connect.
    ///
    /// @param url to send the browser to
    record Provider(String id, String name, String url) {}

    List<Provider> all() {
        return List.of();
    }
}
