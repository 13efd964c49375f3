package chargehand.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// One who plays a part in the rehearsal. Answers are read as JSON; what was refused once isn't looked at again.
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Set<String> refused = new HashSet<>();
    private String cookie = "";

    Visitor(URI address) {
        this.address = address;
    }

    void signIn(String account, String password) {
        post("/api/sessions", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(account, password));
    }

    JsonNode look(String path) {
        return ask("GET", path, "", "");
    }

    JsonNode post(String path, String body) {
        return ask("POST", path, body, "");
    }

    void put(String path, String body) {
        ask("PUT", path, body, "");
    }

    /// @param version that the changes were made on, or "" where none is asked for
    void change(String path, List<String> changes, String version) {
        ask("POST", path, "{\"changes\":[%s]}".formatted(String.join(",", changes)), version);
    }

    private JsonNode ask(String method, String path, String body, String version) {
        var nothing = JSON.createObjectNode();
        if (refused.contains(method + path)) return nothing;
        try {
            var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Cookie", cookie);
            if (!version.isEmpty()) connection.setRequestProperty("If-Match", "\"" + version + "\"");
            if (!body.isEmpty()) send(connection, body);
            try (var answer = connection.getInputStream()) {
                var given = connection.getHeaderField("Set-Cookie");
                if (given != null) cookie = given.replaceFirst(";.*", "");
                var text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                return text.startsWith("{") ? read(text) : nothing;
            }
        } catch (IOException refusal) {
            refused.add(method + path);
            return nothing;
        }
    }

    private static void send(HttpURLConnection connection, String body) throws IOException {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (var out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    static JsonNode read(String text) {
        return JSON.readTree(text);
    }
}
