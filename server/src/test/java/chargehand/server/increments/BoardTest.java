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

@ServerTest
@Transactional
class BoardTest {
    private static final String COLUMNS = """
            {"prefix": "%s", "columns": [{"id": "ready", "stage": "ready"}, {"id": "build", "name": "Build", "stage": "work",
                "limit": 1}, {"id": "done", "stage": "done"}]}""";

    @Autowired
    MockMvc http;

    private Team team;
    private String first;
    private String second;

    @BeforeEach
    void twoTasks(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        team = new Team(http, world, accounts);
        first = team.task("Sign in", 1);
        second = team.task("List of patients", 2);
    }

    private String move(String task, String column) throws Exception {
        return team.send(
                team.dewi,
                "PUT",
                team.at("/cards/" + task + "/column"),
                "{\"column\": \"%s\"}".formatted(column),
                null);
    }

    @Test
    void callsTasksByTheInitialsOfTheProjectAndKeepsTheirNumbers() throws Exception {
        var keys = JsonPath.<List<String>>read(team.get(team.dewi, "/board"), "$.cards[*].key");
        assertThat(keys).hasSize(2).allMatch(each -> each.matches("WA\\d*-[12]"));

        team.change("{\"kind\": \"removeTask\", \"task\": \"%s\"}".formatted(first));
        team.task("Letters", 1);

        assertThat(JsonPath.<List<String>>read(team.get(team.dewi, "/board"), "$.cards[*].key"))
                .as("a number is never given twice")
                .hasSize(2)
                .allMatch(each -> each.matches("WA\\d*-[23]"));
    }

    @Test
    void tellsThePlanWhatWasBegunAndDone() throws Exception {
        assertThat(JsonPath.<Boolean>read(move(first, "work"), "$.begun")).isTrue();
        var plan = team.get(team.manager, "/plan");
        assertThat(JsonPath.<List<Object>>read(plan, "$.tasks[?(@.id == '%s')].progress.started".formatted(first)))
                .hasSize(1);

        assertThat(JsonPath.<Boolean>read(move(first, "done"), "$.done")).isTrue();
        assertThat(JsonPath.<Boolean>read(move(first, "ready"), "$.begun"))
                .as("taken back")
                .isFalse();
    }

    @Test
    void keepsACardInItsColumnUntilThePlanSaysOtherwise() throws Exception {
        assertThat(JsonPath.<String>read(move(first, "review"), "$.column")).isEqualTo("review");

        var tag = "\"%d\"".formatted(JsonPath.<Integer>read(team.get(team.manager, ""), "$.version"));
        team.send(team.dewi, "PUT", team.at("/tasks/" + first + "/progress"), "{\"state\": \"done\"}", tag);

        assertThat(JsonPath.<List<String>>read(
                        team.get(team.dewi, "/board"), "$.cards[?(@.task == '%s')].column".formatted(first)))
                .containsExactly("done");
    }

    @Test
    void refusesMoreThanAColumnTakesUnlessTheySayAllTheSame() throws Exception {
        var prefix = JsonPath.<String>read(team.get(team.manager, "/board"), "$.prefix");
        team.send(team.manager, "PUT", team.at("/board"), COLUMNS.formatted(prefix), null);
        move(first, "build");

        var path = team.at("/cards/" + second + "/column");
        assertThat(team.refusal(team.dewi, "PUT", path, "{\"column\": \"build\"}", null))
                .isEqualTo("column-full");
        team.send(team.dewi, "PUT", path, "{\"column\": \"build\", \"anyway\": true}", null);

        assertThat(JsonPath.<List<Integer>>read(team.get(team.dewi, "/board"), "$.in"))
                .containsExactly(0, 2, 0);
    }

    @Test
    void isMovedByWhoeverWorksOnTheTaskOrPlansIt() throws Exception {
        var path = team.at("/cards/" + first + "/column");
        assertThat(team.refusal(team.other, "PUT", path, "{\"column\": \"work\"}", null))
                .isEqualTo("forbidden");
        assertThat(team.refusal(team.dewi, "PUT", team.at("/board"), COLUMNS.formatted("WARD"), null))
                .isEqualTo("forbidden");
    }

    @Test
    void refusesAPrefixThatAnotherProjectHas(@Autowired TestWorld world, @Autowired Accounts accounts)
            throws Exception {
        var taken = JsonPath.<String>read(team.get(team.manager, "/board"), "$.prefix");
        var another = new Team(http, world, accounts);

        assertThat(another.refusal(another.manager, "PUT", another.at("/board"), COLUMNS.formatted(taken), null))
                .isEqualTo("prefix-taken");
    }

    @Test
    void laysTheBacklogInTheOrderThatSomebodyGaveIt() throws Exception {
        team.send(team.manager, "PATCH", team.at("/cards/" + second), "{\"after\": \"\", \"bug\": true}", null);

        var backlog = team.get(team.dewi, "/backlog");
        assertThat(JsonPath.<List<String>>read(backlog, "$.items[*].task")).containsExactly(second, first);
        assertThat(JsonPath.<List<Boolean>>read(backlog, "$.items[*].bug")).containsExactly(true, false);
    }

    @Test
    void saysHowLongTasksTookAndWhatStoodWhere() throws Exception {
        move(first, "done");
        move(second, "review");

        var flow = team.get(team.dewi, "/increments/flow");
        assertThat(JsonPath.<List<Integer>>read(flow, "$.days[-1:].done")).containsExactly(1);
        assertThat(JsonPath.<List<Integer>>read(flow, "$.days[-1:].review")).containsExactly(1);
        assertThat(JsonPath.<List<String>>read(flow, "$.cycles[*].name")).containsExactly("Sign in");
    }

    @Test
    void makesPrefixesOfNames() {
        assertThat(Boards.prefix("Patient app")).isEqualTo("PA");
        assertThat(Boards.prefix("Übergabe")).isEqualTo("UBER");
        assertThat(Boards.prefix("2027 move")).isEqualTo("P2M");
        assertThat(Boards.prefix("„“")).isEqualTo("PX");
    }
}
