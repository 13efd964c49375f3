package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class NeedTest {
    @Autowired
    MockMvc http;

    private Crew crew;
    private Member dewi;
    private Member bram;
    private String rack;
    private String cable;

    @BeforeEach
    void aTaskThatOthersWaitFor(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        crew.team(dewi, bram);
        rack = crew.task("Rack", 1, dewi);
        cable = crew.task("Cable", 1, dewi, rack);
    }

    private String need(String task, String more) throws Exception {
        return JsonPath.read(
                crew.send(
                        dewi.actor(),
                        "POST",
                        crew.at("/tasks/" + task + "/needs"),
                        "{\"kind\": \"access\", \"what\": \"Key to the room\"%s}".formatted(more)),
                "$.id");
    }

    private List<String> findings() throws Exception {
        return crew.<List<String>>get(crew.manager, crew.at("/plan"), "$.findings[*].code").stream()
                .filter(each -> each.startsWith("need-"))
                .toList();
    }

    @Test
    void oneThatNobodySeesToIsAFindingAtOnce() throws Exception {
        var before = crew.tag();
        need(cable, "");

        assertThat(findings()).containsExactly("need-unowned");
        assertThat(crew.tag()).as("whoever has the plan open reads it again").isNotEqualTo(before);
    }

    @Test
    void oneThatComesAfterItsTaskBeginsIsAFindingAndOneInTimeIsNot() throws Exception {
        need(cable, ", \"owner\": \"%s\", \"due\": \"2027-02-02\"".formatted(bram.person()));
        assertThat(findings()).isEmpty();

        need(cable, ", \"owner\": \"%s\", \"due\": \"2027-02-04\"".formatted(bram.person()));
        assertThat(findings()).containsExactly("need-late");
    }

    @Test
    void oneWhoseDayIsOverIsAFindingUntilItIsMet() throws Exception {
        var id = need(rack, ", \"owner\": \"%s\", \"due\": \"2027-01-29\"".formatted(bram.person()));
        assertThat(findings()).containsExactly("need-overdue");

        close(bram.actor(), id);
        assertThat(findings()).isEmpty();
    }

    private void close(Actor actor, String need) throws Exception {
        crew.send(actor, "POST", "/api/needs/" + need + "/closure", "{\"state\": \"met\", \"note\": \"At the gate\"}");
    }

    @Test
    void isWorkForWhoeverSeesToIt() throws Exception {
        need(cable, ", \"owner\": \"%s\", \"due\": \"2027-02-02\"".formatted(bram.person()));

        List<String> owned = crew.get(bram.actor(), "/api/work", "$.needs[*].what");
        List<String> waits = crew.get(dewi.actor(), "/api/work", "$.tasks[1].waitsFor[*].what");
        List<String> own = crew.get(dewi.actor(), "/api/work", "$.needs[*].what");

        assertThat(owned).containsExactly("Key to the room");
        assertThat(waits).containsExactly("Key to the room");
        assertThat(own).isEmpty();
    }

    @Test
    void whoSeesToItMaySayAnotherDayAndNothingElse() throws Exception {
        var id = need(cable, ", \"owner\": \"%s\", \"due\": \"2027-02-02\"".formatted(bram.person()));
        var later = "{\"kind\": \"access\", \"what\": \"%s\", \"owner\": \"%s\", \"due\": \"2027-02-03\"}";
        var path = "/api/needs/" + id;

        assertThat(crew.refusal(bram.actor(), "PUT", path, later.formatted("Nothing", bram.person()), "\"1\""))
                .isEqualTo("forbidden");
        crew.send(bram.actor(), "PUT", path, later.formatted("Key to the room", bram.person()), "\"1\"");
        assertThat(crew.<String>get(dewi.actor(), path, "$.due")).isEqualTo("2027-02-03");
        assertThat(crew.refusal(bram.actor(), "PUT", path, later.formatted("Key to the room", bram.person()), "\"1\""))
                .isEqualTo("changed-meanwhile");
    }

    @Test
    void aTaskThatStandsStillIsHeldUntilItsDayAndLetGoWhenItIsMet() throws Exception {
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"notBefore": "2027-02-02T07:00:00Z"}}""".formatted(cable));
        var id = need(cable, ", \"owner\": \"%s\", \"due\": \"2027-02-04\"".formatted(bram.person()));
        String planned = crew.planned(cable, "start");

        crew.send(dewi.actor(), "PUT", "/api/needs/" + id + "/waiting", "{}");
        assertThat(crew.<String>planned(cable, "start")).startsWith("2027-02-04");

        close(bram.actor(), id);
        assertThat(crew.<String>planned(cable, "start")).isEqualTo(planned);
        assertThat(crew.<String>planned(cable, "notBefore")).isEqualTo("2027-02-02T07:00:00Z");
    }

    @Test
    void standsStillSinceItWasToldToALaterServer() throws Exception {
        var path = "/api/needs/" + need(cable, "");
        var since = "{\"since\": \"%s\"}";
        String asked = crew.get(dewi.actor(), path, "$.asked.at");
        var minute = Instant.parse(asked).truncatedTo(ChronoUnit.MINUTES).toString();

        assertThat(crew.refusal(dewi.actor(), "PUT", path + "/waiting", since.formatted("2999-01-01T00:00:00Z"), null))
                .isEqualTo("invalid-value");
        assertThat(crew.refusal(dewi.actor(), "PUT", path + "/waiting", since.formatted("1999-01-01T00:00:00Z"), null))
                .isEqualTo("invalid-value");
        crew.send(dewi.actor(), "PUT", path + "/waiting", since.formatted(minute));

        assertThat(crew.<String>get(dewi.actor(), path, "$.waitingSince")).isEqualTo(minute);
    }

    @Test
    void aDeviceSomeMinutesFastMeansNow() throws Exception {
        var path = "/api/needs/" + need(cable, "");
        var asked = Instant.parse(crew.get(dewi.actor(), path, "$.asked.at"));

        crew.send(dewi.actor(), "PUT", path + "/waiting", "{\"since\": \"%s\"}".formatted(asked.plusSeconds(9 * 60)));

        assertThat(Instant.parse(crew.get(dewi.actor(), path, "$.waitingSince")))
                .isBetween(asked, asked.plusSeconds(5 * 60));
    }

    @Test
    void goingOnThatWasToldEarlierLeavesWhatWaitsSinceLater() throws Exception {
        var path = "/api/needs/" + need(cable, "") + "/waiting";
        crew.send(dewi.actor(), "PUT", path, "{}");
        String since = crew.get(dewi.actor(), path.replace("/waiting", ""), "$.waitingSince");
        var minute = Instant.parse(since).truncatedTo(ChronoUnit.MINUTES);

        crew.send(dewi.actor(), "DELETE", path + "?at=" + minute.minusSeconds(60), "");
        assertThat(crew.<String>get(dewi.actor(), path.replace("/waiting", ""), "$.waitingSince"))
                .isEqualTo(since);

        var going = crew.send(dewi.actor(), "DELETE", path + "?at=" + minute, "");
        assertThat(JsonPath.<java.util.Map<String, Object>>read(going, "$")).doesNotContainKey("waitingSince");
    }

    @Test
    void aHoldThatSomebodyHasChangedStaysAsTheyWantIt() throws Exception {
        var id = need(cable, ", \"owner\": \"%s\", \"due\": \"2027-02-04\"".formatted(bram.person()));
        crew.send(dewi.actor(), "PUT", "/api/needs/" + id + "/waiting", "{}");
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"notBefore": "2027-02-08T08:00:00Z"}}""".formatted(cable));

        close(bram.actor(), id);

        assertThat(crew.<String>planned(cable, "start")).startsWith("2027-02-08");
    }

    @Test
    void theClientMeetsWhatIsAskedOfTheClient() throws Exception {
        var id = need(cable, ", \"ofClient\": true, \"due\": \"2027-02-02\"");
        var client = crew.ofClient();

        assertThat(crew.<String>get(client, "/api/needs/" + id, "$.what")).isEqualTo("Key to the room");
        assertThat(crew.refusal(client, "PUT", "/api/needs/" + id + "/waiting", "{}", null))
                .isEqualTo("forbidden");
        close(client, id);
        assertThat(crew.<String>get(dewi.actor(), "/api/needs/" + id, "$.state"))
                .isEqualTo("met");
    }

    @Test
    void isNothingForOthers(@Autowired TestWorld world) throws Exception {
        var id = need(cable, ", \"owner\": \"%s\"".formatted(bram.person()));
        var stranger = world.actor(Role.CLIENT, world.client(), null);
        var ofThisClient = crew.ofClient();

        for (var actor : List.of(stranger, ofThisClient))
            assertThat(crew.refusal(actor, "GET", "/api/needs/" + id, "", null)).isEqualTo("not-found");
    }

    @Test
    void whatCantBeIsRefused() throws Exception {
        var path = crew.at("/tasks/" + cable + "/needs");
        for (var body : List.of(
                "{}",
                "{\"kind\": \"access\", \"what\": \" \\u200b \"}",
                "{\"kind\": \"access\", \"what\": \"%s\"}".formatted("x".repeat(301)),
                "{\"kind\": \"access\", \"what\": \"Key\", \"due\": \"9999-01-01\"}",
                "{\"kind\": \"access\", \"what\": \"Key\", \"owner\": \"%s\"}".formatted(crew.project),
                "{\"kind\": \"access\", \"what\": \"Key\", \"ofClient\": true, \"owner\": \"%s\"}"
                        .formatted(bram.person())))
            assertThat(crew.refusal(dewi.actor(), "POST", path, body, null))
                    .as(body)
                    .isEqualTo("invalid-value");
        var id = need(cable, "");
        close(dewi.actor(), id);
        assertThat(crew.refusal(dewi.actor(), "PUT", "/api/needs/" + id + "/waiting", "{}", null))
                .isEqualTo("need-closed");
    }
}
