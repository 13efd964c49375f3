package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class SuggestionTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private Crew crew;
    private Member ada;
    private Member bram;

    @BeforeEach
    void twoPeople(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        ada = crew.member("Ada", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        crew.team(ada, bram);
    }

    private List<Map<String, Object>> suggested() throws Exception {
        return crew.get(crew.manager, crew.at("/suggestions"), "$.items");
    }

    private List<Object> about() throws Exception {
        return suggested().stream().map(each -> each.get("about")).toList();
    }

    private void answer(Map<String, Object> suggestion, boolean done) throws Exception {
        crew.send(
                crew.manager,
                "POST",
                crew.at("/suggestion-answers"),
                new tools.jackson.databind.json.JsonMapper()
                        .writeValueAsString(Map.of(
                                "kind", suggestion.get("kind"), "facts", suggestion.get("facts"), "done", done)));
    }

    private void done(String task, Member who, String started, String finished) throws Exception {
        crew.send(
                who.actor(),
                "PUT",
                crew.at("/tasks/" + task + "/progress"),
                """
                {"state": "done", "started": "%s", "finished": "%s"}""".formatted(started, finished),
                crew.tag());
    }

    private String name(Member who) {
        return jdbc.sql("select name from people.person where id = cast(:id as uuid)")
                .param("id", who.person())
                .query(String.class)
                .single();
    }

    @Test
    void isNothingWhereNothingWaits() throws Exception {
        crew.task("Rack", 2, ada);

        assertThat(suggested()).isEmpty();
    }

    @Test
    void whatATaskStandsStillForComesFirstWhereMostComesAfterIt() throws Exception {
        var rack = crew.task("Rack", 2, ada);
        crew.task("Wire", 2, bram, rack);
        crew.task("Label", 2, bram, rack);
        var need = JsonPath.<String>read(
                crew.send(crew.manager, "POST", crew.at("/tasks/" + rack + "/needs"), """
                        {"kind": "access", "what": "The key", "owner": "%s"}""".formatted(bram.person())),
                "$.id");
        assertThat(suggested()).isEmpty();
        crew.send(ada.actor(), "PUT", "/api/needs/" + need + "/waiting", "{}");

        var clear = suggested().getFirst();

        assertThat(clear)
                .containsEntry("kind", "clear")
                .containsEntry("about", "standsStill")
                .containsEntry("taskName", "Rack")
                .containsEntry("what", "The key")
                .containsEntry("count", 2)
                .containsEntry("who", List.of(name(bram)));
        assertThat(JsonPath.<List<String>>read(clear, "$.other[*].name")).containsExactlyInAnyOrder("Wire", "Label");

        crew.send(crew.manager, "POST", "/api/needs/" + need + "/closure", "{\"state\": \"met\"}");
        assertThat(suggested()).isEmpty();
    }

    @Test
    void whatWasLeftIsNotSuggestedAgainToAnybodyWhoAnswers() throws Exception {
        var rack = crew.task("Rack", 2, ada);
        crew.task("Wire", 2, bram, rack);
        for (var what : List.of("Too short", "Too heavy"))
            crew.send(
                    ada.actor(),
                    "POST",
                    crew.at("/tasks/" + rack + "/complications"),
                    "{\"what\": \"%s\", \"urgent\": false}".formatted(what));
        assertThat(about()).containsExactly("inTheWay", "inTheWay");

        answer(suggested().getFirst(), false);

        assertThat(suggested()).hasSize(1);
        answer(suggested().getFirst(), true);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void workThatWasDoneEarlyIsThankedForWhereOthersWaitedAndTheAgreementLetsItBeSaid() throws Exception {
        var rack = crew.task("Rack", 2, ada);
        done(rack, ada, "2027-01-28T08:00:00Z", "2027-01-28T16:00:00Z");
        assertThat(suggested()).as("nobody waited").isEmpty();
        crew.task("Polish", 1, ada, rack);
        assertThat(suggested()).as("only she herself waited").isEmpty();
        crew.task("Wire", 2, bram, rack);

        var thanks = suggested().getFirst();

        assertThat(thanks)
                .containsEntry("about", "early")
                .containsEntry("taskName", "Rack")
                .containsEntry("who", List.of(name(ada)))
                .containsEntry("count", 1);
        assertThat(thanks.keySet())
                .as("no figure of hers")
                .containsExactlyInAnyOrder(
                        "kind",
                        "about",
                        "project",
                        "task",
                        "taskName",
                        "other",
                        "count",
                        "who",
                        "free",
                        "from",
                        "facts");
        for (var agreement : List.of("off", "team")) {
            jdbc.sql("update identity.company set agreement = :agreement")
                    .param("agreement", agreement)
                    .update();
            assertThat(suggested()).as(agreement).isEmpty();
        }
    }

    @Test
    void nobodyIsThankedForWorkThatTookAsLongAsForecastOrHasNoHours() throws Exception {
        var rack = crew.task("Rack", 2, ada);
        crew.task("Wire", 2, bram, rack);
        done(rack, ada, "2027-01-27T08:00:00Z", "2027-01-28T16:00:00Z");
        assertThat(suggested()).as("two days of two").isEmpty();

        done(rack, ada, "2027-01-28T16:00:00Z", "2027-01-28T16:00:00Z");
        assertThat(suggested()).as("told in one moment").isEmpty();
    }

    @Test
    void aComplicationThatWasClosedBeforeItsDateIsThankedFor() throws Exception {
        var rack = crew.task("Rack", 2, ada);
        var told = crew.send(ada.actor(), "POST", crew.at("/tasks/" + rack + "/complications"), """
                {"what": "Too short", "costMinutes": 960, "urgent": false}""");
        crew.send(
                ada.actor(),
                "POST",
                crew.at("/complications/" + JsonPath.<String>read(told, "$.id") + "/closure"),
                "{\"done\": \"Another one came\"}");

        assertThat(suggested().getFirst())
                .containsEntry("about", "closedInTime")
                .containsEntry("what", "Too short");
    }

    @Test
    void aHandOverThatIsOpenWaitsOnceWhatComesBeforeIsDone() throws Exception {
        var rack = crew.task("Rack", 2, ada);
        var wire = crew.task("Wire", 2, bram, rack);
        crew.send(crew.manager, "POST", crew.at("/tasks/" + wire + "/needs"), """
                {"kind": "handOver", "what": "The drawings", "owner": "%s"}""".formatted(ada.person()));
        assertThat(suggested()).isEmpty();

        done(rack, ada, "2027-01-27T08:00:00Z", "2027-01-29T16:00:00Z");

        assertThat(suggested().getFirst())
                .containsEntry("about", "handOverOpen")
                .containsEntry("taskName", "Wire")
                .containsEntry("what", "The drawings")
                .containsEntry("who", List.of(name(bram)))
                .containsEntry("free", true);
        assertThat(JsonPath.<List<String>>read(suggested().getFirst(), "$.other[*].name"))
                .containsExactly("Rack");
    }

    @Test
    void twoWhoHandOverAgainAndAgainMightSitTogetherUntilThatWasLeft() throws Exception {
        var before = crew.task("Rack 1", 1, ada);
        for (int i = 2; i <= 4; i++) before = crew.task("Rack " + i, 1, i % 2 == 0 ? bram : ada, before);

        var together = suggested().getFirst();
        assertThat(together).containsEntry("about", "handOvers").containsEntry("count", 3);
        assertThat((List<?>) together.get("who")).hasSize(2);
        answer(together, false);
        before = crew.task("Rack 5", 1, ada, before);
        assertThat(suggested()).as("one new hand-over is not several").isEmpty();
        crew.task("Rack 7", 1, ada, crew.task("Rack 6", 1, bram, before));

        assertThat(about()).as("three new ones are").containsExactly("handOvers");
    }

    @Test
    void twoWhoseTasksGoOnSideBySideForLongMightSitTogether() throws Exception {
        var rack = crew.task("Rack", 6, ada);
        var wire = crew.task("Wire", 6, bram);
        crew.change("{\"kind\": \"addLink\", \"predecessor\": \"%s\", \"successor\": \"%s\", \"type\": \"SS\"}"
                .formatted(rack, wire));

        assertThat(about()).containsExactly("sideBySide");
    }

    @Test
    void whatIsNoFactIsRefused() throws Exception {
        for (var wrong : List.of(
                "{\"facts\": [\"task:a\"], \"done\": true}",
                "{\"kind\": \"thank\", \"facts\": [], \"done\": true}",
                "{\"kind\": \"thank\", \"facts\": [\"person:a\"], \"done\": true}"))
            assertThat(crew.refusal(crew.manager, "POST", crew.at("/suggestion-answers"), wrong, null))
                    .isEqualTo("invalid-value");
    }
}
