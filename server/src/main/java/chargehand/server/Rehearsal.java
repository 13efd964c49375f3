package chargehand.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What the build plays once, on a throw-away folder, so that the cache of loaded classes knows what a first minute
/// needs: sign in, look at a plan. Whatever fails is left out; the cache is only less good.
final class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/api/setup", "/api/openapi.json", "/api/sign-in", "/none");
    private static final List<String> SIGNED_IN = List.of(
            "/api/session", "/api/portfolio", "/api/projects", "/api/people", "/api/search?q=a", "/api/requests");

    private final URI address;
    private final Path data;
    private String cookie = "";

    Rehearsal(URI address, Path data) {
        this.address = address;
        this.data = data;
    }

    void play() {
        PAGES.forEach(page -> ask("GET", page, ""));
        signIn();
        SIGNED_IN.forEach(page -> ask("GET", page, ""));
        for (var project : read(ask("GET", "/api/projects", "")).path("items")) {
            var path = "/api/projects/" + project.path("id").asString();
            for (var page : List.of("", "/plan", "/forecast", "/proposals", "/changes")) ask("GET", path + page, "");
            ask("POST", path + "/previews", "{\"changes\":[]}");
        }
    }

    private void signIn() {
        var accounts = data.resolve("first-sign-in.json");
        if (!Files.exists(accounts)) return;
        try {
            var first = read(Files.readString(accounts)).path(0);
            ask(
                    "POST",
                    "/api/sessions",
                    "{\"login\":\"%s\",\"password\":\"%s\"}"
                            .formatted(
                                    first.path("account").asString(),
                                    first.path("password").asString()));
        } catch (IOException unreadable) {
            System.err.println("The rehearsal signs in as nobody: " + unreadable.getMessage());
        }
    }

    private String ask(String method, String path, String body) {
        try {
            var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Cookie", cookie);
            if (!body.isEmpty()) send(connection, body);
            try (var answer = connection.getInputStream()) {
                var given = connection.getHeaderField("Set-Cookie");
                if (given != null) cookie = given.replaceFirst(";.*", "");
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException refused) {
            return "{}";
        }
    }

    private static void send(HttpURLConnection connection, String body) throws IOException {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (var out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonNode read(String text) {
        return new ObjectMapper().readTree(text);
    }
}
