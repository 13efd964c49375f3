package chargehand.server.staffing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.engine.staffing.assessment.Question;
import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.QualificationEditing;
import chargehand.server.people.Qualifications;
import chargehand.server.people.TermsEditing;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.shared.Money;
import com.jayway.jsonpath.JsonPath;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class AssessingTest {
    private static final Map<String, GivenAnswer> TECHNICAL = Map.of(
            "technology", new GivenAnswer("C", null),
            "answering", new GivenAnswer("often", "The wards ask how consent is kept."),
            "problems", new GivenAnswer("regularly", null));

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    AssessmentController controller;

    @Autowired
    Assessing assessing;

    @Autowired
    PlanFacts facts;

    @Autowired
    PlanEditing plans;

    @Autowired
    DriftTelling telling;

    @Autowired
    PeopleEditing people;

    @Autowired
    QualificationEditing qualifications;

    @Autowired
    TermsEditing terms;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsAnAssessmentWithRulesFactsAuthorAndTime() throws Exception {
        var project = patientApp();

        var id = assessing.assess(Caller.SYSTEM, project, "Patient app", TECHNICAL);

        var kept = controller.get(id, Caller.SYSTEM);
        assertEquals("technicalSoftware", kept.result().answer());
        assertEquals("2026-11", kept.result().rules().version());
        assertEquals("Chargehand", kept.author().name());
        assertEquals("2027-02-01T08:00:00Z", kept.at().toString());
        assertEquals(1L, kept.planVersion());
        assertEquals(kept, controller.ofProject(project).items().getFirst());
    }

    @Test
    void restsOnThePlanWhereAnAnswerSaysTheSame() throws Exception {
        var project = patientApp();
        var read = facts.of(project).facts();
        var size = read.get(Question.SIZE);
        assertNotNull(size);
        var same = Map.of("size", new GivenAnswer(Question.SIZE.levelCode(size.level()), null));
        var other = Map.of("size", new GivenAnswer("over300", null));

        var resting = assessing.preview(project, same, true).scope().factors().getFirst();
        var differing =
                assessing.preview(project, other, true).scope().factors().getFirst();

        assertEquals("plan", resting.source());
        assertNotNull(resting.fact());
        assertEquals("tasks", resting.fact().code());
        assertTrue(resting.sentence().endsWith("tasks in the plan."), resting.sentence());
        assertEquals("asked", differing.source());
        assertNull(differing.fact());
    }

    @Test
    void restsCostAndLeadTimeOnOnesOwnWhereThereAreEnoughCases() {
        manager("Ada", 90_00, 20);
        manager("Bram", 100_00, null);
        var two = assessing.preview(null, Map.of(), true).options().getFirst();
        manager("Chidi", 80_00, 40);

        var own = assessing.preview(null, Map.of(), true).options().getFirst();
        var technical = assessing.preview(null, Map.of(), true).options().getLast();
        var outside = assessing.preview(null, Map.of(), false).options().getFirst();

        assertTrue(two.dayRate().assumed(), "a mean of two would tell each of them the other's");
        assertEquals(90_00 * 8, own.dayRate().minor());
        assertEquals(3, own.dayRate().cases());
        assertEquals("ownRates", own.dayRate().source());
        assertEquals(2, own.leadTime().cases());
        assertEquals(40, own.leadTime().days());
        assertTrue(technical.dayRate().assumed());
        assertTrue(outside.dayRate().assumed(), "everybody may ask, and nobody outside learns what people cost");
        assertTrue(outside.leadTime().assumed());
    }

    private void manager(String name, long rate, @Nullable Integer leadDays) {
        var person = people.create(
                new PersonWrite(
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Money(rate, "EUR"),
                        null),
                Caller.SYSTEM);
        var certificate = new Qualifications.Certificate("PMP", "PMI", true, null);
        var known = new Qualifications(LocalDate.of(2018, 1, 1), Map.of(), List.of(certificate), List.of(), 0);
        qualifications.put(person.id(), known, 0, Caller.SYSTEM);
        if (leadDays != null) terms.put(person.id(), false, leadDays, 0, Caller.SYSTEM);
    }

    @Test
    void readsSizeDurationPeopleDisciplinesAndFieldOffThePlan() throws Exception {
        var read = facts.of(patientApp()).facts();

        assertTrue(
                read.keySet().containsAll(List.of(Question.SIZE, Question.DURATION, Question.PEOPLE, Question.FIELD)),
                read::toString);
        assertEquals(
                "software", Objects.requireNonNull(read.get(Question.FIELD)).code());
    }

    @Test
    void asksAgainWhereThePlanHasDriftedAndSaysWhy() throws Exception {
        var project = patientApp();
        var read = facts.of(project).facts();
        assessing.assess(Caller.SYSTEM, project, "Patient app", TECHNICAL);
        assertNull(controller.staffing(project).drift());

        grow(project, 120);

        var drift = controller.staffing(project).drift();
        assertNotNull(drift);
        var size = drift.facts().stream()
                .filter(each -> each.question().equals("size"))
                .findFirst()
                .orElseThrow();
        assertEquals(read.get(Question.SIZE), size.was());
        assertEquals(3, size.now().level());
        assertEquals("technicalSoftware", drift.answer());
    }

    @Test
    void tellsWhoeverAssessedItOnceThatThePlanHasDrifted() throws Exception {
        var project = patientApp();
        var author = world.actor(Role.OFFICIAL);
        var caller = new Caller(author.account(), "Friederike", null, Caller.SYSTEM.grants());
        assessing.assess(caller, project, "Patient app", TECHNICAL);
        telling.tell();
        assertEquals(0, told(author.account()));

        grow(project, 120);
        telling.tell();
        telling.tell();

        assertEquals(1, told(author.account()));
    }

    private int told(UUID account) {
        return jdbc.sql(
                        "select count(*) from outbox.notice where account = :account and letter ->> 'path' like '%/staffing'")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    @Test
    void saysNothingOfAPlanWithoutTasks() throws Exception {
        var made = http.perform(body(post("/api/projects"), "{\"name\": \"Nothing yet\", \"kind\": \"infrastructure\"}")
                        .with(world.actor(Role.ADMINISTRATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var empty = UUID.fromString(JsonPath.read(made, "$.id"));

        assertEquals(
                List.of(Question.FIELD), List.copyOf(facts.of(empty).facts().keySet()));
    }

    @Test
    void assumesWhatNobodyAnsweredAndRefusesWhatIsWrong() throws Exception {
        var official = world.actor(Role.OFFICIAL);
        http.perform(body(post("/api/assessment-previews"), "{}").with(official))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.answer").value("projectManager"))
                .andExpect(jsonPath("$.assumed").value(16));
        http.perform(body(post("/api/assessment-previews"), "{\"answers\": {\"colour\": {\"answer\": \"red\"}}}")
                        .with(official))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("invalid-value"));
        http.perform(body(post("/api/assessment-previews"), "{\"answers\": {\"size\": {\"answer\": \"huge\"}}}")
                        .with(official))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.hint", containsString("upTo30")));
        http.perform(body(post("/api/assessments"), "{\"answers\": {}}").with(official))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.values.field").value("title"));
    }

    @Test
    void letsThePublicInOnlyIfTheCompanyWantsIt() throws Exception {
        world.company();
        http.perform(get("/api/assessment-questions"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.open").value(false))
                .andExpect(jsonPath("$.company").doesNotExist())
                .andExpect(jsonPath("$.items.length()").value(16));
        http.perform(body(post("/api/assessment-previews"), "{}")).andExpect(status().is(401));

        jdbc.sql("update identity.company set public_assessment = true").update();

        http.perform(get("/api/assessment-questions"))
                .andExpect(jsonPath("$.open").value(true));
        http.perform(body(post("/api/assessment-previews"), "{}")).andExpect(status().isOk());
        assertEquals(
                0,
                jdbc.sql("select count(*) from staffing.assessment")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void slowsDownWhoHasNotSignedInAndAsksTooOften() throws Exception {
        world.company();
        jdbc.sql("update identity.company set public_assessment = true").update();
        jdbc.sql("""
                insert into identity.attempt (what, count, since, until)
                values ('assessment address 192.0.2.77', 200, '2027-02-01T07:59:00Z', '2027-02-01T08:14:00Z')
                """).update();

        http.perform(body(post("/api/assessment-previews"), "{}").with(request -> {
                    request.setRemoteAddr("192.0.2.77");
                    return request;
                }))
                .andExpect(status().is(429))
                .andExpect(jsonPath("$.code").value("too-many-requests"))
                .andExpect(jsonPath("$.values.minutes").value(14));
    }

    @Test
    void showsIdeasToTheirAuthorAndToWhoeverSeesTheCompany() throws Exception {
        var client = world.client();
        var manager = world.actor(Role.MANAGER, client, null);
        var other = world.actor(Role.MANAGER, client, null);
        var made = http.perform(body(post("/api/assessments"), "{\"title\": \"A portal\"}")
                        .with(manager))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var path = "/api/assessments/" + JsonPath.<String>read(made, "$.id");

        http.perform(get(path).with(manager)).andExpect(status().isOk());
        http.perform(get(path).with(world.actor(Role.RECRUITER))).andExpect(status().isOk());
        http.perform(get(path).with(other)).andExpect(status().isNotFound());
        http.perform(get("/api/assessments").with(other))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void isDoneOnceHoweverOftenItIsSent() throws Exception {
        var official = world.actor(Role.OFFICIAL);
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            http.perform(body(post("/api/assessments"), "{\"title\": \"Once\"}")
                            .header("Idempotency-Key", key)
                            .with(official))
                    .andExpect(status().isCreated());

        assertEquals(
                1,
                jdbc.sql("select count(*) from staffing.assessment where title = 'Once'")
                        .query(Integer.class)
                        .single());
    }

    private UUID patientApp() throws Exception {
        var plan = PlanFiles.read(
                        Path.of("../examples/harbour/patient-app.json"), new Reading(ZoneId.of("Europe/Berlin"), null))
                .plan();
        return plans.create(Caller.SYSTEM, new NewProject(null, Project.Kind.software), plan);
    }

    private void grow(UUID project, int tasks) throws Exception {
        var task = "{\"kind\": \"addTask\", \"task\": {\"name\": \"More\", \"kind\": \"duration\", \"minutes\": 60}}";
        http.perform(body(
                                post("/api/projects/" + project + "/changes"),
                                "{\"changes\": [%s]}".formatted(String.join(",", Collections.nCopies(tasks, task))))
                        .header("If-Match", "\"1\"")
                        .with(world.actor(Role.ADMINISTRATOR)))
                .andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json);
    }
}
