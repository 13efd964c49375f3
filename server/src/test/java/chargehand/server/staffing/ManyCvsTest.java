package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.documents.Documents;
import chargehand.server.identity.Role;
import chargehand.server.outbox.LiveEvents;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/// Many files at once, good ones and others, read in the background.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=many-cvs")
class ManyCvsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CvChecking checking;

    @Autowired
    CvQueue queue;

    @Autowired
    Vacancies vacancies;

    @Autowired
    Documents documents;

    @Autowired
    CompanyProfiles profiles;

    @Autowired
    LiveEvents live;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private Actor actor;
    private Recruiting official;
    private String vacancy = "";

    @BeforeEach
    void aVacancy() throws Exception {
        actor = world.actor(Role.OFFICIAL);
        official = new Recruiting(http, jdbc, actor);
        vacancy = official.vacancy(official.project("New storage"));
    }

    @Test
    void worksThroughAllOfThemWhateverTheyAre() throws Exception {
        var uploaded = upload(Map.of(
                "good.txt", Recruiting.CV.getBytes(StandardCharsets.UTF_8),
                "empty.pdf", new byte[0],
                "broken.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8),
                "program.exe", new byte[] {77, 90, 0, 1},
                "huge.txt", new byte[Documents.MOST_BYTES + 1]));

        assertEquals(4, JsonPath.<Integer>read(uploaded, "$.taken"));
        assertEquals(List.of("huge.txt"), JsonPath.read(uploaded, "$.refused[*].name"));
        settled();
        var path = "/api/vacancies/" + vacancy + "/applications";
        assertEquals(List.of(1, 2, 3, 4), official.get(path, "$.items[*].number"));
        assertEquals(
                1,
                official.<List<String>>get(path, "$.items[?(@.cv == 'read')]").size());
        assertEquals(
                1,
                official.<List<String>>get(path, "$.items[?(@.cv == 'empty')]").size());
        assertEquals(
                2,
                official.<List<String>>get(path, "$.items[?(@.cv == 'broken')]").size());
        for (var id : official.<List<String>>get(path, "$.items[?(@.cv == 'broken')].id")) {
            assertTrue(!official.<String>get(path + "/" + id, "$.cv.reason").isBlank(), "why it could not be read");
            official.post(path + "/" + id + "/opening", "{\"reason\": \"To look at the file.\"}");
            assertEquals(
                    200,
                    official.answer("GET", path + "/" + id + "/file", "", null).getStatus(),
                    "it is kept");
        }
    }

    @Test
    void goesOnWithWhatAServerThatWasEndedHadNotComeTo() throws Exception {
        upload(Map.of("good.txt", Recruiting.CV.getBytes(StandardCharsets.UTF_8)));
        settled();
        // As a server leaves it that is ended while it reads: claimed, and long ago.
        jdbc.sql("""
                update staffing.application set checked = null, cv = null, cv_state = null,
                    claimed = timestamp '2027-01-31 08:00' at time zone 'UTC'
                where vacancy = cast(:vacancy as uuid)
                """).param("vacancy", vacancy).update();

        checking.goOn();

        settled();
        assertEquals(List.of("read"), official.get("/api/vacancies/" + vacancy + "/applications", "$.items[*].cv"));
    }

    @Test
    void leavesNothingClaimedWhenItStops() throws Exception {
        upload(Map.of("good.txt", Recruiting.CV.getBytes(StandardCharsets.UTF_8)));
        settled();
        for (int i = 0; i < 4; i++) {
            jdbc.sql("""
                    update staffing.application set checked = null, cv_state = null, claimed = null
                    where vacancy = cast(:vacancy as uuid)
                    """).param("vacancy", vacancy).update();
            var another = new CvChecking(queue, vacancies, documents, profiles, live, transactions, clock);
            another.goOn();
            // Before, while, or after the CV is claimed and read.
            LockSupport.parkNanos(i * 20_000_000L);
            another.stop();
            assertEquals(
                    0,
                    jdbc.sql("""
                    select count(*) from staffing.application
                    where checked is null and claimed is not null and vacancy = cast(:vacancy as uuid)
                    """).param("vacancy", vacancy).query(Integer.class).single());
        }
        checking.goOn();
        settled();
    }

    @Test
    void leavesAloneWhatAnotherServerWorksOn() throws Exception {
        upload(Map.of("good.txt", Recruiting.CV.getBytes(StandardCharsets.UTF_8)));
        settled();
        jdbc.sql("""
                update staffing.application set checked = null, cv_state = null,
                    claimed = timestamp '2027-02-01 07:59' at time zone 'UTC'
                where vacancy = cast(:vacancy as uuid)
                """).param("vacancy", vacancy).update();

        assertTrue(new CvQueue(
                        jdbc,
                        new tools.jackson.databind.json.JsonMapper(),
                        java.time.Clock.fixed(
                                java.time.Instant.parse("2027-02-01T08:00:00Z"), java.time.ZoneOffset.UTC))
                .claim()
                .isEmpty());
        jdbc.sql("update staffing.application set checked = now() where checked is null")
                .update();
    }

    @Test
    void blanksANameThatNobodyGaveAndTakesItOnceItIsRead() throws Exception {
        upload(Map.of(
                "Dewi Prasetya CV.txt", (Recruiting.CV + "Prasetya led the move.").getBytes(StandardCharsets.UTF_8)));
        settled();
        var path = "/api/vacancies/" + vacancy + "/applications";
        var one = path + "/" + official.<List<String>>get(path, "$.items[*].id").getFirst();

        var blank = official.send("GET", one, "", null);
        for (var secret : List.of("Dewi", "Prasetya", "May 1988", "dewi@")) assertTrue(!blank.contains(secret), blank);
        assertEquals(
                409,
                official.answer("PUT", one + "/applicant", "{\"name\": \"Dewi\"}", null)
                        .getStatus());

        official.post(one + "/opening", "{\"reason\": \"To call her.\"}");
        official.send("PUT", one + "/applicant", "{\"name\": \"Dewi Prasetya\", \"email\": \"\"}", null);
        assertEquals("Dewi Prasetya", official.get(one, "$.application.name"));
        assertEquals("Dewi Prasetya CV.txt", official.get(one, "$.application.file"));
    }

    @Test
    void findsByCriterionFieldCertificateAndStateAndDecidesForAll() throws Exception {
        upload(Map.of(
                "good.txt", Recruiting.CV.getBytes(StandardCharsets.UTF_8),
                "other.txt",
                        "Someone Else\n\nEXPERIENCE\n2020 - 2022 Baker, Quay Bakery".getBytes(StandardCharsets.UTF_8)));
        settled();

        var all = "/api/applications?vacancy=" + vacancy;
        assertEquals(2, official.<Integer>get(all, "$.total"));
        for (var one : List.of(
                "&criterion=certificate&finding=met",
                "&field=infrastructure",
                "&certificate=pmp",
                "&criterion=budget&finding=met")) assertEquals(1, official.<Integer>get(all + one, "$.total"), one);
        assertEquals(0, official.<Integer>get(all + "&state=declined", "$.total"));
        assertTrue(official.<List<String>>get(all, "$.criteria[*].id").contains("hardware"));

        var met = official.<List<String>>get(
                all + "&criterion=certificate&finding=notFound", "$.items[*].application.id");
        var body = """
                {"state": "declined", "reason": "No experience with hardware.",
                 "applications": [{"vacancy": "%s", "application": "%s"}]}""".formatted(vacancy, met.getFirst());
        official.post("/api/application-decisions", body);
        assertEquals(1, official.<Integer>get(all + "&state=declined", "$.total"));
        var decided = official.<List<String>>get(
                "/api/vacancies/" + vacancy + "/applications/" + met.getFirst(), "$.decisions[*].reason");
        assertEquals(List.of("No experience with hardware."), decided);
        assertEquals(
                "invalid-value",
                official.refusal("/api/application-decisions", body.replace("No experience with hardware.", " ")));

        var stranger = new Recruiting(http, jdbc, world.actor(Role.MANAGER, world.client(), null));
        assertEquals(0, stranger.<Integer>get(all, "$.total"));
        assertEquals("not-found", stranger.refusal("/api/application-decisions", body));
    }

    private String upload(Map<String, byte[]> files) throws Exception {
        var request = MockMvcRequestBuilders.multipart("/api/vacancies/" + vacancy + "/applications");
        files.forEach((name, bytes) -> request.file(new MockMultipartFile("file", name, null, bytes)));
        var answer = http.perform(request.with(actor)).andReturn().getResponse();
        assertEquals(200, answer.getStatus(), answer.getContentAsString());
        return answer.getContentAsString();
    }

    /// Until nothing waits any more; asked for, as a page would.
    private void settled() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (official.<Integer>get("/api/vacancies/" + vacancy + "/applications", "$.waiting") > 0) {
            if (System.nanoTime() > until) throw new AssertionError("CVs still wait to be checked.");
            LockSupport.parkNanos(50_000_000);
        }
    }
}
