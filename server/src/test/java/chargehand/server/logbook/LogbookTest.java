package chargehand.server.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class LogbookTest {
    @Autowired
    MockMvc http;

    @Autowired
    LogReminding reminding;

    private Crew crew;
    private Member dewi;
    private String rack;

    @BeforeEach
    void aProject(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        crew.team(dewi);
        rack = crew.task("Rack", 2, dewi);
    }

    private String added(TestWorld.Actor by, String body) throws Exception {
        return JsonPath.read(crew.send(by, "POST", crew.at("/log"), body), "$.id");
    }

    private String decided(String title) throws Exception {
        return added(crew.manager, """
                {"kind": "decision", "title": "%s", "text": "Licences run out", "who": "The steering board",
                 "day": "2027-01-29", "outcome": "Two tasks fewer", "tasks": ["%s"]}""".formatted(title, rack));
    }

    @Test
    void aDecisionSaysWhoWhenWhyAndWhatItChanged() throws Exception {
        decided("Postgres instead of Oracle");

        var log = crew.send(dewi.actor(), "GET", crew.at("/log"), "");
        assertThat(JsonPath.<String>read(log, "$.items[0].who")).isEqualTo("The steering board");
        assertThat(JsonPath.<String>read(log, "$.items[0].day")).isEqualTo("2027-01-29");
        assertThat(JsonPath.<String>read(log, "$.items[0].text")).isEqualTo("Licences run out");
        assertThat(JsonPath.<String>read(log, "$.items[0].outcome")).isEqualTo("Two tasks fewer");
        assertThat(JsonPath.<String>read(log, "$.tasks['" + rack + "']")).isEqualTo("Rack");
    }

    @Test
    void decisionsAreThePlannersAndIssuesEverybodys() throws Exception {
        assertThat(crew.refusal(
                        dewi.actor(), "POST", crew.at("/log"), "{\"kind\": \"decision\", \"title\": \"More\"}", null))
                .isEqualTo("forbidden");
        var issue = added(dewi.actor(), "{\"kind\": \"issue\", \"title\": \"The lift is too small\"}");
        crew.send(dewi.actor(), "POST", crew.at("/log/" + issue + "/closure"), "{\"outcome\": \"A crane comes\"}");

        assertThat(crew.refusal(
                        dewi.actor(), "POST", crew.at("/log/" + issue + "/closure"), "{\"outcome\": \"Again\"}", null))
                .isEqualTo("log-closed");
    }

    @Test
    void aDecisionThatIsReplacedKeepsWhatItChangedAndSaysWhy() throws Exception {
        var id = decided("Postgres instead of Oracle");
        var ended = crew.send(
                crew.manager,
                "POST",
                crew.at("/log/" + id + "/closure"),
                "{\"state\": \"replaced\", \"outcome\": \"By decision 2\"}");

        assertThat(JsonPath.<String>read(ended, "$.outcome")).isEqualTo("Two tasks fewer\nBy decision 2");
        assertThat(JsonPath.<String>read(ended, "$.state")).isEqualTo("replaced");
    }

    @Test
    void wordsFindAnEntryForThoseWhoSeeItsProject(@Autowired TestWorld world, @Autowired Accounts accounts)
            throws Exception {
        decided("Postgres instead of Oracle");
        var elsewhere = new Crew(http, world, accounts);
        var guest = world.actor(Role.WORKER, null, java.util.UUID.fromString(elsewhere.project));

        assertThat(crew.<List<String>>get(dewi.actor(), "/api/log?q=licen orac", "$.items[*].entry.title"))
                .containsExactly("Postgres instead of Oracle");
        assertThat(crew.<List<String>>get(guest, "/api/log?q=licen", "$.items[*].entry.title"))
                .isEmpty();
        assertThat(crew.<List<String>>get(dewi.actor(), "/api/search?q=oracle", "$.items[*].noun"))
                .contains("log");
    }

    @Test
    void whatIsLateOrUnownedIsChasedAndItsOwnerReminded() throws Exception {
        added(crew.manager, "{\"kind\": \"issue\", \"title\": \"Nobody has the key\"}");
        added(crew.manager, """
                {"kind": "assumption", "title": "The floor bears it", "owner": "%s", "day": "2027-01-29"}""".formatted(dewi.person()));
        crew.send(
                crew.manager,
                "PUT",
                crew.at("/accountable"),
                "{\"manager\": {\"account\": \"%s\"}}".formatted(crew.manager.account()));

        reminding.remind();
        reminding.remind();

        assertThat(crew.<List<String>>get(crew.manager, "/api/desk", "$.chase[*].kind"))
                .contains("issueUnowned", "assumptionOverdue");
        assertThat(crew.<List<String>>get(dewi.actor(), "/api/notices", "$.items[*].letter.subject").stream()
                        .filter(each -> each.startsWith("Overdue"))
                        .count())
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void closingAProjectAsksForLessons() throws Exception {
        var closing = crew.at("/closing");

        assertThat(crew.refusal(crew.manager, "POST", closing, "{}", null)).isEqualTo("invalid-value");
        crew.send(crew.manager, "POST", closing, """
                {"lessons": [{"title": "Order racks before the room is ready", "text": "Eight weeks before"}]}""");

        assertThat(crew.<String>get(crew.manager, crew.at(""), "$.status")).isEqualTo("finished");
        assertThat(crew.<List<String>>get(dewi.actor(), "/api/log?kind=lesson&q=racks", "$.items[*].entry.text"))
                .containsExactly("Eight weeks before");
    }

    @Test
    void badEntriesAreRefusedWhereTheyAreWrong() throws Exception {
        assertThat(field("{\"title\": \"x\"}")).isEqualTo("kind");
        assertThat(field("{\"kind\": \"issue\", \"title\": \" \"}")).isEqualTo("title");
        assertThat(field("{\"kind\": \"decision\", \"title\": \"x\", \"day\": \"2027-02-02\"}"))
                .as("to be decided tomorrow")
                .isEqualTo("day");
        assertThat(field("{\"kind\": \"issue\", \"title\": \"x\", \"tasks\": [\"none\"]}"))
                .isEqualTo("tasks");
    }

    private String field(String body) throws Exception {
        return JsonPath.read(
                crew.answer(crew.manager, "POST", crew.at("/log"), body, null).getContentAsString(), "$.values.field");
    }

    @Test
    void aTitleThatASpreadsheetWouldReckonIsWrittenAsText() throws Exception {
        added(dewi.actor(), "{\"kind\": \"issue\", \"title\": \"=HYPERLINK(1)\"}");

        assertThat(crew.send(dewi.actor(), "GET", crew.at("/log/table"), "")).contains(",'=HYPERLINK(1),");
    }
}
