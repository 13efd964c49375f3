package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg; a day of Dewi's has eight hours.
@ServerTest
@Transactional
class PaceTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private Crew crew;
    private Member dewi;
    private String rack;

    @BeforeEach
    void aTask(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        crew.team(dewi);
        rack = crew.task("Rack", 2, dewi);
    }

    private void begun(String started, int left) throws Exception {
        tell(rack, begunSince(started, left));
    }

    private static String begunSince(String started, int left) {
        return "{\"state\": \"begun\", \"started\": \"%s\", \"remainingMinutes\": %d}".formatted(started, left);
    }

    private void tell(String task, String report) throws Exception {
        crew.send(dewi.actor(), "PUT", crew.at("/tasks/" + task + "/progress"), report, crew.tag());
    }

    private List<Map<String, Object>> paces() throws Exception {
        return JsonPath.read(crew.send(dewi.actor(), "GET", "/api/work", ""), "$.tasks[*].pace");
    }

    @Test
    void isBehindWhereMoreIsLikelyThanEightOfTenTake() throws Exception {
        begun("2027-01-28T08:00:00Z", 600);

        var pace = paces().getFirst();

        assertThat(pace).containsEntry("state", "behind").containsEntry("cause", "estimateLow");
        assertThat((Integer) pace.get("likely")).isEqualTo(2 * 480 + 600);
        assertThat((Integer) pace.get("most")).isBetween(960, 1500);
    }

    @Test
    void isAheadWhereLittleIsLeftAndAsForecastBetween() throws Exception {
        begun("2027-01-29T08:00:00Z", 60);
        assertThat(paces().getFirst()).containsEntry("state", "ahead").doesNotContainKey("cause");

        begun("2027-01-29T08:00:00Z", 480);
        assertThat(paces().getFirst()).containsEntry("state", "asForecast");
    }

    /// A day of a person's time at half is two of working time, and what remains is told in working time.
    @ParameterizedTest
    @CsvSource({"effort, 480", "duration, 960"})
    void countsWorkingTimeWhateverShareOfSomebodyItHas(String kind, int minutes) throws Exception {
        crew.change("""
                {"kind": "addTask", "last": true, "task": {"id": "half", "name": "Half", "kind": "%s", "minutes": %d,
                    "assignments": [{"person": "%s", "units": 50}]}}""".formatted(kind, minutes, dewi.person()));
        tell("half", begunSince("2027-01-28T08:00:00Z", 480));

        var pace = paces().getFirst();

        assertThat(pace).containsEntry("likely", 2 * 480 + 480);
        assertThat((Integer) pace.get("most")).isBetween(960, 1500);
    }

    @Test
    void isNotSaidOfWorkBesideOtherBegunWork() throws Exception {
        var stack = crew.task("Stack", 1, dewi);
        begun("2027-01-28T08:00:00Z", 600);
        tell(stack, begunSince("2027-01-29T08:00:00Z", 60));

        assertThat(paces()).isEmpty();

        tell(stack, "{\"state\": \"done\", \"started\": \"2027-01-29T08:00:00Z\"}");
        assertThat(paces())
                .as("the hours of what was done today are not apart, either")
                .isEmpty();
    }

    @Test
    void blamesNoEstimateForWhatStandsStill() throws Exception {
        begun("2027-01-26T08:00:00Z", 900);
        var need = JsonPath.<String>read(
                crew.send(dewi.actor(), "POST", crew.at("/tasks/" + rack + "/needs"), """
                        {"kind": "access", "what": "The key", "owner": "%s", "due": "2027-02-03"}""".formatted(dewi.person())),
                "$.id");
        crew.send(dewi.actor(), "PUT", "/api/needs/" + need + "/waiting", "{}");

        assertThat(paces().getFirst()).containsEntry("cause", "waitsFor");
    }

    @Test
    void seesThatWhatItBuildsUponCameOnlyAfterItWasBegun() throws Exception {
        crew.change(
                "{\"kind\": \"addTask\", \"last\": true, \"task\": {\"id\": \"floor\", \"name\": \"Floor\", \"kind\":"
                        + " \"duration\", \"minutes\": 480}}, {\"kind\": \"addLink\", \"predecessor\": \"floor\", \"successor\": \"%s\"}"
                                .formatted(rack));
        begun("2027-01-26T08:00:00Z", 900);

        assertThat(paces().getFirst()).containsEntry("cause", "handOverLate");
    }

    private void agreed(String agreement) {
        jdbc.sql("update identity.company set agreement = :agreement")
                .param("agreement", agreement)
                .update();
    }

    /// People who have nothing to do here, before all others by name and id.
    private List<Member> idle(int count) {
        return jdbc.sql("""
                insert into people.person (id, name)
                select cast(lpad(to_hex(n), 32, '0') as uuid), 'Aa ' || n from generate_series(1, :count) as n returning id
                """)
                .param("count", count)
                .query((row, _) -> new Member(row.getString("id"), dewi.actor()))
                .list();
    }

    @Test
    void isToldOfATeamOfFiveWithoutSayingWhoseItIsWhereThatIsAgreed() throws Exception {
        begun("2027-01-26T08:00:00Z", 900);
        var members = new ArrayList<>(List.of(dewi));
        for (var name : List.of("Ada", "Bram", "Chidi", "Edda")) members.add(crew.member(name, Role.WORKER));
        var team = new ArrayList<>(idle(60));
        team.addAll(members);
        crew.team(team.toArray(Member[]::new));
        var tasks = new HashMap<Member, String>();
        for (var each : members.subList(1, 5)) tasks.put(each, crew.task("Work", 2, each));
        agreed("team");
        var path = crew.at("/pace");
        assertThat(crew.<Boolean>get(dewi.actor(), path, "$.team.enough")).isFalse();
        for (var each : members.subList(1, 5))
            crew.send(
                    each.actor(),
                    "PUT",
                    crew.at("/tasks/" + tasks.get(each) + "/progress"),
                    begunSince("2027-01-29T08:00:00Z", 480),
                    crew.tag());

        var said = crew.send(dewi.actor(), "GET", path, "");

        assertThat(JsonPath.<Integer>read(said, "$.team.behind")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(said, "$.team.estimateLow")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(said, "$.team.asForecast")).isEqualTo(4);
        assertThat(said).doesNotContain(dewi.person(), "Dewi", rack);
        for (var other : List.of("off", "self")) {
            agreed(other);
            assertThat(crew.send(dewi.actor(), "GET", path, "")).isEqualTo("{}");
        }
    }

    @Test
    void isSaidOfNobodyUnlessTheWorksAgreementLetsThemSeeTheirOwn() throws Exception {
        begun("2027-01-26T08:00:00Z", 900);
        for (var agreement : List.of("off", "team")) {
            agreed(agreement);
            assertThat(paces()).isEmpty();
        }
    }

    @Test
    void isToldToNobodyElse() throws Exception {
        begun("2027-01-26T08:00:00Z", 900);

        for (var path : List.of("/api/desk", crew.at("/plan"), crew.at("/tasks/" + rack + "/work")))
            assertThat(crew.answer(crew.manager, "GET", path, "", null).getContentAsString())
                    .doesNotContain("pace");
    }
}
