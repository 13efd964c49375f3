package chargehand.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What the build plays on a throw-away folder, so that the cache knows which classes a first minute needs and which of
/// their methods are worth compiling: sign in, look at plans. Whatever fails is left out; the cache is only less good.
final class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/api/setup", "/api/openapi.json", "/api/sign-in", "/none");
    private static final List<String> SIGNED_IN = List.of(
            "/api/session", "/api/portfolio", "/api/projects", "/api/people", "/api/search?q=a", "/api/requests");

    /// As many as take a few seconds.
    private static final int ROUNDS = 10;

    /// Tasks of the large plan.
    private static final int LARGE = 2_000;

    private final URI address;
    private final Path data;
    private String cookie = "";
    private int edits;

    Rehearsal(URI address, Path data) {
        this.address = address;
        this.data = data;
    }

    void play() {
        PAGES.forEach(page -> ask("GET", page, ""));
        signIn();
        for (int round = 0; round < ROUNDS; round++) look();
        pushThrough();
    }

    /// What is dragged in a large plan moves thousands of tasks: one after the other, all pushed by the first.
    private void pushThrough() {
        var project = "/api/projects/"
                + read(ask("POST", "/api/projects", "{\"name\":\"Large\",\"kind\":\"software\"}"))
                        .path("id")
                        .asString();
        var tasks = new ArrayList<String>();
        for (int i = 0; i < LARGE; i++) {
            tasks.add(
                    "{\"kind\":\"addTask\",\"last\":true,\"task\":{\"id\":\"%s\",\"name\":\"Task %d\",\"minutes\":480}}"
                            .formatted(task(i), i));
            if (i > 0)
                tasks.add("{\"kind\":\"addLink\",\"predecessor\":\"%s\",\"successor\":\"%s\"}"
                        .formatted(task(i - 1), task(i)));
        }
        change(project, "/changes", tasks);
        var start = Instant.parse(
                read(ask("GET", project + "/plan", "")).path("planStart").asString());
        for (int round = 1; round <= ROUNDS; round++) {
            var pushed = "{\"kind\":\"setTask\",\"task\":\"%s\",\"set\":{\"notBefore\":\"%s\"}}"
                    .formatted(task(0), start.plus(Duration.ofDays(7L * round)));
            for (var step : List.of("/trials", "/changes")) change(project, step, List.of(pushed));
        }
    }

    private static String task(int number) {
        return "0195f000-0000-7000-8000-%012d".formatted(number);
    }

    private void change(String project, String step, List<String> changes) {
        var version = read(ask("GET", project, "")).path("version").asString();
        ask("POST", project + step, "{\"changes\":[%s]}".formatted(String.join(",", changes)), version);
    }

    private void look() {
        SIGNED_IN.forEach(page -> ask("GET", page, ""));
        for (var project : read(ask("GET", "/api/projects", "")).path("items")) {
            var path = "/api/projects/" + project.path("id").asString();
            for (var page : List.of("", "/forecast", "/proposals", "/changes")) ask("GET", path + page, "");
            edit(path, read(ask("GET", path + "/plan", "")));
        }
    }

    /// The first task that has neither begun nor parts gets another priority.
    private void edit(String project, JsonNode plan) {
        for (var task : plan.path("tasks")) {
            if (task.path("kind").asString().equals("summary") || task.has("progress")) continue;
            var id = task.path("id").asString();
            var changes = "{\"changes\":[{\"kind\":\"setTask\",\"task\":\"%s\",\"set\":{\"priority\":%d}}]}"
                    .formatted(id, ++edits);
            ask("GET", project + "/tasks/" + id + "/reason", "");
            ask("POST", project + "/previews", changes);
            ask("POST", project + "/changes", changes, plan.path("version").asString());
            return;
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
        return ask(method, path, body, "");
    }

    /// @param version that the body was made on, or "" where none is asked for
    private String ask(String method, String path, String body, String version) {
        try {
            var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Cookie", cookie);
            if (!version.isEmpty()) connection.setRequestProperty("If-Match", "\"" + version + "\"");
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
