package chargehand.bench.kills;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A process of its own that changes one plan again and again until its input ends. Each change has three parts: two
/// tasks and a link between them; either all of them are stored or none.
final class Writer {
    private static final long PAUSE_MILLIS = 50;

    private final Api api;
    private final String project;
    private final Journal journal;
    private String version = "";

    private Writer(Api api, String project, Journal journal) {
        this.api = api;
        this.project = project;
        this.journal = journal;
    }

    /// Address, project, journal; the session's cookie comes as the first line of the input.
    public static void main(String[] arguments) throws IOException {
        var input = new java.io.BufferedReader(
                new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8));
        var cookie = input.readLine();
        var api = new Api(URI.create(arguments[0]), cookie == null ? "" : cookie);
        try (var journal = new Journal(Path.of(arguments[2]))) {
            var writer = new Writer(api, arguments[1], journal);
            var writing = Thread.ofPlatform().daemon(true).start(writer::write);
            input.readLine();
            writing.interrupt();
            writing.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            for (int number = 0; !Thread.interrupted(); number++)
                writeOne("%s-%06d".formatted(project.substring(24), number));
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void writeOne(String name) throws IOException, InterruptedException {
        try {
            if (version.isEmpty())
                version = api.get(path("/plan")).orFail("The plan").tag();
            var answer = api.post(path("/changes"), change(name), version);
            version = answer.well() ? answer.tag() : "";
            if (answer.well()) journal.confirmed(name);
            else if (isWrong(answer)) journal.wrong(name + " " + answer);
        } catch (IOException nobodyThere) {
            // The server was killed; whether the change is stored is not known and not claimed.
            version = "";
            Thread.sleep(PAUSE_MILLIS);
        }
        if (version.isEmpty()) Thread.sleep(PAUSE_MILLIS);
    }

    /// Without database, the server says so, and when to come again; a change on an old version is refused.
    private static boolean isWrong(Api.Answer answer) {
        if (answer.status() == 503)
            return !answer.retryAfter() || !answer.type().startsWith("application/problem+json");
        return answer.status() != 412;
    }

    private String path(String rest) {
        return "/api/projects/" + project + rest;
    }

    private static Map<String, Object> change(String name) {
        var one = UUID.randomUUID().toString();
        var other = UUID.randomUUID().toString();
        return Map.of(
                "changes",
                List.of(
                        add(one, name + "a"),
                        add(other, name + "b"),
                        Map.of("kind", "addLink", "predecessor", one, "successor", other, "type", "FS")));
    }

    private static Map<String, Object> add(String id, String name) {
        return Map.of(
                "kind",
                "addTask",
                "last",
                true,
                "task",
                Map.of("id", id, "name", name, "kind", "duration", "minutes", 30));
    }
}
