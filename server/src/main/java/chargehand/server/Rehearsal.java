package chargehand.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the build plays on a throw-away folder, so that the cache knows which classes are needed and which of their
/// methods are worth compiling at once: everybody of the demo looks at what they may see, the managers edit, and a
/// large plan is pushed through. Whatever fails is left out; the cache is only less good.
final class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/api/setup", "/api/openapi.json", "/api/sign-in", "/none");
    private static final List<String> OF_ALL = List.of(
            "/api/session",
            "/api/portfolio",
            "/api/projects",
            "/api/people",
            "/api/load?from=2027-02-01&to=2027-04-30&by=week",
            "/api/search?q=a",
            "/api/requests",
            "/api/work",
            "/api/desk",
            "/api/portal",
            "/api/audit");
    private static final List<String> OF_A_PROJECT =
            List.of("", "/plan", "/plan?since=1", "/forecast", "/proposals", "/changes", "/exports/json");

    /// As many as make about four thousand answers; the compiler needs that many to learn which ways are usual.
    private static final int ROUNDS = Integer.getInteger("chargehand.rehearsal.rounds", 10);

    /// Tasks of the large plan.
    private static final int LARGE = 2_000;

    private static final int ROW = 50;

    /// Edits of the large plan in each round.
    private static final int PUSHES = 4;

    private final URI address;
    private final Path data;
    private int edits;

    Rehearsal(URI address, Path data) {
        this.address = address;
        this.data = data;
    }

    void play() {
        var stranger = new Visitor(address);
        PAGES.forEach(stranger::look);
        var visitors = visitors();
        for (int round = 0; round < ROUNDS; round++) visitors.forEach(this::look);
        if (!visitors.isEmpty()) pushThrough(visitors.getFirst());
    }

    /// Everybody whom the demo's first start wrote down, signed in.
    private List<Visitor> visitors() {
        var accounts = data.resolve("first-sign-in.json");
        var visitors = new ArrayList<Visitor>();
        try {
            for (var account : Visitor.read(Files.readString(accounts))) {
                var visitor = new Visitor(address);
                visitor.signIn(
                        account.path("account").asString(),
                        account.path("password").asString());
                visitors.add(visitor);
            }
        } catch (IOException unreadable) {
            System.err.println("The rehearsal signs in as nobody: " + unreadable.getMessage());
        }
        return visitors;
    }

    private void look(Visitor visitor) {
        OF_ALL.forEach(visitor::look);
        for (var project : visitor.look("/api/projects").path("items")) {
            var path = "/api/projects/" + project.path("id").asString();
            OF_A_PROJECT.forEach(page -> visitor.look(path + page));
            work(visitor, path, visitor.look(path + "/plan"));
        }
    }

    /// At the first task that has neither begun nor parts; who may edit gives it another priority.
    private void work(Visitor visitor, String project, JsonNode plan) {
        for (var task : plan.path("tasks")) {
            if (task.path("kind").asString().equals("summary") || task.has("progress")) continue;
            var id = task.path("id").asString();
            visitor.look(project + "/tasks/" + id + "/reason");
            visitor.put(project + "/presence", "{\"task\":\"%s\"}".formatted(id));
            if (plan.path("can").path("edit").asBoolean()) {
                var changes =
                        "{\"kind\":\"setTask\",\"task\":\"%s\",\"set\":{\"priority\":%d}}".formatted(id, ++edits % 900);
                visitor.change(project + "/previews", List.of(changes), "");
                visitor.change(
                        project + "/changes",
                        List.of(changes),
                        plan.path("version").asString());
            }
            return;
        }
    }

    /// What is dragged in a large plan moves thousands of tasks, by their links and by the people whom they share.
    private static void pushThrough(Visitor visitor) {
        var project = "/api/projects/"
                + visitor.post("/api/projects", "{\"name\":\"Large\",\"kind\":\"software\"}")
                        .path("id")
                        .asString();
        var people = new ArrayList<String>();
        for (var person : visitor.look("/api/people").path("items"))
            people.add(person.path("id").asString());
        visitor.put(project + "/team", "{\"people\":[\"%s\"]}".formatted(String.join("\",\"", people)));
        visitor.change(project + "/changes", large(people), version(visitor, project));
        var start =
                Instant.parse(visitor.look(project + "/plan").path("planStart").asString());
        for (int push = 0; push < PUSHES * ROUNDS; push++) {
            int pushed = push * LARGE / (PUSHES * ROUNDS);
            var change = "{\"kind\":\"setTask\",\"task\":\"%s\",\"set\":{\"notBefore\":\"%s\"}}"
                    .formatted(task(pushed), start.plus(Duration.ofDays(pushed / 4 + 3)));
            visitor.change(project + "/previews", List.of(change), "");
            for (var step : List.of("/trials", "/changes"))
                visitor.change(project + step, List.of(change), version(visitor, project));
        }
    }

    /// Rows of tasks that follow one another, each row waiting for an earlier one here and there.
    private static List<String> large(List<String> people) {
        var changes = new ArrayList<String>();
        for (int i = 0; i < LARGE; i++) {
            var who = people.isEmpty()
                    ? ""
                    : ",\"assignments\":[{\"person\":\"%s\",\"units\":100}]"
                            .formatted(people.get(i * 7 % people.size()));
            changes.add(
                    "{\"kind\":\"addTask\",\"last\":true,\"task\":{\"id\":\"%s\",\"name\":\"Task %d\",\"minutes\":%d%s}}"
                            .formatted(task(i), i, 120 + i * 13 % 30 * 60, who));
            if (i % ROW > 0) changes.add(link(i - 1, i));
            if (i % 5 == 4 && i > ROW) changes.add(link(i - ROW - i * 11 % ROW, i));
        }
        return changes;
    }

    private static String link(int from, int to) {
        return "{\"kind\":\"addLink\",\"predecessor\":\"%s\",\"successor\":\"%s\"}".formatted(task(from), task(to));
    }

    private static String task(int number) {
        return "0195f000-0000-7000-8000-%012d".formatted(number);
    }

    private static String version(Visitor visitor, String project) {
        return visitor.look(project).path("version").asString();
    }
}
