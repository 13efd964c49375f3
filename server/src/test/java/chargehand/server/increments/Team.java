package chargehand.server.increments;

import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// A manager, a worker, and a project of both that begins on Monday, 1 February 2027; over HTTP, as
/// pages do.
final class Team {
    private final MockMvc http;
    final Actor manager;
    final Actor dewi;
    final Actor other;
    final String project;
    final String person;

    Team(MockMvc http, TestWorld world, Accounts accounts) throws Exception {
        this.http = http;
        manager = world.actor(Role.ADMINISTRATOR);
        dewi = world.actor(Role.WORKER);
        other = world.actor(Role.WORKER);
        person = JsonPath.read(
                send(manager, "POST", "/api/people", "{\"name\": \"Dewi %s\"}".formatted(UUID.randomUUID()), null),
                "$.id");
        accounts.person(dewi.account(), UUID.fromString(person));
        project = JsonPath.read(
                send(
                        manager,
                        "POST",
                        "/api/projects",
                        "{\"name\": \"Ward App\", \"client\": \"%s\", \"start\": \"2027-02-01T08:00:00Z\"}"
                                .formatted(world.client()),
                        null),
                "$.id");
        send(manager, "PUT", at("/team"), "{\"people\": [\"%s\"]}".formatted(person), null);
    }

    String at(String path) {
        return "/api/projects/" + project + path;
    }

    /// A task of so many days of Dewi's, and its id.
    String task(String name, double days) throws Exception {
        var id = UUID.randomUUID().toString();
        change("""
                {"kind": "addTask", "last": true, "task": {"id": "%s", "name": "%s", "kind": "effort", "minutes": %d,
                    "assignments": [{"person": "%s", "units": 100}]}}""".formatted(id, name, Math.round(days * 480), person));
        return id;
    }

    void change(String changes) throws Exception {
        var version = JsonPath.<Integer>read(get(manager, ""), "$.version");
        send(manager, "POST", at("/changes"), "{\"changes\": [%s]}".formatted(changes), "\"%d\"".formatted(version));
    }

    /// An increment of these days, and its id.
    String increment(String starts, String ends) throws Exception {
        return JsonPath.read(send(manager, "POST", at("/increments"), """
                        {"goal": "A ward sees its patients", "starts": "%s", "ends": "%s"}""".formatted(starts, ends), null), "$.id");
    }

    String take(String increment, String... tasks) throws Exception {
        return send(
                manager,
                "PUT",
                at("/increments/" + increment + "/scope"),
                tasks.length == 0 ? "{\"tasks\": []}" : "{\"tasks\": [\"%s\"]}".formatted(String.join("\", \"", tasks)),
                tag(increment));
    }

    String tag(String increment) throws Exception {
        return "\"%d\""
                .formatted(JsonPath.<Integer>read(get(manager, "/increments/" + increment), "$.increment.version"));
    }

    String get(Actor actor, String path) throws Exception {
        return send(actor, "GET", at(path), "", null);
    }

    String send(Actor actor, String method, String path, String body, @Nullable String version) throws Exception {
        var answer = answer(actor, method, path, body, version);
        if (answer.getStatus() >= 300)
            throw new AssertionError(
                    "%s %s: %d %s".formatted(method, path, answer.getStatus(), answer.getContentAsString()));
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse answer(Actor actor, String method, String path, String body, @Nullable String version)
            throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(actor);
        if (version != null) request.header("If-Match", version);
        return http.perform(request).andReturn().getResponse();
    }

    /// The code of a refusal.
    String refusal(Actor actor, String method, String path, String body, @Nullable String version) throws Exception {
        var answer = answer(actor, method, path, body, version).getContentAsString();
        return String.valueOf(JsonPath.<Map<String, Object>>read(answer, "$").get("code"));
    }
}
