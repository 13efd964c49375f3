package chargehand.server.planning;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Dewi has two pinned tasks of a week in the same week; Ada is in the team, and Bram is not.
@ServerTest
@Transactional
class OverloadTest {
    @Autowired
    MockMvc http;

    @Autowired
    JsonMapper json;

    private Crew crew;
    private Member dewi;
    private Member ada;
    private Member bram;

    @BeforeEach
    void aWeekThatIsTooFull(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        ada = crew.member("Ada", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        for (var each : List.of(dewi, ada, bram))
            crew.send(crew.manager, "PATCH", "/api/people/" + each.person(), "{\"skills\": [\"cabling\"]}", "\"1\"");
        crew.team(dewi, ada);
        for (var name : List.of("rack", "stack")) pinned(name);
    }

    private void pinned(String id) throws Exception {
        pinned(id, "2027-02-08T08:00:00Z", "{\"person\": \"%s\", \"units\": 100}".formatted(dewi.person()));
    }

    private void pinned(String id, String at, String assignments) throws Exception {
        crew.change("""
                {"kind": "addTask", "last": true, "task": {"id": "%1$s", "name": "%1$s", "kind": "effort", "minutes": 2400,
                    "pinned": "%2$s", "assignments": [%3$s],
                    "deadline": {"by": "2027-02-12T17:00:00Z", "promisedTo": "Waterworks"}}}""".formatted(id, at, assignments));
    }

    private String look() throws Exception {
        return look("2027-02-10");
    }

    private String look(String week) throws Exception {
        return crew.send(crew.manager, "GET", "/api/people/" + dewi.person() + "/overload?week=" + week, "");
    }

    private static <T> List<T> ways(String said, String task, String kind, String field) {
        return JsonPath.read(said, "$.tasks[?(@.name == '%s')].ways[?(@.kind == '%s')]%s".formatted(task, kind, field));
    }

    @Test
    void eachWayIsShownWithWhatItDoesBeforeAnybodyChooses() throws Exception {
        var said = look();

        assertThat(JsonPath.<String>read(said, "$.week")).isEqualTo("2027-02-08");
        assertThat(JsonPath.<Integer>read(said, "$.percent")).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(said, "$.tasks[*].name")).containsExactlyInAnyOrder("rack", "stack");
        assertThat(JsonPath.<List<String>>read(said, "$.tasks[0].ways[*].kind"))
                .containsExactlyInAnyOrder("reassign", "split", "move");
        assertThat(JsonPath.<List<Integer>>read(said, "$.tasks[0].ways[?(@.kind == 'reassign')].percent"))
                .containsExactly(100);
        assertThat(JsonPath.<List<Integer>>read(said, "$.tasks[0].ways[?(@.kind == 'reassign')].helper.percent"))
                .containsExactly(100);
        assertThat(JsonPath.<List<List<String>>>read(said, "$.tasks[0].ways[?(@.kind == 'reassign')].effect.missed"))
                .containsExactly(List.of());
        assertThat(JsonPath.<List<String>>read(said, "$.others[*].person")).contains(bram.person());
    }

    @Test
    void theWayThatIsChosenDoesWhatWasShown() throws Exception {
        var said = look();
        String task = JsonPath.read(said, "$.tasks[0].task");
        List<List<Object>> changes = JsonPath.read(said, "$.tasks[0].ways[?(@.kind == 'split')].changes");
        List<String> then = JsonPath.read(said, "$.tasks[0].ways[?(@.kind == 'split')].effect.taskThen");

        crew.change(json.writeValueAsString(changes.getFirst()).replaceAll("^\\[|\\]$", ""));

        assertThat(crew.<String>planned(task, "finish")).isEqualTo(then.getFirst());
        assertThat(JsonPath.<Integer>read(look(), "$.percent")).isLessThan(200);
    }

    @Test
    void whoeverDoesNotPlanSeesWhatIsThereAndNoWays() throws Exception {
        var path = "/api/people/" + dewi.person() + "/overload?week=2027-02-08";

        var said = crew.send(ada.actor(), "GET", path, "");

        assertThat(JsonPath.<List<Object>>read(said, "$.tasks[*].ways[*]")).isEmpty();
        assertThat(crew.refusal(crew.manager, "GET", path.replace("2027-02-08", "+999999-01-01"), "", null))
                .isEqualTo("invalid-value");
    }

    private String own(Member who, int minutes) {
        return "{\"person\": \"%s\", \"units\": 100, \"minutes\": %d}".formatted(who.person(), minutes);
    }

    private String shared(Member who) {
        return "{\"person\": \"%s\", \"units\": 100}".formatted(who.person());
    }

    @Test
    void halfIsHalfOfOnesOwnWorkAndNobodyElses() throws Exception {
        crew.team(dewi, ada, bram);
        pinned("own", "2027-02-08T08:00:00Z", own(dewi, 1801) + "," + own(ada, 600));
        pinned("shared", "2027-02-08T08:00:00Z", shared(dewi) + "," + shared(ada));

        var said = look();

        assertThat(OverloadTest.<Object>ways(said, "shared", "split", "")).isEmpty();
        var at = ".changes[0].set.assignments[*]";
        assertThat(OverloadTest.<String>ways(said, "own", "split", at + ".person"))
                .as("Ada has her part of it already")
                .containsExactly(dewi.person(), bram.person(), ada.person());
        assertThat(OverloadTest.<Integer>ways(said, "own", "split", at + ".minutes"))
                .containsExactly(901, 900, 600);
    }

    @Test
    void whatIsPinnedKeepsItsHourOverAChangeOfClocksAndLeavesTheWeek() throws Exception {
        pinned("dig", "2027-03-22T08:00:00Z", shared(dewi));
        pinned("fill", "2027-03-18T08:00:00Z", shared(dewi));

        var said = look("2027-03-22");

        assertThat(OverloadTest.<String>ways(said, "dig", "move", ".changes[0].set.pinned"))
                .containsExactly("2027-03-29T07:00:00Z");
        assertThat(OverloadTest.<String>ways(said, "fill", "move", ".changes[0].set.pinned"))
                .as("a week after its pin it would be in the week still")
                .containsExactly("2027-04-01T07:00:00Z");
    }

    @Test
    void whatSomebodyElseTriesMeanwhileIsNotLost(@Autowired PlanEditing editing, @Autowired WarmPlans warm)
            throws Exception {
        var project = UUID.fromString(crew.project);
        var tried = editing.tried(project, List.of(new PlanChange.RemoveTask("stack")));

        look();

        assertThat(warm.of(project).tried()).isSameAs(tried);
    }
}
