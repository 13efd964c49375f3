package chargehand.server.increments;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// Several people estimate a task, and nobody sees what the others think before it is shown.
@ServerTest
@Transactional
class EstimatingTest {
    @Autowired
    MockMvc http;

    private Team team;
    private String task;
    private String id;

    @BeforeEach
    void aTaskThatIsEstimated(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        team = new Team(http, world, accounts);
        task = team.task("Sign in", 1);
        id = JsonPath.read(
                team.send(
                        team.manager,
                        "POST",
                        team.at("/estimatings"),
                        "{\"task\": \"%s\", \"persons\": [\"%s\"]}".formatted(task, team.person),
                        null),
                "$.id");
    }

    private String say(Actor by, String body) throws Exception {
        return team.send(by, "PUT", team.at("/estimatings/" + id + "/estimate"), body, null);
    }

    private String act(Actor by, String what, String body, int version) throws Exception {
        return team.send(by, "POST", team.at("/estimatings/" + id + what), body, "\"%d\"".formatted(version));
    }

    private String refused(Actor by, String what, String body, @Nullable String version) throws Exception {
        return team.refusal(
                by, what.equals("/estimate") ? "PUT" : "POST", team.at("/estimatings/" + id + what), body, version);
    }

    @Test
    void hidesWhatOthersThinkUntilItIsShown() throws Exception {
        assertThat(JsonPath.<List<String>>read(team.get(team.manager, "/estimatings"), "$.items[0].missing"))
                .hasSize(1);
        say(team.dewi, "{\"minutes\": 961, \"low\": 480, \"high\": 1920, \"note\": \"The card reader is new\"}");
        assertThat(refused(team.manager, "/showing", "", "\"1\""))
                .as("one is not several")
                .isEqualTo("estimating-state");
        say(team.manager, "{\"minutes\": 481}");

        for (var each : List.of(team.manager, team.other)) {
            var seen = team.get(each, "/estimatings");
            assertThat(seen).doesNotContain("961", "1920", "card reader");
            assertThat(JsonPath.<List<String>>read(seen, "$.items[0].by")).hasSize(2);
        }
        assertThat(team.get(team.dewi, "/estimatings")).contains("961").doesNotContain("481");

        act(team.manager, "/showing", "", 1);

        var shown = team.get(team.other, "/estimatings");
        assertThat(JsonPath.<List<Integer>>read(shown, "$.items[0].rounds[0].estimates[*].minutes"))
                .containsExactly(481, 961);
        assertThat(JsonPath.<Integer>read(shown, "$.items[0].rounds[0].middle")).isEqualTo(721);
        assertThat(refused(team.dewi, "/estimate", "{\"minutes\": 481}", null)).isEqualTo("estimating-state");
    }

    @Test
    void asksAgainAndTakesWhatIsAgreedOnIntoThePlan() throws Exception {
        say(team.dewi, "{\"minutes\": 960}");
        say(team.manager, "{\"minutes\": 2400}");
        assertThat(refused(team.manager, "/agreement", "{\"minutes\": 960}", "\"1\""))
                .isEqualTo("estimating-state");
        act(team.manager, "/showing", "", 1);
        act(team.manager, "/round", "", 2);
        say(team.dewi, "{\"minutes\": 1440}");
        assertThat(JsonPath.<List<Object>>read(team.get(team.other, "/estimatings"), "$.items[0].rounds"))
                .as("what was thought before stays in sight")
                .hasSize(1);
        say(team.manager, "{\"minutes\": 1440}");
        act(team.manager, "/showing", "", 3);
        assertThat(refused(team.dewi, "/agreement", "{\"minutes\": 960}", "\"4\""))
                .isEqualTo("forbidden");
        assertThat(refused(team.manager, "/agreement", "{\"minutes\": 960}", "\"3\""))
                .isEqualTo("changed-meanwhile");

        act(team.manager, "/agreement", "{\"minutes\": 1440, \"low\": 960, \"high\": 2400}", 4);

        var planned = "$.tasks[?(@.id == '%s')].".formatted(task);
        var plan = team.get(team.manager, "/plan");
        assertThat(JsonPath.<List<Integer>>read(plan, planned + "minutes")).containsExactly(1440);
        assertThat(JsonPath.<List<Integer>>read(plan, planned + "range.high")).containsExactly(2400);
        var over = team.get(team.other, "/estimatings");
        assertThat(JsonPath.<Integer>read(over, "$.items[0].agreed.minutes")).isEqualTo(1440);
        assertThat(refused(team.manager, "/round", "", "\"5\"")).isEqualTo("estimating-state");
    }

    @Test
    void refusesWhatIsNoEstimate() throws Exception {
        for (var wrong : List.of(
                "{}",
                "{\"minutes\": 0}",
                "{\"minutes\": -5}",
                "{\"minutes\": 99999999999}",
                "{\"minutes\": 60, \"low\": 30}",
                "{\"minutes\": 60, \"low\": 60, \"high\": 60}",
                "{\"minutes\": 60, \"low\": 70, \"high\": 90}"))
            assertThat(refused(team.dewi, "/estimate", wrong, null)).as(wrong).isEqualTo("invalid-value");
        assertThat(team.refusal(
                        team.manager, "POST", team.at("/estimatings"), "{\"task\": \"%s\"}".formatted(task), null))
                .isEqualTo("estimating-state");
        assertThat(team.refusal(team.manager, "POST", team.at("/estimatings"), "{\"task\": \"none\"}", null))
                .isEqualTo("invalid-value");
    }
}
