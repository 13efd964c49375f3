package chargehand.server.increments;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg; nothing was ever finished, so forecasts are the
/// calendar's alone.
@ServerTest
@Transactional
class IncrementTest {
    @Autowired
    MockMvc http;

    private Team team;

    @BeforeEach
    void aTeam(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        team = new Team(http, world, accounts);
    }

    @Test
    void takesFromTheBacklogInItsOrderWhatIsLikelyDone() throws Exception {
        var first = team.task("Sign in", 1);
        var second = team.task("List of patients", 2);
        team.task("Letters", 9);
        var increment = team.increment("2027-02-01", "2027-02-12");

        var suggestion = team.get(team.manager, "/increments/" + increment + "/suggestion");

        assertThat(JsonPath.<List<String>>read(suggestion, "$.lines[?(!@.why)].task"))
                .containsExactly(first, second);
        assertThat(JsonPath.<List<String>>read(suggestion, "$.lines[?(@.why == 'late')].name"))
                .containsExactly("Letters");
        assertThat(JsonPath.<Double>read(suggestion, "$.chance")).isBetween(0.8, 1.0);
    }

    @Test
    void leavesOutWhatIsNotReadyAndWhatWaitsForIt() throws Exception {
        var first = team.task("Sign in", 1);
        var second = team.task("List of patients", 1);
        team.change("{\"kind\": \"addLink\", \"predecessor\": \"%s\", \"successor\": \"%s\"}".formatted(first, second));
        team.send(team.manager, "PATCH", team.at("/cards/" + first), "{\"aside\": true}", null);
        var increment = team.increment("2027-02-01", "2027-02-12");

        var suggestion = team.get(team.manager, "/increments/" + increment + "/suggestion");

        assertThat(JsonPath.<List<String>>read(suggestion, "$.lines[*].why")).containsExactly("aside", "after");
    }

    @Test
    void showsWhatCameAfterTheCommitmentAsAChangeOfItsScope() throws Exception {
        var first = team.task("Sign in", 1);
        var second = team.task("List of patients", 1);
        var increment = team.increment("2027-02-01", "2027-02-12");
        team.take(increment, first);
        var committed = team.send(
                team.manager, "POST", team.at("/increments/" + increment + "/commitment"), "{}", team.tag(increment));

        assertThat(JsonPath.<String>read(committed, "$.state")).isEqualTo("committed");
        assertThat(JsonPath.<Double>read(committed, "$.commitment.chance")).isGreaterThan(0.8);
        assertThat(JsonPath.<Integer>read(team.take(increment, first, second), "$.tasks"))
                .isEqualTo(2);
        assertThat(JsonPath.<List<Integer>>read(
                        team.get(team.manager, "/increments/" + increment), "$.burnUp[*].total"))
                .hasSize(12)
                .containsOnly(2);
    }

    @Test
    void growsInChanceWhenSomethingIsDone() throws Exception {
        var first = team.task("Sign in", 5);
        var second = team.task("List of patients", 4);
        var increment = team.increment("2027-02-01", "2027-02-12");
        var before = JsonPath.<Double>read(team.take(increment, first, second), "$.outlook.all");

        team.send(team.dewi, "PUT", team.at("/cards/" + first + "/column"), "{\"column\": \"done\"}", null);

        var after = team.get(team.manager, "/increments/" + increment);
        assertThat(JsonPath.<Double>read(after, "$.increment.outlook.all")).isGreaterThan(before + 0.1);
        assertThat(JsonPath.<Integer>read(after, "$.increment.done")).isEqualTo(1);
    }

    @Test
    void givesWhatIsNotDoneToTheNextWhenItIsOver() throws Exception {
        var first = team.task("Sign in", 1);
        var second = team.task("List of patients", 1);
        var increment = team.increment("2027-02-01", "2027-02-05");
        var next = team.increment("2027-02-08", "2027-02-12");
        team.take(increment, first, second);
        team.send(team.dewi, "PUT", team.at("/cards/" + first + "/column"), "{\"column\": \"done\"}", null);

        var over = team.send(
                team.manager,
                "POST",
                team.at("/increments/" + increment + "/review"),
                "{\"review\": \"Signed in\", \"learnt\": \"Ask the ward first\", \"next\": \"%s\"}".formatted(next),
                team.tag(increment));

        assertThat(JsonPath.<String>read(over, "$.review.learnt")).isEqualTo("Ask the ward first");
        assertThat(JsonPath.<List<String>>read(team.get(team.manager, "/board?increment=" + next), "$.cards[*].task"))
                .containsExactly(second);
        assertThat(team.refusal(
                        team.manager,
                        "PUT",
                        team.at("/increments/" + increment + "/scope"),
                        "{\"tasks\": []}",
                        team.tag(increment)))
                .isEqualTo("increment-over");
    }

    @Test
    void countsWhatPeopleHaveBesideAbsences() throws Exception {
        var first = team.task("Sign in", 2);
        var increment = team.increment("2027-02-01", "2027-02-05");
        team.take(increment, first);

        var capacity = team.get(team.manager, "/increments/" + increment);

        assertThat(JsonPath.<List<Integer>>read(capacity, "$.capacity[*].minutes"))
                .containsExactly(5 * 480);
        assertThat(JsonPath.<List<Integer>>read(capacity, "$.capacity[*].planned"))
                .containsExactly(2 * 480);
    }

    @Test
    void isNeverLongerThanFourWeeksAndMeetsNoOther() throws Exception {
        team.increment("2027-02-01", "2027-02-12");

        var body = "{\"goal\": \"Later\", \"starts\": \"%s\", \"ends\": \"%s\"}";
        assertThat(team.refusal(
                        team.manager, "POST", team.at("/increments"), body.formatted("2027-03-01", "2027-03-29"), null))
                .isEqualTo("invalid-value");
        assertThat(team.refusal(
                        team.manager, "POST", team.at("/increments"), body.formatted("2027-02-12", "2027-02-19"), null))
                .isEqualTo("invalid-value");
        assertThat(team.refusal(
                        team.other, "POST", team.at("/increments"), body.formatted("2027-02-15", "2027-02-19"), null))
                .isEqualTo("forbidden");
    }

    @Test
    void saysWhenAnEpicIsDoneAndHowLikelyItsPromiseIs() throws Exception {
        var epic = team.task("Sign in", 1);
        team.change("""
                {"kind": "addTask", "parent": "%s", "task": {"id": "%s-1", "name": "With a card", "kind": "duration",
                    "minutes": 480, "deadline": {"by": "2027-02-27T00:00:00Z", "promisedTo": "Ward 4"}}}""".formatted(epic, epic));

        var list = team.get(team.manager, "/increments");

        assertThat(JsonPath.<List<String>>read(list, "$.epics[*].name")).containsExactly("Sign in");
        assertThat(JsonPath.<List<String>>read(list, "$.epics[*].promised")).containsExactly("2027-02-27");
        assertThat(JsonPath.<List<Double>>read(list, "$.epics[*].kept")).containsExactly(1.0);
    }
}
