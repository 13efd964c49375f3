package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Where else one can sign in.
@Component
class OpenIdProviders {
    private final Map<String, OpenIdProvider> providers = new TreeMap<>();

    OpenIdProviders(Environment environment, JsonMapper json, Clock clock) {
        Binder.get(environment)
                .bind("chargehand.openid", Bindable.mapOf(String.class, OpenIdSettings.class))
                .orElse(Map.of())
                .forEach((id, settings) -> {
                    settings.check(id);
                    providers.put(id, new OpenIdProvider(id, settings, json, clock));
                });
    }

    /// A provider of OpenID Connect.
    ///
    /// @param url to send the browser to
    record Provider(String id, String name, String url) {}

    List<Provider> all() {
        return providers.values().stream()
                .map(each -> new Provider(each.id(), each.name(), "/api/openid/" + each.id()))
                .toList();
    }

    /// @throws Problem if there is none of this id
    OpenIdProvider get(String id) {
        var provider = providers.get(id);
        if (provider == null) throw Problem.notFound();
        return provider;
    }
}
