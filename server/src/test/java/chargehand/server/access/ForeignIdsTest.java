package chargehand.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Grants;
import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/// Ids within bodies: what one may not see is refused with the very words for what isn't there.
@ServerTest
@AccessWorld.Apart
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Transactional
class ForeignIdsTest {
    private static final String NOBODY = UUID.randomUUID().toString();

    @Autowired
    MockMvc http;

    private AccessWorld world;

    @BeforeAll
    void aWorld(
            @Autowired JdbcClient jdbc,
            @Autowired TestWorld people,
            @Autowired Accounts accounts,
            @Autowired Grants grants)
            throws Exception {
        world = new AccessWorld(http, jdbc, people, accounts, grants);
    }

    private Actor actor(String name) {
        return Objects.requireNonNull(world.actors.get(name));
    }

    @Test
    void aProjectBeginsAndMovesOnlyWhereOneDecides() throws Exception {
        var manager = actor("manager");
        alike(manager, "POST", "/api/projects", "{\"name\": \"New\", \"client\": \"%s\"}", world.foreign.client(), 422);
        alike(manager, "PATCH", own(""), "{\"client\": \"%s\"}", world.foreign.client(), 422);
        assertEquals(403, status(manager, "PATCH", own(""), "{\"company\": true}"));
        assertEquals(
                403,
                status(actor("of-project"), "PATCH", own(""), "{\"client\": \"%s\"}".formatted(world.own.client())));
        alike(
                manager,
                "POST",
                "/api/imports/" + world.belonging("import", manager) + "/acceptance",
                "{\"client\": \"%s\"}",
                world.foreign.client(),
                422);
    }

    @Test
    void aProjectLeavesItsClientOnlyWithSomebodyWhoDecidesThereToo(@Autowired Grants grants) throws Exception {
        var two = actor("of-project");
        grants.give(
                chargehand.server.identity.Caller.SYSTEM,
                two.account(),
                chargehand.server.identity.Role.MANAGER,
                UUID.fromString(world.foreign.client()),
                null);

        assertEquals(403, status(two, "PATCH", own(""), "{\"client\": \"%s\"}".formatted(world.foreign.client())));
    }

    @Test
    void somebodyWhoDoesNotSeeAProjectDoesNotAnswerForIt() throws Exception {
        var manager = actor("manager");
        var outsider = actor("revoked").account().toString();
        alike(manager, "PUT", own("/accountable"), "{\"manager\": {\"account\": \"%s\"}}", outsider, 422);
        assertEquals(
                422,
                status(
                        manager,
                        "PUT",
                        own("/accountable"),
                        "{\"manager\": {\"person\": \"%s\", \"name\": \"Eve\"}}".formatted(NOBODY)));
        var told = send(
                manager,
                "PUT",
                own("/accountable"),
                "{\"deputy\": {\"person\": \"%s\", \"name\": \"Eve\"}}".formatted(world.common("person")));
        assertEquals("Dewi", JsonPath.read(told.getContentAsString(), "$.items[0].name"));
    }

    @Test
    void peopleWhoAreNotThereAreNoMembersNoLeadsAndNotInvited() throws Exception {
        var boss = world.administrator;
        assertEquals(422, status(boss, "PUT", own("/team"), "{\"people\": [\"%s\"]}".formatted(NOBODY)));
        assertEquals(
                422, status(boss, "POST", "/api/people", "{\"name\": \"Ada\", \"lead\": \"%s\"}".formatted(NOBODY)));
        assertEquals(
                422, status(boss, "POST", "/api/people", "{\"name\": \"Ada\", \"site\": \"%s\"}".formatted(NOBODY)));
        assertEquals(
                422,
                status(
                        boss,
                        "POST",
                        "/api/shutdowns",
                        "{\"site\": \"%s\", \"from\": \"2027-08-02\", \"name\": \"Outing\"}".formatted(NOBODY)));
        for (var where : new String[] {"\"client\", \"id\": ", "\"project\", \"id\": ", "\"company\", \"person\": "})
            assertEquals(
                    422,
                    status(
                            boss,
                            "POST",
                            "/api/invitations",
                            "{\"name\": \"Ada\", \"role\": \"worker\", \"scope\": %s\"%s\"}".formatted(where, NOBODY)));
        assertEquals(
                422,
                status(
                        boss,
                        "POST",
                        "/api/accounts/" + world.common("account") + "/grants",
                        "{\"role\": \"worker\", \"scope\": \"client\", \"id\": \"%s\"}".formatted(NOBODY)));
    }

    @Test
    void timeIsAskedForOnlyForAProjectThatOnePlans() throws Exception {
        var path = "/api/people/" + world.common("person") + "/requests";
        alike(
                actor("manager"),
                "POST",
                path,
                "{\"project\": \"%s\", \"from\": \"2027-06-01\"}",
                world.foreign.project(),
                404);
    }

    @Test
    void aPlanTakesNothingOfAnotherPlan() throws Exception {
        var manager = actor("manager");
        for (var change : new String[] {
            "{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"name\": \"Mine\"}}"
                    .formatted(world.foreign.id("task")),
            "{\"kind\": \"takeProposal\", \"proposal\": \"%s\"}".formatted(world.proposal(world.foreign.project())),
            "{\"kind\": \"addLink\", \"predecessor\": \"%s\", \"successor\": \"%s\"}"
                    .formatted(world.foreign.id("task"), world.own.id("task")),
            "{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"assignments\": [{\"person\": \"%s\", \"units\": 100}]}}"
                    .formatted(world.own.id("task"), NOBODY),
        }) {
            var answer = http.perform(request(manager, "POST", own("/changes"), "{\"changes\": [%s]}".formatted(change))
                            .header("If-Match", world.version("planning.project", world.own.project())))
                    .andReturn()
                    .getResponse();
            assertEquals(
                    true,
                    answer.getStatus() == 404 || answer.getStatus() == 422 || answer.getStatus() == 409,
                    change + answer.getStatus() + answer.getContentAsString());
            assertFalse(answer.getContentAsString().contains("Foreign"));
        }
        var compared = send(manager, "GET", own("/plan?baseline=" + world.foreign.id("baseline")), "");
        assertFalse(compared.getContentAsString().contains(world.foreign.id("baseline")));
    }

    private String own(String rest) {
        return "/api/projects/" + world.own.project() + rest;
    }

    /// Told the same as an id that there is nowhere.
    private void alike(Actor actor, String method, String path, String body, String foreign, int status)
            throws Exception {
        var told = send(actor, method, path, body.formatted(foreign));
        var unknown = send(actor, method, path, body.formatted(NOBODY));
        assertEquals(status, told.getStatus(), told.getContentAsString());
        assertEquals(words(unknown), words(told));
    }

    private static String words(MockHttpServletResponse answer) throws Exception {
        return answer.getStatus() + answer.getContentAsString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private int status(Actor actor, String method, String path, String body) throws Exception {
        return send(actor, method, path, body).getStatus();
    }

    private MockHttpServletResponse send(Actor actor, String method, String path, String body) throws Exception {
        return http.perform(request(actor, method, path, body)).andReturn().getResponse();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request(
            Actor actor, String method, String path, String body) {
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(method), java.net.URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(actor);
    }
}
