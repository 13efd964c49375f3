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
class AudienceTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UpdateReminding reminding;

    private Crew crew;
    private Member dewi;
    private Member bram;

    @BeforeEach
    void aProjectWithAWorker(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        crew.team(dewi);
        crew.task("Rack", 2, dewi);
        crew.send(
                crew.manager,
                "PUT",
                crew.at("/accountable"),
                "{\"manager\": {\"account\": \"%s\"}}".formatted(crew.manager.account()));
    }

    private String drafted(String audience) throws Exception {
        return JsonPath.read(
                crew.send(crew.manager, "POST", crew.at("/updates"), "{\"audience\": \"%s\"}".formatted(audience)),
                "$.id");
    }

    private String released(String audience) throws Exception {
        var id = drafted(audience);
        crew.send(crew.manager, "POST", crew.at("/updates/" + id + "/release"), "{}");
        return id;
    }

    private List<String> told(Actor actor) throws Exception {
        return crew.get(actor, "/api/notices", "$.items[*].letter.subject");
    }

    private List<String> seen(Actor actor) throws Exception {
        return crew.get(actor, crew.at("/updates"), "$.items[*].audience");
    }

    @Test
    void eachAudienceHearsWhatIsReleasedToIt(@Autowired TestWorld world) throws Exception {
        var official = world.actor(Role.OFFICIAL);
        released("official");
        assertThat(told(official)).anyMatch(each -> each.startsWith("Move: news of"));
        assertThat(told(dewi.actor())).noneMatch(each -> each.startsWith("Move: news of"));

        released("worker");
        assertThat(told(dewi.actor())).anyMatch(each -> each.startsWith("Move: news of"));
        assertThat(told(bram.actor()))
                .as("who does not work on it")
                .noneMatch(each -> each.startsWith("Move: news of"));
    }

    @Test
    void whoWorksOnItIsToldWhatIsTheirs() throws Exception {
        released("worker");

        assertThat(crew.<List<String>>get(dewi.actor(), "/api/notices", "$.items[0].letter.lines[*].name"))
                .contains("Yours: Rack");
    }

    @Test
    void theMailSaysThePromiseFirstAndNamesTheWholeProject() throws Exception {
        var client = crew.ofClient();
        promised(crew.task("Pilot", 1, dewi), "2027-02-12");
        promised(crew.task("Go-live", 1, dewi), "2027-03-26");
        released("client");

        assertThat(crew.<List<String>>get(client, "/api/notices", "$.items[0].letter.lines[*].name"))
                .containsExactly(
                        "Promised: Go-live, by Friday 26 March 2027",
                        "Promised: Pilot, by Friday 12 February 2027",
                        "The whole project");
        assertThat(crew.<String>get(client, "/api/notices", "$.items[0].letter.lines[0].value"))
                .matches("likely by .* \\(80 of 100\\); kept in \\d+ of 100 cases");
    }

    @Test
    void theMailSaysWhatItDoesToEachReaderInTheWordsOfThePage(@Autowired Forecasting forecasting) throws Exception {
        var client = crew.ofClient();
        var lotte = crew.member("Lotte", Role.OFFICIAL);
        var live = crew.task("Go-live", 1, dewi);
        promised(live, "2027-03-26");
        released("client");
        released("official");
        crew.change("{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"minutes\": 4800}}".formatted(live));
        forecasting.now(List.of(), List.of(UUID.fromString(crew.project)));
        need(live, "Which floor", ", \"owner\": \"%s\", \"due\": \"2027-02-10\"".formatted(lotte.person()));
        need(live, "Which colour", "");
        need(live, "Who holds the keys", ", \"owner\": \"%s\"".formatted(bram.person()));
        released("client");
        released("official");

        assertThat(forYou(client))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .matches(
                                "Your Go-live moves from likely by .* to likely by .*, before the Friday 26 March 2027 that"
                                        + " was promised."));
        var official = forYou(lotte.actor());
        assertThat(official).hasSize(3);
        assertThat(official.get(0))
                .as("nobody sees to it: by the day on which its task begins")
                .isEqualTo("To be decided by Wednesday 3 February 2027: Which colour.");
        assertThat(official.get(1))
                .matches("To be decided by Wednesday 10 February 2027: Which floor \\(Lotte \\d+\\)\\.");
        assertThat(official.get(2)).startsWith("Go-live moves from likely by");
        assertThat(forYou(dewi.actor())).isEmpty();
        assertThat(crew.<List<String>>get(
                        lotte.actor(), crew.at("/steering-report"), "$.wanted[?(@.kind == 'decision')].day"))
                .containsExactly("2027-02-03", "2027-02-10");
    }

    private void need(String task, String what, String more) throws Exception {
        crew.send(
                crew.manager,
                "POST",
                crew.at("/tasks/" + task + "/needs"),
                "{\"kind\": \"decision\", \"what\": \"%s\"%s}".formatted(what, more));
    }

    private List<String> forYou(Actor reader) throws Exception {
        return crew.get(reader, "/api/notices", "$.items[*].letter.lines[?(@.name == 'What it does to you')].value");
    }

    private void promised(String task, String day) throws Exception {
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"deadline": {"by": "%sT16:00:00Z"}}}""".formatted(task, day));
    }

    @Test
    void draftsAndWhatOthersAreToldIsNotShown() throws Exception {
        drafted("worker");
        released("official");
        released("client");
        assertThat(seen(dewi.actor())).containsExactly("client");
        assertThat(seen(crew.manager)).containsExactlyInAnyOrder("worker", "official", "client");

        var official = JsonPath.<List<String>>read(
                        crew.send(crew.manager, "GET", crew.at("/updates"), ""),
                        "$.items[?(@.audience=='official')].id")
                .getFirst();
        assertThat(crew.refusal(dewi.actor(), "POST", crew.at("/updates/" + official + "/reading"), "", null))
                .isEqualTo("not-found");
    }

    @Test
    void whoHasNotReadIsNamedAndRemindedOnceADay() throws Exception {
        var id = released("worker");
        var unread = "$.unread['" + id + "'][*]";
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates"), unread))
                .hasSize(1);

        var reminder = crew.at("/updates/" + id + "/reminder");
        assertThat(JsonPath.<Integer>read(crew.send(crew.manager, "POST", reminder, "{}"), "$.count"))
                .isEqualTo(1);
        assertThat(JsonPath.<Integer>read(crew.send(crew.manager, "POST", reminder, "{}"), "$.count"))
                .isZero();
        assertThat(told(dewi.actor())).contains("Move: please read what is new");

        crew.send(dewi.actor(), "POST", crew.at("/updates/" + id + "/reading"), "");
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/updates"), unread))
                .isEmpty();
    }

    @Test
    void whoHasNotReadIsRemindedByItselfAfterSomeDaysAndOnce() throws Exception {
        var id = released("worker");
        reminding.remindAll();
        assertThat(told(dewi.actor())).doesNotContain("Move: please read what is new");

        jdbc.sql(
                        "update reporting.update set released_at = released_at - interval '4 days' where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        reminding.remindAll();
        reminding.remindAll();

        assertThat(told(dewi.actor()).stream()
                        .filter("Move: please read what is new"::equals)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void eachAudienceHasARhythmOfItsOwnOnTheDesk() throws Exception {
        var release = "$.release[?(@.project == '%s')].audience".formatted(crew.project);
        assertThat(crew.<List<String>>get(crew.manager, "/api/desk", release)).containsExactly("client");

        crew.send(
                crew.manager,
                "PUT",
                crew.at("/updates/rhythms"),
                "{\"audience\": \"worker\", \"days\": 14, \"remind\": 0}");
        assertThat(crew.<List<String>>get(crew.manager, "/api/desk", release)).containsExactly("client", "worker");
        assertThat(crew.refusal(
                        crew.manager,
                        "PUT",
                        crew.at("/updates/rhythms"),
                        "{\"audience\": \"worker\", \"days\": -1, \"remind\": 0}",
                        null))
                .isEqualTo("invalid-value");
    }

    /// It is Monday morning: two working days ago it was Thursday.
    @Test
    void whatNobodyAnswersGoesToTheOfficialsOnce(@Autowired TestWorld world, @Autowired QuestionEscalating escalating)
            throws Exception {
        var official = world.actor(Role.OFFICIAL);
        asked("Is it late?", "4 days");
        asked("Is it early?", "3 days");
        asked("Is it answered?", "9 days");
        jdbc.sql("update reporting.question set answer = 'Yes.', answered_at = asked_at where text = 'Is it answered?'")
                .update();

        escalating.escalate();
        escalating.escalate();

        assertThat(crew.<List<String>>get(
                        official,
                        "/api/notices",
                        "$.items[?(@.letter.subject == 'A question about Move is not answered')].letter.lead"))
                .hasSize(1)
                .allMatch(each -> each.endsWith("Is it late?"));
        assertThat(told(crew.manager)).contains("A question about Move is not answered");
    }

    private void asked(String text, String ago) {
        jdbc.sql("""
                insert into reporting.question (id, project, text, asked_by, asked_name, asked_at)
                values (gen_random_uuid(), cast(:project as uuid), :text, :by, 'Moira',
                    timestamptz '2027-02-01T08:00:00Z' - cast(:ago as interval))
                """)
                .param("project", String.valueOf(crew.project))
                .param("text", text)
                .param("by", crew.manager.account())
                .param("ago", ago)
                .update();
    }
}
