package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
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
class StaleAskingTest {
    private static final int WEEK = 7 * 24 * 60;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaleAsking asking;

    private Crew crew;
    private Member ada;
    private String rack = "";

    @BeforeEach
    void aTaskThatWasToBeDoneLastWeek(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        ada = crew.member("Ada", Role.WORKER);
        crew.team(ada);
        rack = crew.task("Rack", 1, ada);
        jdbc.sql("""
                update planning.scheduled_task set start = start - :week, finish = finish - :week where task = :task
                """).param("week", WEEK).param("task", rack).update();
    }

    private List<String> asked() throws Exception {
        return crew.get(
                ada.actor(),
                "/api/notices",
                "$.items[?(@.letter.subject == 'Chargehand mentions you at Rack')].letter.lead");
    }

    private List<Object> desk(String kind) throws Exception {
        return crew.get(crew.manager, "/api/desk", "$.chase[?(@.kind == '%s')].asked.at".formatted(kind));
    }

    private void ago(String days) {
        jdbc.sql("update reporting.owner_asked set at = at - cast(:days as interval)")
                .param("days", days)
                .update();
    }

    @Test
    void whoOwnsItIsAskedOnceAndTheDeskSaysSo() throws Exception {
        asking.ask();
        assertThat(asked()).as("nothing is told of the project").isEmpty();
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");

        asking.ask();
        asking.ask();

        assertThat(asked())
                .singleElement()
                .asString()
                .contains("How does it stand? Nothing was heard of it since Monday 25 January 2027");
        assertThat(desk("silent")).containsExactly("2027-02-01T08:00:00Z");
    }

    @Test
    void keepsNoNameOfThoseWhoWereAsked() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        rename(ada, "Ada Quillfeather");
        asking.ask();
        assertThat(names()).containsExactly("Ada Quillfeather");

        rename(ada, "Somebody");

        assertThat(names()).containsExactly("Somebody");
        for (var table : List.of("reporting.owner_asked", "work.comment"))
            assertThat(jdbc.sql("select t::text from %s t where t::text ilike '%%quillfeather%%'".formatted(table))
                            .query(String.class)
                            .list())
                    .as(table)
                    .isEmpty();
    }

    private void rename(Member member, String name) {
        jdbc.sql("update identity.account set name = :name where id = :id")
                .param("name", name)
                .param("id", member.actor().account())
                .update();
    }

    private List<String> names() throws Exception {
        return crew.get(crew.manager, "/api/desk", "$.chase[?(@.kind == 'silent')].asked.names[*]");
    }

    @Test
    void isAskedAgainAfterFiveWorkingDaysOrWhenSomethingWasSaid() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        asking.ask();
        ago("6 days");
        asking.ask();
        assertThat(asked()).hasSize(1);

        ago("1 day");
        asking.ask();
        assertThat(asked()).hasSize(2);

        jdbc.sql("""
                update planning.task set document = jsonb_set(document, '{task,progress}',
                    '{"started": "2027-01-25T08:00:00Z"}') where id = :task
                """).param("task", rack).update();
        asking.ask();
        assertThat(asked()).hasSize(3);
    }

    @Test
    void whereSomebodyHasAskedOrAnsweredNobodyElseDoes() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        crew.send(ada.actor(), "POST", crew.at("/tasks/" + rack + "/comments"), "{\"text\": \"Tomorrow\"}");

        asking.ask();

        assertThat(asked()).isEmpty();
    }

    @Test
    void whoAnswersIsAskedAboutAForecastOfAnOlderPlan() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        jdbc.sql("""
                update forecasting.forecast set as_of = '2027-01-30T09:00Z', version = 0 where project = :project
                """).param("project", UUID.fromString(crew.project)).update();

        asking.ask();
        asking.ask();

        List<String> told = crew.get(
                crew.manager,
                "/api/notices",
                "$.items[?(@.letter.subject == 'The forecast of Move is older than its plan')].letter.path");
        assertThat(told).containsExactly("/projects/%s/forecast".formatted(crew.project));
        assertThat(desk("stale")).containsExactly("2027-02-01T08:00:00Z");
    }
}
