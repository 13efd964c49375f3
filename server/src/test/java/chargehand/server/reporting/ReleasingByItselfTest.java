package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.forecasting.Forecasting;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class ReleasingByItselfTest {
    private static final String PROMISE = """
            {"kind": "setTask", "task": "%s", "set": {"deadline": {"by": "%s", "promisedTo": "Hafen"}}}""";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReleasingByItself releasing;

    @Autowired
    Forecasting forecasting;

    private Crew crew;
    private Member ada;
    private Actor client;
    private String rack = "";

    @BeforeEach
    void aProjectOfWhichTheClientWasNeverTold(@Autowired TestWorld world, @Autowired Accounts accounts)
            throws Exception {
        crew = new Crew(http, world, accounts);
        ada = crew.member("Ada", Role.WORKER);
        client = crew.ofClient();
        crew.team(ada);
        rack = crew.task("Rack", 1, ada);
        crew.send(
                crew.manager,
                "PUT",
                crew.at("/accountable"),
                "{\"manager\": {\"account\": \"%s\"}}".formatted(crew.manager.account()));
    }

    private void choose(boolean on) throws Exception {
        crew.send(
                crew.manager,
                "PUT",
                crew.at("/updates/by-itself"),
                "{\"audience\": \"client\", \"on\": %s}".formatted(on));
    }

    private String drafted(String summary) throws Exception {
        var draft = crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        var id = JsonPath.<String>read(draft, "$.id");
        crew.send(
                crew.manager,
                "PUT",
                crew.at("/updates/" + id),
                "{\"summary\": \"%s\", \"why\": \"\", \"doing\": \"\"}".formatted(summary),
                "\"%d\"".formatted(JsonPath.<Integer>read(draft, "$.version")));
        ago("made_at", "1 hour");
        ago("written_at", "1 hour");
        return id;
    }

    /// What the clock does not do.
    private void ago(String column, String interval) {
        jdbc.sql("update reporting.update set %1$s = %1$s - cast(:interval as interval)".formatted(column))
                .param("interval", interval)
                .update();
    }

    private void reckon() {
        forecasting.now(List.of(), List.of(UUID.fromString(crew.project)));
    }

    private List<Object> told() throws Exception {
        return crew.get(client, "/api/portal", "$.projects[*].update.by");
    }

    private List<String> doubts() throws Exception {
        List<String> doubts = crew.get(
                crew.manager,
                "/api/desk",
                "$.release[?(@.project == '%s')].byItself.doubts[*].kind".formatted(crew.project));
        List<String> onPage = crew.get(
                crew.manager, crew.at("/updates/by-itself"), "$.items[?(@.audience == 'client')].doubts[*].kind");
        assertThat(onPage).isEqualTo(doubts);
        return doubts;
    }

    private List<String> heard() throws Exception {
        return crew.get(crew.manager, "/api/notices", "$.items[*].letter.subject");
    }

    @Test
    void nothingGoesOutUntilSomebodySwitchesThatOn() throws Exception {
        drafted("All goes well.");
        releasing.release();
        assertThat(told()).isEmpty();

        choose(true);
        choose(false);
        releasing.release();
        assertThat(told()).isEmpty();

        choose(true);
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");
        assertThat(crew.<List<String>>get(client, "/api/portal", "$.projects[*].update.switchedOn"))
                .hasSize(1);
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates"), "$.items[*].released.switchedOn.at"))
                .containsExactly("2027-02-01T08:00:00Z");
        assertThat(heard()).contains("The update of Move was released by itself");
        assertThat(crew.<List<String>>get(
                        client, "/api/notices", "$.items[?(@.letter.subject =~ /Move: news.*/)].letter.lines[0].name"))
                .containsExactly("Released by itself");
    }

    @Test
    void whatIsDueIsDraftedAndTheNextOneIsAWeekLater() throws Exception {
        choose(true);
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");

        crew.task("Cable", 1, ada);
        releasing.release();
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates"), "$.items[*].id"))
                .hasSize(1);
        assertThat(crew.<List<String>>get(
                        crew.manager, crew.at("/updates/by-itself"), "$.items[?(@.audience == 'client')].due"))
                .containsExactly("2027-02-08");

        ago("released_at", "7 days");
        releasing.release();
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates"), "$.items[*].id"))
                .hasSize(2);
    }

    @Test
    void aDateThatIsNoneOfTheCalendarsIsAskedAboutOnce() throws Exception {
        choose(true);
        drafted("All is there on 9 July 2031.");

        releasing.release();
        releasing.release();

        assertThat(told()).isEmpty();
        assertThat(doubts()).containsExactly("foreignDate");
        assertThat(heard().stream().filter("The update of Move waits for you"::equals))
                .hasSize(1);
    }

    @Test
    void aTaskOfWhichNothingWasHeardIsAskedAbout() throws Exception {
        choose(true);
        jdbc.sql("update planning.scheduled_task set start = start - 10080, finish = finish - 10080 where task = :task")
                .param("task", rack)
                .update();

        releasing.release();

        assertThat(told()).isEmpty();
        assertThat(doubts()).containsExactly("stale");
    }

    @Test
    void aPromiseThatCameToBeAtRiskIsAskedAboutUntilSomebodyHasToldOfIt() throws Exception {
        choose(true);
        crew.change(PROMISE.formatted(rack, "2027-02-01T09:00:00Z"));
        releasing.release();
        assertThat(told()).isEmpty();
        assertThat(doubts()).containsExactly("atRisk");

        var draft =
                JsonPath.<List<String>>read(crew.send(crew.manager, "GET", crew.at("/updates"), ""), "$.items[*].id");
        crew.send(crew.manager, "POST", crew.at("/updates/" + draft.getFirst() + "/release"), "{}");
        crew.change("{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"name\": \"Racks\"}}".formatted(rack));
        reckon();
        ago("released_at", "7 days");
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");
    }

    @Test
    void thePromiseOfTheWholeProjectIsAskedAboutUntilSomebodyHasReleasedIt() throws Exception {
        choose(true);
        crew.send(crew.manager, "POST", crew.at("/promises"), "{\"by\": \"2027-02-01T09:00:00Z\", \"to\": \"Hafen\"}");
        reckon();
        releasing.release();
        assertThat(told()).isEmpty();
        assertThat(doubts()).containsExactly("atRisk");
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates/by-itself"), "$.items[*].doubts[*].names[*]"))
                .containsExactly("Move");

        crew.send(crew.manager, "POST", crew.at("/updates/" + draft() + "/release"), "{}");
        crew.change("{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"name\": \"Racks\"}}".formatted(rack));
        reckon();
        ago("released_at", "7 days");
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");
    }

    private String draft() throws Exception {
        return crew.<List<String>>get(crew.manager, crew.at("/updates"), "$.items[*].id")
                .getFirst();
    }

    @Test
    void aFinishOnALaterDayThanWasToldIsAskedAbout() throws Exception {
        choose(true);
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");

        crew.task("Cable", 5, ada);
        reckon();
        ago("released_at", "7 days");
        releasing.release();

        assertThat(doubts()).containsExactly("later");
    }

    @Test
    void whatWasDoubtfulIsNotToldAgainOnceThereIsAForecast() throws Exception {
        choose(true);
        crew.change(PROMISE.formatted(rack, "2027-02-01T09:00:00Z"));
        reckon();
        releasing.release();
        assertThat(waiting()).isEqualTo(1);

        crew.change("{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"deadline\": null}}".formatted(rack));
        releasing.release();
        crew.change(PROMISE.formatted(rack, "2027-02-01T09:00:00Z"));
        reckon();
        releasing.release();

        assertThat(doubts()).containsExactly("atRisk");
        assertThat(waiting()).isEqualTo(1);
    }

    private long waiting() throws Exception {
        return heard().stream()
                .filter("The update of Move waits for you"::equals)
                .count();
    }

    @Test
    void whereNobodyAnswersWhoeverSwitchedItOnHears() throws Exception {
        jdbc.sql("delete from planning.accountable where project = :project")
                .param("project", UUID.fromString(crew.project))
                .update();
        choose(true);
        var id = drafted("All is there on 9 July 2031.");
        releasing.release();
        assertThat(waiting()).isEqualTo(1);

        crew.send(crew.manager, "DELETE", crew.at("/updates/" + id), "");
        releasing.release();
        assertThat(heard()).contains("The update of Move was released by itself");
    }

    @Test
    void aPromiseForAnotherDayThanWasToldIsAskedAbout() throws Exception {
        crew.change(PROMISE.formatted(rack, "2027-03-01T16:00:00Z"));
        choose(true);
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");

        crew.change(PROMISE.formatted(rack, "2027-03-02T16:00:00Z"));
        reckon();
        ago("released_at", "7 days");
        releasing.release();
        assertThat(doubts()).containsExactly("moved");
    }

    @Test
    void whatSeemsToBePersonalIsAskedAboutAndSoIsAPlanThatChanged() throws Exception {
        choose(true);
        drafted("Write to edda@hafen-nord.de.");
        releasing.release();
        assertThat(doubts()).containsExactly("personalData");

        crew.task("Cable", 1, ada);
        releasing.release();
        assertThat(doubts()).containsExactly("newer", "personalData");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatSomebodyHasJustWrittenWaits() throws Exception {
        choose(true);
        drafted("All goes");
        ago("written_at", "-30 minutes");

        releasing.release();

        assertThat(told()).isEmpty();
        assertThat(doubts()).isEmpty();
    }

    @Test
    void whatSomebodyHasJustDraftedOrDraftedAnewWaitsAsItIs() throws Exception {
        choose(true);
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        ago("made_at", "10 minutes");
        looked("2027-02-01T07:50:00Z");
        releasing.release();
        assertThat(told()).as("it is being composed").isEmpty();
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates"), "$.items[*].facts.asOf"))
                .containsExactly("2027-02-01T07:50:00Z");

        crew.send(crew.manager, "DELETE", crew.at("/updates/" + draft()), "");
        drafted("All went well.");
        crew.send(crew.manager, "POST", crew.at("/updates"), "{}");
        ago("made_at", "10 minutes");
        releasing.release();
        assertThat(told()).as("it was worded a week ago, and drafted anew").isEmpty();

        ago("made_at", "1 hour");
        releasing.release();
        assertThat(told()).containsExactly("Chargehand");
    }

    private void looked(String asOf) {
        jdbc.sql("""
                update reporting.update set facts = jsonb_set(facts, '{asOf}', to_jsonb(cast(:asOf as text)))
                where project = :project
                """)
                .param("asOf", asOf)
                .param("project", UUID.fromString(crew.project))
                .update();
    }

    @Test
    void factsThatBecameOthersAreNotReleasedByWhoeverLookedAtTheFormer() throws Exception {
        choose(true);
        drafted("All is there on 9 July 2031.");
        looked("2027-02-01T07:50:00Z");
        releasing.release();
        assertThat(doubts()).containsExactly("foreignDate");

        var release = crew.at("/updates/" + draft() + "/release");
        assertThat(crew.refusal(crew.manager, "POST", release, "{\"asOf\": \"2027-02-01T07:50:00Z\"}", null))
                .isEqualTo("facts-renewed");
        assertThat(crew.answer(crew.manager, "POST", release, "{\"asOf\": \"2027-02-01T07:50:00Z\"}", null)
                        .getContentAsString())
                .contains("\"doubtful\":\"yes\"", "release it again");
        assertThat(told()).isEmpty();
        crew.send(crew.manager, "POST", release, "{\"asOf\": \"2027-02-01T08:00:00Z\"}");
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoeverMayNotReleaseAnyMoreHasNotSwitchedItOn(@Autowired TestWorld world) throws Exception {
        var manager = world.actor(Role.MANAGER, crew.client, null);
        crew.send(manager, "PUT", crew.at("/updates/by-itself"), "{\"audience\": \"client\", \"on\": true}");
        jdbc.sql("delete from identity.role_grant where account = :account")
                .param("account", manager.account())
                .update();

        releasing.release();

        assertThat(told()).isEmpty();
        assertThat(doubts()).containsExactly("mayNot");
    }

    @Test
    void whereNothingIsEverDueItIsRefused() throws Exception {
        assertThat(crew.refusal(
                        crew.manager,
                        "PUT",
                        crew.at("/updates/by-itself"),
                        "{\"audience\": \"worker\", \"on\": true}",
                        null))
                .isEqualTo("invalid-value");
    }

    @Test
    void whereNoAudienceIsNamedItIsRefused() throws Exception {
        for (var path : List.of("/updates/by-itself", "/updates/rhythms"))
            assertThat(crew.refusal(
                            crew.manager, "PUT", crew.at(path), "{\"on\": true, \"days\": 7, \"remind\": 3}", null))
                    .as(path)
                    .isEqualTo("invalid-value");
    }
}
