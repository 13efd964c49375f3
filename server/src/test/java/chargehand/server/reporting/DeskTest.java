package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class DeskTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private Actor manager = new Actor(new UUID(0, 0), "", "");
    private Actor client = manager;
    private String at = "";

    @BeforeEach
    void aProjectAndNothingThatWaits() throws Exception {
        manager = world.actor(Role.MANAGER);
        var mine = world.client();
        client = world.actor(Role.CLIENT, mine, null);
        var made = send(manager, "POST", "/api/projects", """
                {"name": "Move", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(mine), "");
        at = "/api/projects/" + JsonPath.<String>read(made, "$.id");
        change("""
                {"kind": "addTask", "task": {"id": "a", "name": "Ready", "kind": "duration", "minutes": 480}}""");
        release();
    }

    private void change(String change) throws Exception {
        int version = JsonPath.read(send(manager, "GET", at, "", ""), "$.version");
        send(manager, "POST", at + "/changes", "{\"changes\": [%s]}".formatted(change), "\"" + version + "\"");
    }

    private void release() throws Exception {
        var draft = JsonPath.<String>read(send(manager, "POST", at + "/updates", "{}", ""), "$.id");
        send(manager, "POST", at + "/updates/" + draft + "/release", "{}", "");
    }

    private String send(Actor actor, String method, String path, String body, String version) throws Exception {
        var asked = request(HttpMethod.valueOf(method), path)
                .contentType("application/json")
                .content(body)
                .with(actor);
        if (!version.isEmpty()) asked.header("If-Match", version);
        return http.perform(asked).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private <T> T desk(Actor actor, String field) throws Exception {
        return JsonPath.read(send(actor, "GET", "/api/desk", "", ""), field);
    }

    @Test
    void isEmptyWhereNothingWaits() throws Exception {
        assertThat(this.<List<Object>>desk(manager, "$.projects[*].name")).containsExactly("Move");
        for (var part : List.of("decide", "release", "chase", "answer", "moved"))
            assertThat(this.<List<Object>>desk(manager, "$." + part)).as(part).isEmpty();
    }

    @Test
    void hasOnlyProjectsThatOneAnswersFor() throws Exception {
        send(client, "POST", at + "/questions", "{\"text\": \"When?\"}", "");

        assertThat(this.<List<Object>>desk(world.actor(Role.MANAGER), "$.projects"))
                .isEmpty();
        assertThat(this.<List<Object>>desk(world.actor(Role.ADMINISTRATOR), "$.answer"))
                .isEmpty();
        assertThat(this.<List<Object>>desk(manager, "$.answer[*].text")).containsExactly("When?");
    }

    @Test
    void saysWhichRisksWereToBeLookedAtAgain() throws Exception {
        var risk = JsonPath.<String>read(send(manager, "POST", at + "/risks", """
                        {"what": "The lift breaks", "percent": 20, "days": 5, "review": "2027-01-29"}""", ""), "$.id");
        assertThat(this.<List<Object>>desk(manager, "$.chase[?(@.kind == 'riskReview')].what"))
                .containsExactly("The lift breaks");

        send(manager, "PUT", at + "/risks/" + risk, """
                {"what": "The lift breaks", "percent": 20, "days": 5, "review": "2027-02-01"}""", "");
        assertThat(this.<List<Object>>desk(manager, "$.chase")).isEmpty();
    }

    @Test
    void anActingManagerHasIt() throws Exception {
        var acting = world.actor(Role.MANAGER);
        jdbc.sql("""
                insert into planning.accountable (project, part, account, name, since, author)
                values (cast(:project as uuid), 'acting', :account, 'Acting', '2027-01-01T00:00Z', :account)
                """)
                .param("project", at.substring(at.lastIndexOf('/') + 1))
                .param("account", acting.account())
                .update();
        send(client, "POST", at + "/questions", "{\"text\": \"When?\"}", "");

        assertThat(this.<List<Object>>desk(acting, "$.answer[*].text")).containsExactly("When?");
    }

    @Test
    void whatIsOwedIsChasedUntilItIsThere() throws Exception {
        var need = JsonPath.<String>read(
                send(manager, "POST", at + "/tasks/a/needs", "{\"kind\": \"access\", \"what\": \"The key\"}", ""),
                "$.id");
        assertThat(this.<List<Object>>desk(manager, "$.chase[*].kind")).containsExactly("needUnowned");

        send(manager, "PUT", "/api/needs/" + need, """
                {"kind": "access", "what": "The key", "ofClient": true, "due": "2027-01-29"}""", "\"1\"");
        assertThat(this.<List<Object>>desk(manager, "$.chase[*].kind")).containsExactly("needOverdue");

        send(manager, "POST", "/api/needs/" + need + "/closure", "{\"state\": \"met\"}", "");
        assertThat(this.<List<Object>>desk(manager, "$.chase")).isEmpty();
    }

    @Test
    void aComplicationIsDecidedWhereItLies() throws Exception {
        var told = send(manager, "POST", at + "/tasks/a/complications", """
                {"what": "The rack is too short", "costMinutes": 480, "urgent": true}""", "");
        var path = at + "/complications/" + JsonPath.<String>read(told, "$.id");
        assertThat(this.<List<Object>>desk(manager, "$.decide[*].what")).containsExactly("The rack is too short");
        assertThat(this.<List<Object>>desk(manager, "$.decide[*].costMinutes")).containsExactly(480);

        send(manager, "POST", path + "/closure", "{\"done\": \"Another one came\"}", "");

        assertThat(this.<List<Object>>desk(manager, "$.decide")).isEmpty();
    }

    @Test
    void aDraftWaitsToBeReleasedAndADateThatWillBeMissedToBeDecided() throws Exception {
        send(manager, "POST", at + "/updates", "{}", "");
        change("""
                {"kind": "setTask", "task": "a", "set": {"deadline": {"by": "2027-01-30T17:00:00Z"}}}""");

        assertThat(this.<List<Object>>desk(manager, "$.release[*].draft.id")).hasSize(1);
        assertThat(this.<List<Object>>desk(manager, "$.release[*].newer")).containsExactly(true);
        assertThat(this.<List<Object>>desk(manager, "$.decide[*].kind")).containsExactly("promise");
    }

    @Test
    void nobodyWaitsToHearOfWhatWasFinishedUntold() throws Exception {
        var made = send(
                manager,
                "POST",
                "/api/projects",
                """
                {"name": "Cabling", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(JsonPath.<String>read(send(manager, "GET", at, "", ""), "$.client.id")),
                "");
        var other = JsonPath.<String>read(made, "$.id");
        assertThat(this.<List<Object>>desk(manager, "$.release[*].project")).containsExactly(other);

        send(manager, "PATCH", "/api/projects/" + other, "{\"status\": \"finished\"}", "");

        assertThat(this.<List<Object>>desk(manager, "$.release")).isEmpty();
    }
}
