package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// What applicants are owed: an explanation, everything that is held, and to be forgotten. Today is 1 February 2027.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=forgetting")
class ForgettingTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Forgetting forgetting;

    @Autowired
    CandidateDeeds deeds;

    private Recruiting official;
    private String vacancy = "";

    @BeforeEach
    void aVacancy() throws Exception {
        official = new Recruiting(http, jdbc, world.actor(Role.OFFICIAL));
        vacancy = official.vacancy(official.project("New storage"));
    }

    @Test
    void leavesNoTableThatHoldsTheName() throws Exception {
        var path = known("Quillfeather");
        assertTrue(tablesWith("Quillfeather").contains("staffing.application"), "else this would show nothing");
        assertTrue(tablesWith("Quillfeather").contains("documents.document"), "the file, byte for byte");

        official.send("DELETE", path, "", null);

        assertEquals(List.of(), tablesWith("Quillfeather"));
        assertEquals(404, official.answer("GET", path, "", null).getStatus());
    }

    @Test
    void sealsWhatTheRecordOfDeedsSaysWithAKeyThatGoesWithTheApplicant() throws Exception {
        var path = known("Ravensworth");
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var recorded = "select detail from audit.entry where noun = 'application' and id = :id order by seq";
        var details = jdbc.sql(recorded).param("id", id).query(String.class).list();
        assertTrue(details.stream().noneMatch(each -> each.contains("Ravensworth")), details::toString);
        assertTrue(
                deeds.of(id).stream()
                        .anyMatch(each -> String.valueOf(each.detail()).contains("Call Ravensworth")),
                "legible as long as it is held");

        official.send("DELETE", path, "", null);

        assertEquals(
                details, jdbc.sql(recorded).param("id", id).query(String.class).list(), "the record stays");
        assertEquals(
                0,
                jdbc.sql("select count(*) from staffing.candidate_key where application = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single());
        var administrator = new Recruiting(http, jdbc, world.actor(Role.ADMINISTRATOR));
        assertEquals(true, administrator.<Boolean>get("/api/audit/verification", "$.intact"));
    }

    @Test
    void runsDownMonthsAfterTheVacancyIsOver() throws Exception {
        var due = known("Thistlewood");
        jdbc.sql("update staffing.vacancy set valid_until = '2026-07-31' where id = cast(:id as uuid)")
                .param("id", vacancy)
                .update();
        jdbc.sql("update staffing.application set at = '2026-07-01' where name = 'Ada Thistlewood'")
                .update();
        assertEquals("2027-01-31", official.get(due, "$.keptUntil"));
        aVacancy();
        var kept = known("Underhill");
        jdbc.sql("update staffing.vacancy set valid_until = '2026-08-01' where id = cast(:id as uuid)")
                .param("id", vacancy)
                .update();
        jdbc.sql("update staffing.application set at = '2026-07-01' where name = 'Ada Underhill'")
                .update();

        forgetting.run();

        assertEquals(404, official.answer("GET", due, "", null).getStatus());
        assertEquals(List.of(), tablesWith("Thistlewood"));
        assertEquals("2027-02-01", official.get(kept, "$.keptUntil"), "today is the last day");
    }

    @Test
    void givesAPageOfTheirOwnToWhoeverDidNotApplyThemselves() throws Exception {
        var applications = "/api/vacancies/" + vacancy + "/applications";
        var id = JsonPath.<String>read(official.post(applications + "/noted", """
                        {"name": "Ada Wintergreen", "text": "EXPERIENCE\\n2015 - 2024 Infrastructure manager, Wharf"}"""), "$.application.id");
        var path = applications + "/" + id;
        assertEquals("still-blank", official.refusal(path + "/own-page", "{}"));
        official.post(path + "/opening", "{\"reason\": \"Talk on Monday.\"}");
        var first = JsonPath.<String>read(official.post(path + "/own-page", "{}"), "$.address");
        var second = JsonPath.<String>read(official.post(path + "/own-page", "{}"), "$.address");

        assertEquals(404, official.answer("GET", first, "", null).getStatus(), "the earlier address has ended");
        var page = official.answer("GET", second, "", null);

        assertEquals(200, page.getStatus());
        assertTrue(page.getContentAsString(StandardCharsets.UTF_8).contains("Wintergreen"));
    }

    @Test
    void refusesToNoteACandidateOfWhomNothingIsKnown() throws Exception {
        var noted = "/api/vacancies/" + vacancy + "/applications/noted";

        assertEquals("invalid-value", official.refusal(noted, "{\"name\": \"Ada Wintergreen\", \"text\": \" \"}"));
        assertEquals("invalid-value", official.refusal(noted, "{\"name\": \"\", \"text\": \"Led a move.\"}"));
    }

    @Test
    void explainsInTheLanguageOfTheVacancyWhatWasFoundAndDecidedByWhom() throws Exception {
        var letter = official.<String>get(known("Vickers") + "/letter", "$.text");

        for (var part : List.of(
                "Dear Ada Vickers,",
                "“Technical project manager for infrastructure, Storage”",
                "profile infrastructure, version 1",
                "a management certificate. Met, by the line: “Project Management Professional (PMP), PMI”",
                "Vickers names three releases",
                "invited",
                "Vickers has led such projects.",
                "is deleted after 15 September 2027",
                "write to jobs@harbour.example")) assertTrue(letter.contains(part), part + "\n" + letter);
        assertTrue(!letter.contains("{"), letter);

        jdbc.sql("update staffing.vacancy set language = 'de' where id = cast(:id as uuid)")
                .param("id", vacancy)
                .update();
        var german =
                official.<String>get("/api/vacancies/" + vacancy + "/applications/" + only() + "/letter", "$.text");
        assertTrue(german.contains("Guten Tag Ada Vickers,") && german.contains("15. September 2027"), german);
        assertTrue(german.contains("Muss: Erfahrung mit Budgets von mindestens 1.000.000 USD."), german);
        assertTrue(!german.contains("{"), german);
    }

    @Test
    void handsOutEverythingThatIsHeldTheFileIncluded() throws Exception {
        var export = official.send("GET", known("Wetherby") + "/export", "", null);

        assertEquals("Ada Wetherby", JsonPath.read(export, "$.application.name"));
        var file = Base64.getDecoder().decode(JsonPath.<String>read(export, "$.file.base64"));
        assertTrue(new String(file, StandardCharsets.UTF_8).contains("Wharf Hosting"));
        assertEquals(
                "met",
                JsonPath.<List<String>>read(export, "$.cv.criteria[?(@.id == 'certificate')].finding")
                        .getFirst());
        assertEquals(List.of("bachelor"), JsonPath.read(export, "$.cv.degrees[*].level"));
        assertEquals(List.of(2_500_000), JsonPath.read(export, "$.cv.budgets[*].units"));
        assertEquals("Keeps her word.", JsonPath.read(export, "$.interview.references[0].said"));
        assertEquals("Wetherby has led such projects.", JsonPath.read(export, "$.decisions[0].reason"));
        assertEquals(
                List.of("application-opened", "interview-noted", "reference-noted", "application-decided"),
                JsonPath.read(export, "$.deeds[*].action"));
    }

    private String only() {
        return jdbc.sql("select cast(id as text) from staffing.application where vacancy = cast(:vacancy as uuid)")
                .param("vacancy", vacancy)
                .query(String.class)
                .single();
    }

    /// Somebody of whom much is known: a CV, an interview, a reference, a decision, each with their name.
    private String known(String name) throws Exception {
        var id = official.application(vacancy, "Ada " + name, Recruiting.CV.replace("Dewi Prasetya", "Ada " + name));
        var list = "/api/vacancies/" + vacancy + "/applications";
        long until = System.nanoTime() + 60_000_000_000L;
        while (official.<Integer>get(list, "$.waiting") > 0 && System.nanoTime() < until)
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        var path = list + "/" + id;
        official.post(path + "/opening", "{\"reason\": \"Call %s.\"}".formatted(name));
        official.post(path + "/interview", """
                {"question": "skill.punctuality", "finding": "met", "note": "%s names three releases."}""".formatted(name));
        official.post(path + "/references", """
                {"name": "Bram", "relation": "Led Ada %s for years", "said": "Keeps her word."}""".formatted(name));
        official.post(path + "/decisions", """
                {"state": "interview", "reason": "%s has led such projects."}""".formatted(name));
        return path;
    }

    /// Every table of every module, every column, as text and byte for byte.
    private List<String> tablesWith(String name) {
        var found = new ArrayList<String>();
        var tables = jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                order by 1
                """).query(String.class).list();
        var hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        for (var table : tables) {
            int rows = jdbc.sql("select count(*) from %s t where t::text ilike :name or t::text ilike :hex"
                            .formatted(table))
                    .param("name", "%" + name + "%")
                    .param("hex", "%" + hex + "%")
                    .query(Integer.class)
                    .single();
            if (rows > 0) found.add(table);
        }
        return found;
    }
}
