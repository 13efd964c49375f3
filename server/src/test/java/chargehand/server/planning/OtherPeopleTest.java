package chargehand.server.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// People become other than a calendar was made for, seen in the background. It is Monday, 1 February 2027.
@ServerTest
@TestPropertySource(properties = "chargehand.test-world=other-people")
class OtherPeopleTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void whatTouchedNothingIsSaidOnceATaskComesToLieInIt(
            @Autowired MockMvc http,
            @Autowired TestWorld world,
            @Autowired Accounts accounts,
            @Autowired JdbcClient jdbc)
            throws Exception {
        var crew = new Crew(http, world, accounts);
        var ada = crew.member("Ada", Role.WORKER);
        crew.team(ada);
        crew.task("Rack", 1, ada);
        // As the plan has it that was told of an absence when nothing lay in it: nothing more is told.
        jdbc.sql("""
                insert into people.absence (id, person, from_day, to_day, kind)
                values (gen_random_uuid(), cast(:person as uuid), date '2027-02-08', date '2027-02-12', 'leave')
                """).param("person", ada.person()).update();
        assertEquals(List.of(), crew.get(crew.manager, crew.at("/proposals"), "$.items"));

        var stack = crew.task("Stack", 2, ada);
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"notBefore": "2027-02-09T08:00:00Z"}}""".formatted(stack));

        assertEquals(List.of("facts"), proposed(crew));
    }

    private static List<String> proposed(Crew crew) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        var kinds = List.<String>of();
        while (kinds.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
            kinds = crew.get(crew.manager, crew.at("/proposals"), "$.items[?(@.kind == 'facts')].kind");
        }
        return kinds;
    }
}
