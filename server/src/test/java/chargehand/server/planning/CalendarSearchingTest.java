package chargehand.server.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Better calendars that somebody has looked for. It is Monday, 1 February 2027.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=other-people")
class CalendarSearchingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CalendarSearching searching;

    private Crew crew;
    private Crew.Member ada;

    /// Ada's second task should go first, since Bo waits for it, but it came later.
    @BeforeEach
    void plan() throws Exception {
        crew = new Crew(http, world, accounts);
        ada = crew.member("Ada", Role.WORKER);
        var bo = crew.member("Bo", Role.WORKER);
        crew.team(ada, bo);
        crew.task("Inventory", 2, ada);
        var racks = crew.task("Racks", 2, ada);
        crew.task("Servers", 5, bo, racks);
    }

    @Test
    void findsAnEarlierFinishAndNamesTheDaysLost() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/searches"), "{\"effort\": \"quick\"}");

        assertEquals("found", ended());
        Map<String, Object> found = proposal();
        assertEquals("finishes-earlier", found.get("why"));
        List<Map<String, Object>> lost = crew.get(crew.manager, crew.at("/proposals"), "$.items[0].lost");
        assertTrue(
                lost.stream()
                        .anyMatch(day -> "Inventory".equals(day.get("title"))
                                && String.valueOf(day.get("from")).startsWith("2027-02-01")),
                lost.toString());
    }

    @Test
    void whoPutsQuietFirstIsProposedNothing() throws Exception {
        crew.send(crew.manager, "PUT", crew.at("/aims"), "{\"aims\": [\"disturbance\", \"lateness\", \"finish\"]}");

        crew.send(crew.manager, "POST", crew.at("/searches"), "{}");

        assertEquals("nothing", ended());
    }

    @Test
    void whatWasInterruptedRunsAgain() throws Exception {
        jdbc.sql("""
                insert into planning.search (project, id, asked_by, asked_at, budget, tried, state)
                values (cast(:project as uuid), gen_random_uuid(), :by, now(), 500, 120, 'running')
                """)
                .param("project", crew.project)
                .param("by", crew.manager.account())
                .update();

        searching.resume();

        assertEquals("found", ended());
    }

    @Test
    void oneThatIsStoppedEndsBeforeItsBudget() throws Exception {
        for (int i = 0; i < 12; i++) crew.task("Part " + i, 1 + i % 3, ada);
        crew.send(crew.manager, "POST", crew.at("/searches"), "{\"effort\": \"thorough\"}");

        crew.send(crew.manager, "DELETE", crew.at("/searches"), "");

        ended();
        int tried = crew.get(crew.manager, crew.at("/searches"), "$.search.tried");
        int budget = crew.get(crew.manager, crew.at("/searches"), "$.search.budget");
        assertTrue(tried < budget, "%d of %d".formatted(tried, budget));
    }

    @Test
    void anOrderOfAimsNamesEachOnce() throws Exception {
        for (var wrong : List.of(
                "{}", "{\"aims\": []}", "{\"aims\": [\"finish\", \"finish\", \"lateness\"]}", "{\"aims\": [null]}"))
            assertEquals("invalid-value", crew.refusal(crew.manager, "PUT", crew.at("/aims"), wrong, null));
    }

    private Map<String, Object> proposal() throws Exception {
        return crew.<List<Map<String, Object>>>get(crew.manager, crew.at("/proposals"), "$.items")
                .getFirst();
    }

    /// How it ended.
    private String ended() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            String state = crew.get(crew.manager, crew.at("/searches"), "$.search.state");
            if (!state.equals("waiting") && !state.equals("running")) return state;
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("It never ended.");
    }
}
