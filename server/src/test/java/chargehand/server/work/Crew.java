package chargehand.server.work;

import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// A manager, a project that begins on Monday, 1 February 2027, and people who work in it; over HTTP, as pages do.
public final class Crew {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MockMvc http;
    private final TestWorld world;
    private final Accounts accounts;
    public final Actor manager;
    public final UUID client;
    public final String project;

    public Crew(MockMvc http, TestWorld world, Accounts accounts) throws Exception {
        this.http = http;
        this.world = world;
        this.accounts = accounts;
        manager = world.actor(Role.ADMINISTRATOR);
        client = world.client();
        project = project("Move");
    }

    public String project(String name) throws Exception {
        return JsonPath.read(
                send(
                        manager,
                        "POST",
                        "/api/projects",
                        "{\"name\": \"%s\", \"client\": \"%s\", \"start\": \"2027-02-01T08:00:00Z\"}"
                                .formatted(name, client)),
                "$.id");
    }

    /// One of the people, with an account in this role in the whole company.
    ///
    /// @param person the id in `people`
    public record Member(String person, Actor actor) {}

    public Member member(String name, Role role) throws Exception {
        var person = person(name);
        var actor = world.actor(role);
        accounts.person(actor.account(), UUID.fromString(person));
        return new Member(person, actor);
    }

    public String person(String name) throws Exception {
        return JsonPath.read(
                send(manager, "POST", "/api/people", "{\"name\": \"%s %d\"}".formatted(name, NUMBER.incrementAndGet())),
                "$.id");
    }

    public Actor ofClient() {
        return world.actor(Role.CLIENT, client, null);
    }

    public void team(Member... members) throws Exception {
        var ids = java.util.Arrays.stream(members)
                .map(each -> "\"" + each.person() + "\"")
                .toList();
        send(manager, "PUT", at("/team"), "{\"people\": [%s]}".formatted(String.join(",", ids)));
    }

    /// Whoever has just come gets somebody who owns their time.
    public void lead(Member who, Member lead) throws Exception {
        send(manager, "PATCH", "/api/people/" + who.person(), "{\"lead\": \"%s\"}".formatted(lead.person()), "\"1\"");
    }

    /// A task of so many days, and its id.
    public String task(String name, int days, Member who, String... after) throws Exception {
        var id = UUID.randomUUID().toString();
        var changes = new java.util.ArrayList<String>();
        changes.add("""
                {"kind": "addTask", "last": true, "task": {"id": "%s", "name": "%s", "kind": "effort", "minutes": %d,
                    "assignments": [{"person": "%s", "units": 100}]}}""".formatted(id, name, days * 480, who.person()));
        for (var each : after)
            changes.add("{\"kind\": \"addLink\", \"predecessor\": \"%s\", \"successor\": \"%s\"}".formatted(each, id));
        change(String.join(",", changes));
        return id;
    }

    public void change(String changes) throws Exception {
        send(manager, "POST", at("/changes"), "{\"changes\": [%s]}".formatted(changes), tag());
    }

    public String at(String path) {
        return "/api/projects/" + project + path;
    }

    public String tag() throws Exception {
        return "\"%d\"".formatted(JsonPath.<Integer>read(send(manager, "GET", at(""), ""), "$.version"));
    }

    /// A field of the plan's task.
    public <T> T planned(String task, String field) throws Exception {
        return JsonPath.<List<T>>read(
                        send(manager, "GET", at("/plan"), ""), "$.tasks[?(@.id == '%s')].%s".formatted(task, field))
                .getFirst();
    }

    public <T> T get(Actor actor, String path, String field) throws Exception {
        return JsonPath.read(send(actor, "GET", path, ""), field);
    }

    public String send(Actor actor, String method, String path, String body) throws Exception {
        return send(actor, method, path, body, null);
    }

    public String send(Actor actor, String method, String path, String body, @Nullable String version)
            throws Exception {
        var answer = answer(actor, method, path, body, version);
        if (answer.getStatus() >= 300)
            throw new AssertionError(
                    "%s %s: %d %s".formatted(method, path, answer.getStatus(), answer.getContentAsString()));
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    public MockHttpServletResponse answer(
            Actor actor, String method, String path, String body, @Nullable String version) throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(actor);
        if (version != null) request.header("If-Match", version);
        return http.perform(request).andReturn().getResponse();
    }

    /// The code of a refusal.
    public String refusal(Actor actor, String method, String path, String body, @Nullable String version)
            throws Exception {
        var answer = answer(actor, method, path, body, version).getContentAsString();
        return String.valueOf(JsonPath.<Map<String, Object>>read(answer, "$").get("code"));
    }
}
