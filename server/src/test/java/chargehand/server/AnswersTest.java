package chargehand.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real answers of the main endpoints are as the description says.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=alone")
class AnswersTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JsonMapper json;

    private Description api = Description.EMPTY;
    private Actor ada = new Actor(new UUID(0, 0), "", "");

    @BeforeEach
    void somebody() throws Exception {
        api = Description.made(http);
        ada = world.actor(Role.ADMINISTRATOR);
    }

    @Test
    void ofIdentity() throws Exception {
        for (var path : List.of(
                "/api/health",
                "/api/setup",
                "/api/sign-in",
                "/api/session",
                "/api/sessions",
                "/api/company",
                "/api/clients",
                "/api/accounts",
                "/api/invitations",
                "/api/tokens",
                "/api/audit",
                "/api/audit/verification")) read(path);
        send("POST", "/api/tokens", "{\"name\": \"Build\"}");
        var client = send("POST", "/api/clients", "{\"name\": \"Client of %s\"}".formatted(ada.login()));
        read("/api/clients/" + client.path("id").asString());
        send(
                "PATCH",
                "/api/clients/" + client.path("id").asString(),
                "{\"name\": \"%s & Sons\"}".formatted(ada.login()));
        send("PATCH", "/api/account", "{\"theme\": \"dark\"}");
        send("POST", "/api/invitations", "{\"name\": \"Chidi\", \"role\": \"worker\", \"scope\": \"company\"}");
    }

    @Test
    void ofPeople() throws Exception {
        var person = send("POST", "/api/people", """
                {"name": "Dewi of %s", "skills": ["Welding"], "levels": {"Welding": 3}, "fields": [], "capacity": 100,
                 "rate": {"minor": 9000, "currency": "EUR"}}""".formatted(ada.login()));
        var at = "/api/people/" + person.path("id").asString();
        send("POST", at + "/absences", "{\"from\": \"2027-02-08\", \"to\": \"2027-02-10\", \"kind\": \"leave\"}");
        for (var path : List.of(
                "/api/people",
                at,
                at + "/absences",
                at + "/bookings",
                "/api/load?from=2027-02-01&to=2027-03-01&by=week",
                "/api/sites",
                "/api/holidays?country=DE&region=HH&year=2027",
                "/api/shutdowns",
                "/api/countries",
                "/api/countries/DE/regions",
                "/api/requests",
                "/api/booking-priorities")) read(path);
        send("PATCH", at, "{\"email\": \"%s@harbour.example\"}".formatted(ada.login()));
    }

    @Test
    void ofPlans() throws Exception {
        var project = send("POST", "/api/projects", "{\"name\": \"Shop\", \"kind\": \"software\"}");
        var at = "/api/projects/" + project.path("id").asString();
        var delta = send("POST", at + "/changes", """
                {"changes": [
                  {"kind": "addTask", "task": {"id": "0195f000-0000-7000-8000-000000000001", "name": "Build",
                    "minutes": 960, "deadline": {"by": "2027-02-02T17:00:00Z", "promisedTo": "Client"}}},
                  {"kind": "addTask", "task": {"id": "0195f000-0000-7000-8000-000000000002", "name": "Ship",
                    "kind": "milestone"}, "last": true},
                  {"kind": "addLink", "predecessor": "0195f000-0000-7000-8000-000000000001",
                    "successor": "0195f000-0000-7000-8000-000000000002", "lag": {"kind": "working", "value": 60}}
                ]}""");
        send("POST", at + "/previews", """
                {"changes": [{"kind": "setTask", "task": "0195f000-0000-7000-8000-000000000001",
                  "set": {"minutes": 480, "deadline": null}}]}""");
        send("POST", at + "/baselines", "{\"name\": \"First\"}");
        for (var path : List.of(
                "/api/projects",
                at,
                at + "/plan",
                at + "/plan?since=" + (delta.path("version").asLong() - 1),
                at + "/changes",
                at + "/baselines",
                at + "/proposals",
                at + "/presence",
                at + "/team",
                at + "/accountable",
                at + "/forecast",
                at + "/tasks/0195f000-0000-7000-8000-000000000002/reason",
                "/api/portfolio",
                "/api/search?q=Sho")) read(path);
        send("PUT", at + "/presence", "{\"task\": \"0195f000-0000-7000-8000-000000000001\"}");
        send("POST", at + "/undo", "{}");
        send("POST", at + "/redo", "{}");
    }

    @Test
    void ofRefusals() throws Exception {
        assertEquals(404, asked("GET", "/api/clients/" + UUID.randomUUID(), null));
        assertEquals(422, asked("POST", "/api/clients", "{}"));
        assertEquals(400, asked("POST", "/api/clients", "{"));
        assertEquals(428, asked("PATCH", "/api/company", "{}"));
        assertEquals(401, asked("POST", "/api/sessions", "{\"login\": \"nobody\", \"password\": \"wrong\"}"));
    }

    private int asked(String verb, String path, @Nullable String body) throws Exception {
        var request = request(HttpMethod.valueOf(verb), path).with(ada);
        if (body != null) request.contentType("application/json").content(body);
        var answer = http.perform(request).andReturn().getResponse();
        assertEquals(List.of(), api.against(verb, path, answer));
        return answer.getStatus();
    }

    private void read(String path) throws Exception {
        answered("GET", path, null);
    }

    private JsonNode send(String verb, String path, String body) throws Exception {
        return answered(verb, path, body);
    }

    private JsonNode answered(String verb, String path, @Nullable String body) throws Exception {
        var request = request(HttpMethod.valueOf(verb), path).with(ada).header("If-Match", "\"1\"");
        if (body != null) request.contentType("application/json").content(body);
        var answer = http.perform(request).andReturn().getResponse();
        var text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertEquals(2, answer.getStatus() / 100, verb + " " + path + ": " + text);
        assertEquals(List.of(), api.against(verb, path, answer));
        return json.readTree(text.isEmpty() ? "{}" : text);
    }
}
