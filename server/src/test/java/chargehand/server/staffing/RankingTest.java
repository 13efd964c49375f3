package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// An order of applicants, on request.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=hiring")
class RankingTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void putsTheFirstCriterionBeforeAllOthersAndShowsTies() {
        var placed = RankingOrder.placed(List.of(
                one(1, "met", "notMet", "notMet"),
                one(2, "notFound", "met", "met"),
                one(3, "met", "notMet", "notMet"),
                one(4, "notMet", "met", "met"),
                one(5, "met", "unclear", "met")));

        assertEquals(
                List.of("1 tied 1", "1 tied 3", "3 2", "4 4"),
                placed.stream()
                        .map(each -> "%d%s %d"
                                .formatted(
                                        each.place(),
                                        each.tied() ? " tied" : "",
                                        each.application().number()))
                        .toList());
    }

    @Test
    void keepsWhatIsUnclearApartWithThePlacesThatItCouldHave() {
        var apart = RankingOrder.apart(List.of(
                one(1, "met", "met"), one(2, "met", "notFound"), one(3, "notMet", "met"), one(4, "met", "unclear")));

        assertEquals(1, apart.size());
        assertEquals(4, apart.getFirst().application().number());
        assertEquals(1, apart.getFirst().best());
        assertEquals(3, apart.getFirst().worst());
    }

    private static RankingOrder.One one(int number, String... findings) {
        var application = new Application(
                new UUID(0, number),
                new UUID(1, 0),
                number,
                null,
                null,
                null,
                null,
                "applied",
                "received",
                "read",
                null,
                Instant.EPOCH);
        var evidence = new ArrayList<Ranking.Evidence>();
        for (int i = 0; i < findings.length; i++)
            evidence.add(new Ranking.Evidence("criterion" + i, findings[i], null, null, null));
        return new RankingOrder.One(application, evidence);
    }

    @Test
    void isRecordedStaysBlankCountsMustsFirstAndChangesNoState() throws Exception {
        var official = new Recruiting(http, jdbc, world.actor(Role.OFFICIAL));
        var vacancy = official.vacancy(official.project("Ranked storage"));
        official.application(vacancy, "Kiri Tau", "Kiri Tau\n\nEXPERIENCE\n2019 - 2020 Baker, Crumb\n");
        var dewi = official.application(vacancy, "Dewi Stone", Recruiting.CV);
        official.application(vacancy, "Lars Poe", Recruiting.CV);
        var list = "/api/vacancies/" + vacancy + "/applications";
        long until = System.nanoTime() + 60_000_000_000L;
        while (official.<Integer>get(list, "$.waiting") > 0 && System.nanoTime() < until)
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        var rankings = "/api/vacancies/" + vacancy + "/rankings";
        assertEquals(List.of(), official.get(rankings, "$.items"));
        for (var wrong : List.of(
                "{}", "{\"criteria\": []}", "{\"criteria\": [\"age\"]}", "{\"criteria\": [\"budget\", \"budget\"]}"))
            assertEquals("invalid-value", official.refusal(rankings, wrong), wrong);

        var ranking = official.post(rankings, "{\"criteria\": [\"certificate\", \"budget\"]}");

        assertEquals(List.of("budget", "certificate"), JsonPath.read(ranking, "$.criteria[*].id"), "the must first");
        assertEquals(List.of(1, 1, 3), JsonPath.read(ranking, "$.placed[*].place"));
        assertEquals(List.of(2, 3, 1), JsonPath.read(ranking, "$.placed[*].application.number"));
        assertEquals(List.of(true, true, false), JsonPath.read(ranking, "$.placed[*].tied"));
        assertFalse(ranking.contains("Dewi") || ranking.contains("Kiri"), ranking);
        assertTrue(ranking.contains("budget of $2,500,000 a year"), ranking);
        assertEquals(
                List.of("received", "received", "received"), official.get(list, "$.items[*].state"), "of all three");
        var id = JsonPath.<String>read(ranking, "$.asked.id");
        assertEquals(List.of(id), official.get(rankings, "$.items[*].id"));
        assertEquals(
                1,
                jdbc.sql("select count(*) from audit.entry where action = 'ranking-asked' and detail like :by")
                        .param("by", "%budget%")
                        .query(Integer.class)
                        .single());
        assertEquals("not-found", official.refusal("/api/vacancies/" + UUID.randomUUID() + "/rankings", "{}"));

        official.decide(list + "/" + dewi, "declined");

        assertEquals(List.of(id), official.get(list + "/" + dewi + "/export", "$.rankings[*].id"));
        assertEquals(List.of(3, 1), official.get(rankings + "/" + id, "$.placed[*].application.number"));
    }
}
