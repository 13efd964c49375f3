package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.engine.time.WorkingTable;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
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

    private void drafted() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
    }

    @Test
    void nobodyIsAskedAboutMoreThanFiveTasksADayAndInOneNotice() throws Exception {
        for (int n = 1; n <= 6; n++) crew.task("Cable " + n, 1, ada);
        jdbc.sql("update planning.scheduled_task set start = :late - 480, finish = :late where project = :project")
                .param("late", WorkingTable.minute(Instant.parse("2027-01-25T16:00:00Z")))
                .param("project", UUID.fromString(crew.project))
                .update();
        drafted();
        assertThat(questions()).isEmpty();

        asking.ask();
        asking.ask();

        assertThat(asked()).isEmpty();
        assertThat(this.<List<String>>notices("subject")).containsExactly("How do 5 tasks of Move stand?");
        assertThat(questions()).hasSize(5);

        ago("1 day");
        asking.ask();
        assertThat(questions()).hasSize(7);
    }

    private <T> T notices(String field) throws Exception {
        return crew.get(ada.actor(), "/api/notices", "$.items[?(@.kind == 'mention')].letter." + field);
    }

    private List<String> questions() {
        return jdbc.sql("select task from reporting.owner_asked where project = :project and accounts <> '{}'")
                .param("project", UUID.fromString(crew.project))
                .query((row, _) -> row.getString("task"))
                .list();
    }

    @Test
    void whoeverMayNotSeeItAnyMoreIsNotAsked() throws Exception {
        drafted();
        jdbc.sql("update identity.account set disabled = now() where id = :account")
                .param("account", ada.actor().account())
                .update();

        asking.ask();

        assertThat(questions()).isEmpty();
        assertThat(desk("silent")).isEmpty();
    }

    @Test
    void whatNobodyIsToldOfAnyMoreIsNotAskedAbout() throws Exception {
        drafted();
        jdbc.sql("""
                update reporting.update set released_at = cast('2027-01-17T08:00Z' as timestamptz), made_at = '2027-01-17T08:00Z'
                where project = :project
                """).param("project", UUID.fromString(crew.project)).update();
        asking.ask();
        assertThat(asked()).as("released 15 days ago, and told of weekly").isEmpty();

        crew.send(
                crew.manager,
                "PUT",
                crew.at("/updates/rhythms"),
                "{\"audience\": \"client\", \"days\": 14, \"remind\": 3}");
        asking.ask();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whoeverSaidWhatItWaitsForOrWhatCameInTheWayIsNotAsked() throws Exception {
        drafted();
        var need = JsonPath.<String>read(
                crew.send(
                        ada.actor(),
                        "POST",
                        crew.at("/tasks/" + rack + "/needs"),
                        "{\"kind\": \"access\", \"what\": \"Key to the room\"}"),
                "$.id");
        crew.send(ada.actor(), "PUT", "/api/needs/" + need + "/waiting", "{}");
        asking.ask();
        assertThat(questions()).as("it waits").isEmpty();

        jdbc.sql("update work.need set waiting_since = null where id = :id")
                .param("id", UUID.fromString(need))
                .update();
        crew.send(
                ada.actor(), "POST", crew.at("/tasks/" + rack + "/complications"), "{\"what\": \"The rack is bent\"}");
        asking.ask();
        assertThat(questions()).as("something came in the way").isEmpty();

        jdbc.sql("update work.complication set closed_at = at where task = :task")
                .param("task", rack)
                .update();
        asking.ask();
        assertThat(questions()).containsExactly(rack);
    }

    @Test
    void whatShouldHaveBegunOnFridayAfternoonHasUntilMonday() throws Exception {
        var cable = crew.task("Cable", 9, ada);
        jdbc.sql("update planning.scheduled_task set start = start - :days where task = :task")
                .param("days", 3 * 24 * 60 - 8 * 60)
                .param("task", cable)
                .update();
        drafted();

        asking.ask();

        assertThat(questions()).containsExactly(rack);
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
