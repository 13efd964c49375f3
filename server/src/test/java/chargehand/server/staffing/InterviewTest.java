package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// What is asked of an applicant, and what is noted of the answers.
@ServerTest
@Transactional
class InterviewTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CvQueue queue;

    @Autowired
    CvChecking checking;

    private Recruiting official;
    private String path = "";

    @BeforeEach
    void anApplication() throws Exception {
        official = new Recruiting(http, jdbc, world.actor(Role.OFFICIAL));
        var vacancy = official.vacancy(official.project("New storage"));
        // Letters that several issuers share, and no word of hardware.
        var application = official.application(vacancy, "Dewi Prasetya", """
                Dewi Prasetya

                EXPERIENCE
                2015 - 2024 Head of networks, Prasetya Hosting
                Budget of $2,500,000 a year.

                CERTIFICATIONS
                CPM
                """);
        path = "/api/vacancies/" + vacancy + "/applications/" + application;
    }

    @Test
    void asksWhatTheCvLeavesOpenAndTheFourSkills() throws Exception {
        checking.check(queue.claim().orElseThrow());

        var interview = path + "/interview";
        var ids = official.<List<String>>get(interview, "$.questions[*].id");
        assertTrue(ids.containsAll(List.of("criterion.certificate", "criterion.hardware")), ids::toString);
        assertTrue(!ids.contains("criterion.budget"), "met by the text");
        assertEquals(
                List.of("skill.communication", "skill.organisation", "skill.punctuality", "skill.leadingATeam"),
                ids.stream().filter(each -> each.startsWith("skill.")).toList());
        assertEquals("vetting", ids.getLast());
        assertEquals(
                List.of("unclear"), official.get(interview, "$.questions[?(@.id == 'criterion.certificate')].why"));
        assertEquals(
                List.of("CPM"), official.get(interview, "$.questions[?(@.id == 'criterion.certificate')].line.text"));
    }

    @Test
    void recordsWhoVettedAFreelancerHowAndWhen() throws Exception {
        official.post(path + "/opening", "{\"reason\": \"Interview on Monday.\"}");
        official.post(path + "/interview", """
                {"question": "vetting", "finding": "met", "note": "Passport seen, two former clients called."}""");

        var note = official.<List<java.util.Map<String, Object>>>get(
                        path + "/interview", "$.questions[?(@.id == 'vetting')].notes[0]")
                .getFirst();
        assertEquals("Passport seen, two former clients called.", note.get("note"));
        assertEquals("2027-02-01T08:00:00Z", note.get("at"));
        assertTrue(String.valueOf(note.get("author")).contains("Bram"), note::toString);
    }

    @Test
    void keepsNotesAndReferencesAsEvidenceWithTheNameOfWhoeverNotedThem() throws Exception {
        var note =
                "{\"question\": \"skill.punctuality\", \"finding\": \"met\", \"note\": \"Names three releases on the day.\"}";
        assertEquals("still-blank", official.refusal(path + "/interview", note));
        official.post(path + "/opening", "{\"reason\": \"Interview on Monday.\"}");
        for (var wrong : List.of(
                note.replace("skill.punctuality", "skill.looks"),
                note.replace("met", "5 of 7"),
                note.replace("Names three releases on the day.", " ")))
            assertEquals("invalid-value", official.refusal(path + "/interview", wrong), wrong);

        official.post(path + "/interview", note);
        official.post(
                path + "/references",
                "{\"name\": \"Bram Vale\", \"relation\": \"Led her for years\", \"said\": \"Keeps her word.\"}");

        var kept = "$.questions[?(@.id == 'skill.punctuality')].notes[0]";
        assertEquals(List.of("Names three releases on the day."), official.get(path + "/interview", kept + ".note"));
        assertTrue(official.<List<String>>get(path + "/interview", kept + ".author.name")
                .getFirst()
                .startsWith("Bram"));
        assertEquals("Keeps her word.", official.get(path + "/interview", "$.references[0].said"));
        assertEquals("invalid-value", official.refusal(path + "/references", "{\"name\": \"Bram Vale\"}"));
    }
}
