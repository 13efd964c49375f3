package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One provider of OpenID Connect: where it sends people, and who it says they are. It is asked when somebody signs in
/// there, and never before.
final class OpenIdProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int MOST_BYTES = 1 << 20;

    private final String id;
    private final OpenIdSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile @Nullable Metadata known;

    OpenIdProvider(String id, OpenIdSettings settings, JsonMapper json, Clock clock) {
        this.id = id;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// What it says of itself.
    ///
    /// @param basic whether it takes the client's secret in a header rather than in the form
    private record Metadata(
            String issuer, URI authorization, URI token, boolean basic, OpenIdTokens tokens, Instant since) {}

    String id() {
        return id;
    }

    String name() {
        return settings.name() == null ? id : settings.name();
    }

    String issuer() {
        return Objects.requireNonNull(settings.issuer());
    }

    boolean createsAccounts() {
        return settings.createAccounts();
    }

    private String clientId() {
        return Objects.requireNonNull(settings.clientId());
    }

    /// Where the browser goes, and comes back from to `back`.
    ///
    /// @throws Problem if the provider can't be asked
    URI door(OpenIdVisit visit, String back) {
        var metadata = metadata();
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", clientId());
        query.put("redirect_uri", back);
        query.put("scope", "openid email profile");
        query.put("state", visit.state());
        query.put("nonce", visit.nonce());
        query.put("code_challenge", visit.challenge());
        query.put("code_challenge_method", "S256");
        var separator = metadata.authorization.getRawQuery() == null ? "?" : "&";
        return URI.create(metadata.authorization + separator + form(query));
    }

    /// Who came back with this code.
    ///
    /// @throws Problem if that isn't proved
    OpenIdPerson person(OpenIdVisit visit, String code, String back) {
        var metadata = metadata();
        var answer = exchange(metadata, visit, code, back);
        var token = answer.path("id_token").asString("");
        try {
            return metadata.tokens.person(token, visit.nonce());
        } catch (JwtException wrong) {
            throw failed("its answer can't be trusted: " + wrong.getMessage());
        }
    }

    private JsonNode exchange(Metadata metadata, OpenIdVisit visit, String code, String back) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back);
        form.put("code_verifier", visit.verifier());
        var request = HttpRequest.newBuilder(metadata.token)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        var secret = settings.clientSecret();
        if (secret != null && metadata.basic) request.header("Authorization", basic(secret));
        else {
            form.put("client_id", clientId());
            if (secret != null) form.put("client_secret", secret);
        }
        return ask(request.POST(HttpRequest.BodyPublishers.ofString(form(form))).build());
    }

    private String basic(String secret) {
        var pair = encoded(clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Metadata metadata() {
        var now = clock.instant();
        var before = known;
        if (before != null && before.since.plus(KNOWN_FOR).isAfter(now)) return before;
        var read = discovered(now);
        known = read;
        return read;
    }

    private Metadata discovered(Instant now) {
        var address = issuer().replaceFirst("/+$", "") + "/.well-known/openid-configuration";
        var told = ask(HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build());
        if (!told.path("issuer").asString("").equals(issuer())) throw failed("it calls itself another issuer");
        var ways = told.path("token_endpoint_auth_methods_supported");
        boolean basic = ways.isMissingNode()
                || StreamSupport.stream(ways.spliterator(), false)
                        .anyMatch(each -> each.asString("").equals("client_secret_basic"));
        var tokens = new OpenIdTokens(issuer(), clientId(), endpoint(told, "jwks_uri"), clock);
        return new Metadata(
                issuer(),
                endpoint(told, "authorization_endpoint"),
                endpoint(told, "token_endpoint"),
                basic,
                tokens,
                now);
    }

    private URI endpoint(JsonNode told, String name) {
        try {
            var address = URI.create(told.path(name).asString(""));
            if (OpenIdSettings.isSafe(address)) return address;
        } catch (IllegalArgumentException noAddress) {
            // Said below.
        }
        throw failed("its %s is no address that can be used".formatted(name));
    }

    private JsonNode ask(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(MOST_BYTES);
                if (answer.statusCode() >= 500) throw unavailable("it answers " + answer.statusCode());
                if (answer.statusCode() != 200) throw failed("it answers " + answer.statusCode());
                return json.readTree(bytes);
            }
        } catch (IOException away) {
            throw unavailable(String.valueOf(away.getMessage()));
        } catch (JacksonException unreadable) {
            throw failed("what it answers is no JSON");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("the server is ending");
        }
    }

    private Problem unavailable(String why) {
        LOG.warn("Nobody can sign in by {} at the moment: {}", id, why);
        return Problem.of(
                        503,
                        "openid-unavailable",
                        "%s doesn't answer".formatted(name()),
                        "It can't be asked right now.")
                .hint("Try again in a while, or sign in by password.")
                .with("provider", name());
    }

    private Problem failed(String why) {
        LOG.warn("A sign-in by {} is refused: {}", id, why);
        return OpenIdVisit.failed();
    }
}
