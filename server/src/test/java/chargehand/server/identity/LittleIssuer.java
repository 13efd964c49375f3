package chargehand.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A provider of OpenID Connect that says whatever a test wants, with real keys, on this machine.
final class LittleIssuer implements AutoCloseable {
    static final String CLIENT = "chargehand";
    static final String SECRET = "a secret: of both";
    private final HttpServer server;
    private final KeyPair keys = keys();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();

    /// @param claims that its token will have, over the usual ones; null leaves one out
    private record Granted(Map<String, String> asked, Map<String, @Nullable Object> claims, KeyPair signs) {}

    LittleIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        200,
                        Map.of(
                                "issuer", address(),
                                "authorization_endpoint", address() + "/authorize",
                                "token_endpoint", address() + "/token",
                                "jwks_uri", address() + "/keys")));
        server.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", new Object[] {key()})));
        server.createContext("/token", this::token);
        server.start();
    }

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Somebody signs in there, and is sent back with this code.
    String grants(String location, Map<String, @Nullable Object> claims) {
        return grants(location, claims, keys);
    }

    String grants(String location, Map<String, @Nullable Object> claims, KeyPair signs) {
        var code = UUID.randomUUID().toString();
        codes.put(code, new Granted(form(URI.create(location).getRawQuery()), claims, signs));
        return code;
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], UTF_8)));
    }

    private Map<String, Object> key() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                "one",
                "n",
                word(plain(key.getModulus())),
                "e",
                word(plain(key.getPublicExponent())));
    }

    private static byte[] plain(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var granted = codes.remove(form.getOrDefault("code", ""));
        var basic = "Basic " + Base64.getEncoder().encodeToString("chargehand:a+secret%3A+of+both".getBytes(UTF_8));
        boolean right = granted != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Objects.equals(granted.asked.get("redirect_uri"), form.get("redirect_uri"))
                && Objects.equals(
                        granted.asked.get("code_challenge"), challenge(form.getOrDefault("code_verifier", "")));
        if (!right || granted == null) answer(exchange, 400, Map.of("error", "invalid_grant"));
        else answer(exchange, 200, Map.of("access_token", "none", "token_type", "Bearer", "id_token", signed(granted)));
    }

    private static String challenge(String verifier) {
        try {
            return word(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(Granted granted) {
        long now = 1_801_468_800; // 2027-02-01T08:00:00Z, the time of the tests
        var claims = new LinkedHashMap<String, @Nullable Object>();
        claims.put("iss", address());
        claims.put("aud", CLIENT);
        claims.put("nonce", granted.asked.get("nonce"));
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.putAll(granted.claims);
        claims.values().removeIf(value -> value == null);
        var head = new HashMap<String, Object>(Map.of("alg", "RS256", "kid", "one"));
        var body = word(json.writeValueAsBytes(head)) + "." + word(json.writeValueAsBytes(claims));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(granted.signs.getPrivate());
            signature.update(body.getBytes(UTF_8));
            return body + "." + word(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String word(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
