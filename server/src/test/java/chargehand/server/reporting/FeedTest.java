package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Grants;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// Feeds, read with another program's library as calendar programs read them.
@ServerTest
@Transactional
class FeedTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    Grants grants;

    private Actor manager = new Actor(new UUID(0, 0), "", "");
    private Actor client = manager;
    private UUID company = manager.account();
    private String project = "";

    @BeforeEach
    void aProjectWithWorkAndAPromise() throws Exception {
        manager = world.actor(Role.ADMINISTRATOR);
        company = world.client();
        client = world.actor(Role.CLIENT, company, null);
        project = JsonPath.read(send(manager, "POST", "/api/projects", """
                {"name": "Move", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(company)), "$.id");
        change("""
                {"kind": "addTask", "task": {"id": "a", "name": "Rack; power,\\\\ and\\ncables", "kind": "duration",
                    "minutes": 960, "deadline": {"by": "2027-02-05T17:00:00Z", "promisedTo": "Waterworks"}}}""");
    }

    private void change(String change) throws Exception {
        int version = JsonPath.read(send(manager, "GET", "/api/projects/" + project, ""), "$.version");
        answer(
                manager,
                "POST",
                "/api/projects/" + project + "/changes",
                "{\"changes\": [%s]}".formatted(change),
                "\"" + version + "\"");
    }

    private String send(Actor actor, String method, String path, String body) throws Exception {
        return answer(actor, method, path, body, "").getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(Actor actor, String method, String path, String body, String version)
            throws Exception {
        var asked = request(HttpMethod.valueOf(method), path)
                .contentType("application/json")
                .content(body)
                .with(actor);
        if (!version.isEmpty()) asked.header("If-Match", version);
        return http.perform(asked).andReturn().getResponse();
    }

    private String address(Actor actor, String kind) throws Exception {
        return JsonPath.read(send(actor, "POST", "/api/feeds", """
                        {"kind": "%s", "project": "%s"}""".formatted(kind, project)), "$.path");
    }

    /// As somebody who isn't signed in.
    private MockHttpServletResponse read(String address) throws Exception {
        return http.perform(request(HttpMethod.GET, address)).andReturn().getResponse();
    }

    private Calendar calendar(String address) throws Exception {
        var text = read(address).getContentAsString(StandardCharsets.UTF_8);
        return new CalendarBuilder().build(new StringReader(text));
    }

    private VEvent event(String address, String summary) throws Exception {
        return calendar(address).<VEvent>getComponents().stream()
                .filter(each -> value(each, "SUMMARY").startsWith(summary))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static String uid(VEvent event) {
        return value(event, "UID");
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, "SEQUENCE"));
    }

    @Test
    void hasWorkOnItsDaysAndPromisesOnTheirs() throws Exception {
        var address = address(manager, "project");

        assertThat(read(address).getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        var work = event(address, "Rack");
        assertThat(value(work, "SUMMARY")).isEqualTo("Rack; power,\\ and cables");
        assertThat(value(work, "DTSTART")).isEqualTo("20270201");
        assertThat(value(work, "DTEND")).isEqualTo("20270203");
        assertThat(value(event(address, "Promised"), "DTSTART")).isEqualTo("20270205");
        calendar(address).validate();
    }

    @Test
    void whatMovedKeepsItsUidAndCountsOn() throws Exception {
        var address = address(manager, "project");
        var before = event(address, "Rack");
        assertThat(sequence(event(address, "Rack"))).isEqualTo(sequence(before));

        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"minutes\": 1440}}");

        var after = event(address, "Rack");
        assertThat(uid(after)).isEqualTo(uid(before));
        assertThat(sequence(after)).isEqualTo(sequence(before) + 1);
        assertThat(value(after, "DTEND")).isEqualTo("20270204");
        assertThat(sequence(event(address, "Promised"))).isZero();
    }

    @Test
    void clientsGetWhatWasReleasedAndNothingNewer() throws Exception {
        assertThat(send(
                        client,
                        "POST",
                        "/api/feeds",
                        "{\"kind\": \"project\", \"project\": \"%s\"}".formatted(project)))
                .contains("invalid");
        var address = address(client, "milestones");
        assertThat(calendar(address).getComponents()).isEmpty();
        release();

        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"deadline\": {\"by\": \"2027-03-05T17:00:00Z\"}}}");

        assertThat(value(event(address, "Promised"), "DTSTART")).isEqualTo("20270205");
        assertThat(value(event(address(manager, "milestones"), "Promised"), "DTSTART"))
                .isEqualTo("20270305");
    }

    @Test
    void aReleasedMilestoneStaysItselfWhateverItIsCalled() throws Exception {
        for (var id : List.of("m1", "m2")) change("""
                    {"kind": "addTask", "task": {"id": "%s", "name": "Review", "kind": "milestone",
                        "notBefore": "2027-02-10T08:00:00Z"}}""".formatted(id));
        var address = address(client, "milestones");
        release();
        var before = uids(address);

        change("{\"kind\": \"setTask\", \"task\": \"m2\", \"set\": {\"name\": \"Last review\"}}");
        release();

        assertThat(before).hasSize(3).doesNotHaveDuplicates();
        assertThat(event(address, "Last review")).isNotNull();
        assertThat(uids(address)).containsExactlyInAnyOrderElementsOf(before);
        calendar(address).validate();
    }

    private void release() throws Exception {
        var at = "/api/projects/" + project + "/updates";
        var draft = JsonPath.<String>read(send(manager, "POST", at, "{}"), "$.id");
        send(manager, "POST", at + "/" + draft + "/release", "{}");
    }

    private List<String> uids(String address) throws Exception {
        return calendar(address).<VEvent>getComponents().stream()
                .map(FeedTest::uid)
                .toList();
    }

    @Test
    void whoLostAccessReadsNothingAtOnce() throws Exception {
        var address = address(client, "milestones");
        assertThat(read(address).getStatus()).isEqualTo(200);

        grants.take(Caller.SYSTEM, client.account(), Role.CLIENT, company, null);

        assertThat(read(address).getStatus()).isEqualTo(404);
    }

    @Test
    void anAddressIsShownOnceAndANewOneEndsTheOld() throws Exception {
        var first = address(manager, "project");
        var second = address(manager, "project");
        assertThat(read(first).getStatus()).isEqualTo(404);
        var list = send(manager, "GET", "/api/feeds", "");
        assertThat(list).doesNotContain("chf_");

        send(manager, "DELETE", "/api/feeds/" + JsonPath.<String>read(list, "$.items[0].id"), "");

        assertThat(read(second).getStatus()).isEqualTo(404);
        assertThat(read("/api/calendars/chf_guessed/calendar.ics").getStatus()).isEqualTo(404);
    }
}
