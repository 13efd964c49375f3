package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// From an accepted application to a person in the calendar. Today is 1 February 2027.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=hiring")
class HiringTest {
    private static final String FROM_MARCH =
            "{\"first\": \"2027-03-01\", \"rampUpWeeks\": 4, \"rampUpShare\": 50, \"part\": \"manager\"}";

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private Recruiting official;
    private String project = "";
    private String vacancy = "";

    @BeforeEach
    void aVacancy() throws Exception {
        official = new Recruiting(http, jdbc, world.actor(Role.OFFICIAL));
        project = official.project("New storage");
        vacancy = official.vacancy(project);
    }

    @Test
    void makesAPersonOfWhoeverWasAcceptedWithStartRampUpAndField() throws Exception {
        var person = hired("Dewi Prasetya", FROM_MARCH);

        var path = "/api/people/" + person;
        assertEquals("Dewi Prasetya", official.get(path, "$.name"));
        assertEquals("2027-03-01", official.get(path, "$.arrival.first"));
        assertEquals(4, official.<Integer>get(path, "$.arrival.rampUpWeeks"));
        assertEquals(List.of("infrastructure"), official.get(path, "$.fields"));
    }

    @Test
    void makesThemManagerFromTheFirstDayAndNotSooner() throws Exception {
        var person = hired("Edda Vale", FROM_MARCH);

        var held = "/api/projects/" + project + "/accountable";
        assertEquals(
                List.of("2027-02-28T23:00:00Z"),
                official.get(held, "$.items[?(@.person == '%s' && @.part == 'manager')].since".formatted(person)));
        assertEquals(
                List.of("2027-02-28T23:00:00Z"),
                official.get(held, "$.items[?(@.since == '2027-02-01T08:00:00Z')].until"),
                "who has it now has it until then");
        var today = official.<String>get("/api/projects/" + project, "$.accountable.name");
        assertEquals(true, today.startsWith("Bram"), today);
    }

    @Test
    void givesTheCalendarTheirTimeFromThenLessOfItWhileTheyLearn() throws Exception {
        var person = hired("Femi Osei", FROM_MARCH);
        var manager = new Recruiting(http, jdbc, world.actor(Role.ADMINISTRATOR));
        var team = manager.<List<String>>get("/api/projects/" + project + "/team", "$.people[*].id");
        assertEquals(List.of(person), team);

        var version = "\"%d\"".formatted(manager.<Integer>get("/api/projects/" + project, "$.version"));
        var plan = manager.send("POST", "/api/projects/" + project + "/changes", """
                {"changes": [{"kind": "addTask", "task": {"name": "Racks", "kind": "duration", "minutes": 960,
                    "assignments": [{"person": "%s", "units": 100}]}}]}""".formatted(person), version);

        assertEquals("2027-03-01T08:00:00Z", JsonPath.read(plan, "$.tasks[0].start"));
        assertEquals("2027-03-04T12:00:00Z", JsonPath.read(plan, "$.tasks[0].finish"), "half of each of four days");
    }

    @Test
    void isForWhoeverWasAcceptedAndIsNotBlankOnce() throws Exception {
        var application = official.application(vacancy, "Gita Rao", Recruiting.CV);
        var path = "/api/vacancies/" + vacancy + "/applications/" + application;
        assertEquals("not-accepted", official.refusal(path + "/hire", FROM_MARCH));
        official.post(path + "/decisions", "{\"state\": \"accepted\", \"reason\": \"Has led.\"}");
        assertEquals("still-blank", official.refusal(path + "/hire", FROM_MARCH));
        official.post(path + "/opening", "{\"reason\": \"To call her.\"}");
        assertEquals("invalid-value", official.refusal(path + "/hire", "{}"));

        official.post(path + "/hire", FROM_MARCH);

        assertEquals("already-hired", official.refusal(path + "/hire", FROM_MARCH.replace("manager", "deputy")));
        assertEquals(
                1,
                jdbc.sql("select count(*) from people.person where name = 'Gita Rao'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void appointsNobodyForSomebodyWhoMayNotEditTheProject() throws Exception {
        var recruiter = new Recruiting(http, jdbc, world.actor(Role.RECRUITER));
        var application = official.application(vacancy, "Hal Quint", Recruiting.CV);
        var path = "/api/vacancies/" + vacancy + "/applications/" + application;
        recruiter.decide(path, "accepted");

        assertEquals("forbidden", recruiter.refusal(path + "/hire", FROM_MARCH));
        var hired = recruiter.post(path + "/hire", "{\"first\": \"2027-03-01\"}");

        assertEquals("Hal Quint", official.get("/api/people/" + JsonPath.read(hired, "$.hire.person"), "$.name"));
    }

    @Test
    void bringsCertificatesThatWereLookedUpAndWarnsBeforeTheyRunOut() throws Exception {
        var application = official.application(vacancy, "Ines Quay", Recruiting.CV);
        var list = "/api/vacancies/" + vacancy + "/applications";
        long until = System.nanoTime() + 60_000_000_000L;
        while (official.<Integer>get(list, "$.waiting") > 0 && System.nanoTime() < until)
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        var path = list + "/" + application;
        official.decide(path, "accepted");
        var claimed = official.<List<String>>get(path + "/interview", "$.questions[?(@.why == 'certificate')].id");
        assertEquals(1, claimed.size());
        official.post(path + "/interview", """
                {"question": "%s", "finding": "met", "note": "In the register of PMI.", "until": "2027-04-30"}""".formatted(claimed.getFirst()));

        var person = JsonPath.<String>read(official.post(path + "/hire", FROM_MARCH), "$.hire.person");

        var managing = "/api/people/" + person + "/managing";
        assertEquals(List.of("2027-04-30"), official.get(managing, "$.certificates[*].expires"));
        assertEquals(List.of("expiring"), official.get(managing, "$.certificates[*].state"));
    }

    @Test
    void bringsWhatWasChosenAgainstTheWeakerSideToThePersonAndTheirProject() throws Exception {
        var application = official.application(vacancy, "Jun Abara", Recruiting.CV);
        var path = "/api/vacancies/" + vacancy + "/applications/" + application;
        var mentor = official.<List<String>>get("/api/people", "$.items[?(@.pool == false)].id")
                .getFirst();
        for (var wrong : List.of(
                "{}",
                "{\"mitigation\": \"hope\"}",
                "{\"mitigation\": \"mentor\"}",
                "{\"mitigation\": \"mentor\", \"helper\": \"%s\"}".formatted(UUID.randomUUID())))
            assertEquals("invalid-value", official.refusal(path + "/mitigations", wrong), wrong);
        official.post(path + "/mitigations", "{\"mitigation\": \"training\"}");
        official.post(path + "/mitigations", """
                {"mitigation": "mentor", "helper": "%s", "reason": "Knows the house."}""".formatted(mentor));
        assertEquals(List.of("mentor", "training"), official.get(path, "$.mitigations[*].mitigation"));
        official.decide(path, "accepted");

        var person = JsonPath.<String>read(official.post(path + "/hire", FROM_MARCH), "$.hire.person");

        var choices = "/api/projects/" + project + "/choices";
        assertEquals(List.of(person), official.get(choices, "$.items[*].person"));
        assertEquals(List.of("Knows the house."), official.get(choices, "$.items[*].reason"));
        var managing = "/api/people/" + person + "/managing";
        assertEquals("mentor", official.get(managing, "$.mitigation.mitigation"));
        assertEquals(mentor, official.get(managing, "$.mitigation.helper"));
        assertEquals(List.of("mentor", "training"), official.get(path + "/export", "$.mitigations[*].mitigation"));
    }

    private String hired(String name, String how) throws Exception {
        var application = official.application(vacancy, name, Recruiting.CV);
        var path = "/api/vacancies/" + vacancy + "/applications/" + application;
        official.decide(path, "accepted");
        var person = JsonPath.<String>read(official.post(path + "/hire", how), "$.hire.person");
        return UUID.fromString(person).toString();
    }
}
