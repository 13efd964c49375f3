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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// Two questions at a milestone, and the value report, which tells of the same project.
@ServerTest
@Transactional
class SatisfactionTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    private Actor manager = new Actor(new UUID(0, 0), "", "");
    private Actor client = manager;
    private String at = "";

    @BeforeEach
    void aMilestoneThatWasPromised() throws Exception {
        manager = world.actor(Role.MANAGER);
        var mine = world.client();
        client = world.actor(Role.CLIENT, mine, null);
        var made = said(send(manager, "POST", "/api/projects", """
                {"name": "Move", "client": "%s", "start": "2027-01-04T08:00:00Z"}""".formatted(mine)));
        at = "/api/projects/" + JsonPath.<String>read(made, "$.id");
        change("""
                {"kind": "addTask", "task": {"id": "m", "name": "Room ready", "kind": "milestone",
                    "deadline": {"by": "2027-01-20T17:00:00Z", "promisedTo": "Waterworks"}}}""");
        change("""
                {"kind": "setTask", "task": "m", "set": {"deadline": {"by": "2027-01-29T17:00:00Z"}}}""");
    }

    private void change(String change) throws Exception {
        int version = JsonPath.read(said(send(manager, "GET", at, "")), "$.version");
        var asked = request(HttpMethod.POST, at + "/changes")
                .contentType("application/json")
                .content("{\"changes\": [%s]}".formatted(change))
                .header("If-Match", "\"" + version + "\"")
                .with(manager);
        assertThat(http.perform(asked).andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse send(Actor actor, String method, String path, String body) throws Exception {
        return http.perform(request(HttpMethod.valueOf(method), path)
                        .contentType("application/json")
                        .content(body)
                        .with(actor))
                .andReturn()
                .getResponse();
    }

    private static String said(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void reached() throws Exception {
        change("""
                {"kind": "setTask", "task": "m", "set": {"progress": {"started": "2027-01-25T09:00:00Z",
                    "finished": "2027-01-25T09:00:00Z"}}}""");
    }

    private void release() throws Exception {
        var draft = JsonPath.<String>read(said(send(manager, "POST", at + "/updates", "{}")), "$.id");
        send(manager, "POST", at + "/updates/" + draft + "/release", "{}");
    }

    private List<String> asked() throws Exception {
        return JsonPath.read(said(send(client, "GET", "/api/portal", "")), "$.projects[*].satisfaction.name");
    }

    @Test
    void isAskedOnceTheClientWasToldAndNoMoreOnceItIsAnswered() throws Exception {
        release();
        reached();
        assertThat(asked()).as("the client was not told yet").isEmpty();
        release();
        assertThat(asked()).containsExactly("Room ready");

        var answer = "{\"work\": 4, \"told\": 2, \"words\": \"The papers came late.\"}";
        assertThat(send(client, "PUT", at + "/tasks/m/satisfaction", answer).getStatus())
                .isEqualTo(200);

        assertThat(asked()).isEmpty();
        var desk = said(send(manager, "GET", "/api/desk", ""));
        assertThat(JsonPath.<List<Integer>>read(desk, "$.satisfaction[*].told")).containsExactly(2);
        assertThat(JsonPath.<List<String>>read(desk, "$.satisfaction[*].words"))
                .containsExactly("The papers came late.");
        var overTime = said(send(manager, "GET", at + "/satisfaction", ""));
        assertThat(JsonPath.<List<String>>read(overTime, "$.items[*].milestoneName"))
                .containsExactly("Room ready");
        assertThat(send(client, "GET", at + "/satisfaction", "").getStatus()).isEqualTo(403);
    }

    @Test
    void isTheClientsAloneAndOneToFive() throws Exception {
        reached();
        release();
        var path = at + "/tasks/m/satisfaction";

        assertThat(send(manager, "PUT", path, "{\"work\": 5, \"told\": 5}").getStatus())
                .isEqualTo(403);
        for (var wrong : List.of("{\"work\": 6, \"told\": 5}", "{\"work\": 0, \"told\": 5}", "{\"work\": 5}"))
            assertThat(send(client, "PUT", path, wrong).getStatus()).as(wrong).isEqualTo(422);
    }

    @Test
    void thePromiseThatWasKeptStandsInTheValueReportWithItsFirstDate() throws Exception {
        reached();

        var value = said(send(manager, "GET", "/api/value", ""));

        assertThat(JsonPath.<List<String>>read(value, "$.kept[*].state")).containsExactly("kept");
        assertThat(JsonPath.<List<String>>read(value, "$.kept[*].first")).containsExactly("2027-01-20T17:00:00Z");
        assertThat(JsonPath.<List<Integer>>read(value, "$.kept[*].moved")).containsExactly(1);
    }

    @Test
    void aComplicationThatWasSeenInTimeStandsThereWithWhatBecameOfIt() throws Exception {
        change("""
                {"kind": "addTask", "task": {"id": "a", "name": "Cabling", "kind": "duration", "minutes": 4800}}""");
        send(manager, "POST", at + "/tasks/a/complications", """
                {"what": "The lift is broken", "costMinutes": 960}""");
        assertThat(caught("became")).containsExactly("open");
        var all = said(send(manager, "GET", at + "/complications", ""));
        var id = JsonPath.<String>read(all, "$.items[0].id");

        send(manager, "POST", at + "/complications/" + id + "/closure", "{\"done\": \"Carried it up\"}");

        assertThat(caught("became")).containsExactly("averted");
        assertThat(caught("done")).containsExactly("Carried it up");
    }

    private List<String> caught(String field) throws Exception {
        return JsonPath.read(said(send(manager, "GET", "/api/value", "")), "$.caught[*]." + field);
    }

    @Test
    void allProjectsFitOnOnePageOfPaper() throws Exception {
        var paper = send(manager, "GET", "/api/portfolio/report", "");

        assertThat(paper.getContentType()).isEqualTo("application/pdf");
        try (var read = org.apache.pdfbox.Loader.loadPDF(paper.getContentAsByteArray())) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(read))
                    .contains("Move", "planned");
        }
    }
}
