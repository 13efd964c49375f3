package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class ComplicationTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private Crew crew;
    private Member dewi;
    private Member bram;
    private Member chidi;
    private String rack;
    private String test;

    @BeforeEach
    void aChainOfTwo(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        chidi = crew.member("Chidi", Role.WORKER);
        crew.team(dewi, bram, chidi);
        rack = crew.task("Rack", 1, dewi);
        test = crew.task("Test", 1, bram, rack);
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"deadline": {"by": "2027-02-02T23:00:00Z",
                    "promisedTo": "Waterworks"}}}""".formatted(test));
    }

    private String tell(String more) throws Exception {
        var body = "{\"what\": \"The lift is broken\"%s}".formatted(more);
        return JsonPath.read(
                crew.send(dewi.actor(), "POST", crew.at("/tasks/" + rack + "/complications"), body), "$.id");
    }

    @Test
    void itsEffectIsSeenBeforehandAndNothingMoves() throws Exception {
        String before = crew.planned(test, "finish");

        var effect = crew.send(
                dewi.actor(), "POST", crew.at("/tasks/" + rack + "/complication-previews"), "{\"costMinutes\": 960}");

        assertThat(JsonPath.<String>read(effect, "$.was")).isEqualTo("2027-02-02T17:00:00Z");
        assertThat(JsonPath.<String>read(effect, "$.finish")).isEqualTo("2027-02-04T17:00:00Z");
        assertThat(JsonPath.<List<Boolean>>read(effect, "$.promises[*].missed")).containsExactly(true);
        assertThat(JsonPath.<List<String>>read(effect, "$.people"))
                .singleElement()
                .asString()
                .startsWith("Bram");
        assertThat(crew.<String>planned(test, "finish")).isEqualTo(before);
    }

    @Test
    void isHeardByThoseWhomItTouchesAndByWhoeverAnswers() throws Exception {
        tell(", \"costMinutes\": 960");

        List<String> heard = crew.get(bram.actor(), "/api/work", "$.complications[*].what");
        List<String> untouched = crew.get(chidi.actor(), "/api/work", "$.complications[*].what");
        List<String> teller = crew.get(dewi.actor(), "/api/work", "$.complications[*].what");
        List<String> answering = crew.get(crew.manager, "/api/work", "$.complications[*].what");

        assertThat(heard).containsExactly("The lift is broken");
        assertThat(untouched).isEmpty();
        assertThat(teller).containsExactly("The lift is broken");
        assertThat(answering).containsExactly("The lift is broken");
    }

    @Test
    void goesToWhoKnowsTheFieldWhereTheManagerDoesNot() throws Exception {
        for (var each : List.of(dewi, chidi))
            jdbc.sql("update people.person set fields = '{storage}' where id = cast(:id as uuid)")
                    .param("id", each.person())
                    .update();

        tell("");

        List<String> heard =
                crew.get(chidi.actor(), "/api/work", "$.complications[0].hearers[?(@.because == 'field')].name");
        assertThat(heard).hasSize(1);
    }

    @Test
    void costsNothingUntilSomebodyTakesItIntoThePlan() throws Exception {
        var id = tell(", \"costMinutes\": 960");
        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-02T17:00:00Z");

        assertThat(crew.refusal(dewi.actor(), "POST", crew.at("/complications/" + id + "/taking"), "{}", null))
                .isEqualTo("forbidden");
        crew.send(crew.manager, "POST", crew.at("/complications/" + id + "/taking"), "{}");

        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-04T17:00:00Z");
        assertThat(crew.refusal(crew.manager, "POST", crew.at("/complications/" + id + "/taking"), "{}", null))
                .isEqualTo("already-taken");
    }

    @Test
    void isClosedWithWhatWasDoneAndKept() throws Exception {
        var id = tell("");
        var path = crew.at("/complications/" + id + "/closure");

        assertThat(crew.refusal(chidi.actor(), "POST", path, "{\"done\": \"Nothing\"}", null))
                .isEqualTo("forbidden");
        assertThat(crew.refusal(dewi.actor(), "POST", path, "{}", null)).isEqualTo("invalid-value");
        crew.send(dewi.actor(), "POST", path, "{\"done\": \"Carried it up\"}");

        assertThat(crew.<String>get(crew.manager, crew.at("/complications"), "$.items[0].done"))
                .isEqualTo("Carried it up");
        assertThat(crew.refusal(dewi.actor(), "POST", path, "{\"done\": \"Again\"}", null))
                .isEqualTo("already-closed");
    }

    /// It is Monday morning: a working day ago it was Friday, at the same hour.
    @Test
    void isToldOnceMoreToWhoMightDoSomethingIfNobodyDoes(@Autowired ComplicationReminding reminding) throws Exception {
        ago(tell(", \"costMinutes\": 960"), "3 days");
        ago(tell(", \"urgent\": true"), "5 hours");
        ago(tell(""), "2 days");
        var closed = ago(tell(""), "9 days");
        crew.send(dewi.actor(), "POST", crew.at("/complications/" + closed + "/closure"), "{\"done\": \"Carried\"}");

        reminding.remind();
        reminding.remind();

        var again = "$.items[?(@.letter.subject == 'Still in the way of Rack: The lift is broken')].letter.subject";
        assertThat(crew.<List<String>>get(crew.manager, "/api/notices", again)).hasSize(2);
        assertThat(crew.<List<String>>get(bram.actor(), "/api/notices", again)).isEmpty();
    }

    private String ago(String complication, String ago) {
        jdbc.sql("update work.complication set at = at - cast(:ago as interval) where id = cast(:id as uuid)")
                .param("ago", ago)
                .param("id", complication)
                .update();
        return complication;
    }

    @Test
    void isToldInWordsEvenIfTheyLookLikeACommand() throws Exception {
        var body = "{\"what\": \"<script>alert(1)</script>\\r\\nBcc: all@harbour.example\"}";

        var told = crew.send(dewi.actor(), "POST", crew.at("/tasks/" + rack + "/complications"), body);

        assertThat(JsonPath.<String>read(told, "$.what"))
                .isEqualTo("<script>alert(1)</script> Bcc: all@harbour.example");
    }

    @Test
    void whoIsMentionedInACommentHearsOfIt() throws Exception {
        var bramsName = "Bram " + bram.actor().login();
        crew.send(
                dewi.actor(),
                "POST",
                crew.at("/tasks/" + rack + "/comments"),
                "{\"text\": \"@%s, which ports?\"}".formatted(bramsName));

        List<String> said = crew.get(bram.actor(), "/api/work", "$.mentions[*].text");
        List<String> others = crew.get(chidi.actor(), "/api/work", "$.mentions[*].text");
        assertThat(said).containsExactly("@%s, which ports?".formatted(bramsName));
        assertThat(others).isEmpty();
    }

    @Test
    void ofNamesThatBeginAlikeTheLongestIsMentioned() {
        var dew = new AccountName(new UUID(0, 1), "Dew", "D", null);
        var dewPoint = new AccountName(new UUID(0, 2), "Dew Point", "DP", null);

        assertThat(Commenting.mentioned("Hello @dew point and @Nobody", List.of(dew, dewPoint)))
                .containsExactly(dewPoint.id());
        assertThat(Commenting.mentioned("mail@dew.example, @Dewi", List.of(dew)))
                .isEmpty();
    }
}
