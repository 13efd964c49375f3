package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.server.ServerTest;
import chargehand.server.Statements;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.forecasting.Forecasting;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class UpdateTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    private Actor manager = new Actor(new UUID(0, 0), "", "");
    private Actor client = manager;
    private Actor stranger = manager;
    private UUID mine = new UUID(0, 0);
    private String at = "";

    @BeforeEach
    void aProjectWithAPromise() throws Exception {
        manager = world.actor(Role.ADMINISTRATOR);
        mine = world.client();
        client = world.actor(Role.CLIENT, mine, null);
        stranger = world.actor(Role.CLIENT, world.client(), null);
        begin("Move");
    }

    private void begin(String project) throws Exception {
        var made = send(manager, "POST", "/api/projects", """
                {"name": "%s", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(project, mine), null);
        at = "/api/projects/" + JsonPath.<String>read(made, "$.id");
        change("""
                {"kind": "addTask", "task": {"id": "a", "name": "Ready", "kind": "duration", "minutes": 480,
                    "deadline": {"by": "2027-02-05T17:00:00Z", "promisedTo": "Waterworks"}}}""");
    }

    private void change(String change) throws Exception {
        send(manager, "POST", at + "/changes", "{\"changes\": [%s]}".formatted(change), "\"" + version() + "\"");
    }

    private int version() throws Exception {
        return JsonPath.read(send(manager, "GET", at, "", null), "$.version");
    }

    private String send(Actor actor, String method, String path, String body, @Nullable String version)
            throws Exception {
        var asked = request(HttpMethod.valueOf(method), path)
                .contentType("application/json")
                .content(body)
                .with(actor);
        if (version != null) asked.header("If-Match", version);
        return http.perform(asked).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String draft() throws Exception {
        return JsonPath.read(send(manager, "POST", at + "/updates", "{}", null), "$.id");
    }

    private <T> T portal(String field) throws Exception {
        return JsonPath.read(send(client, "GET", "/api/portal", "", null), field);
    }

    @Test
    void nothingIsSeenOutsideBeforeItIsReleased() throws Exception {
        var draft = draft();
        assertThat(this.<List<Object>>portal("$.projects[*].update")).isEmpty();

        send(manager, "POST", at + "/updates/" + draft + "/release", "{}", null);

        assertThat(this.<List<String>>portal("$.projects[*].update.facts.promises[*].name"))
                .containsExactly("Ready");
        assertThat(this.<List<Boolean>>portal("$.projects[*].newer")).containsExactly(false);
        assertThat(JsonPath.<List<Object>>read(send(stranger, "GET", "/api/portal", "", null), "$.projects"))
                .isEmpty();
    }

    @Test
    void isOnPaperForWhoeverWasToldAndForNobodyBefore() throws Exception {
        var id = draft();
        assertThat(code(send(manager, "GET", at + "/updates/" + id + "/paper", "", null)))
                .isEqualTo("not-found");
        assertThat(code(send(client, "GET", at + "/shown-updates/" + id, "", null)))
                .isEqualTo("not-found");
        send(manager, "PUT", at + "/updates/" + id, """
                {"summary": "All goes well.", "why": "", "doing": ""}""", "\"1\"");
        send(manager, "POST", at + "/updates/" + id + "/release", "{}", null);

        for (var path : List.of("/updates/" + id + "/paper", "/shown-updates/" + id)) {
            var pdf = http.perform(request(HttpMethod.GET, at + path).with(path.startsWith("/up") ? manager : client))
                    .andReturn()
                    .getResponse();
            assertThat(pdf.getHeader("Content-Disposition")).contains("attachment", "Move%202027-02-01.pdf");
            try (var document = Loader.loadPDF(pdf.getContentAsByteArray())) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Move", "All goes well.", "Ready", "promised 5 Feb 2027", "As of 1 February 2027")
                        .containsSubsequence("promised 5 Feb 2027", "The whole project");
            }
        }
        assertThat(code(send(stranger, "GET", at + "/shown-updates/" + id, "", null)))
                .isEqualTo("not-found");
    }

    private void release() throws Exception {
        send(manager, "POST", at + "/updates/" + draft() + "/release", "{}", null);
    }

    @Test
    void theClientSeesWhatTheyPayOnlyIfThatIsAllowedAndOnlyWhatWasReleased() throws Exception {
        var worker = world.actor(Role.WORKER, null, UUID.fromString(at.substring(at.lastIndexOf('/') + 1)));
        send(manager, "PUT", at + "/contract", """
                {"kind": "fixedPrice", "amount": {"minor": 12000000, "currency": "EUR"}, "since": "2027-01-01",
                 "rates": []}""", "\"0\"");
        release();
        send(manager, "PUT", at + "/updates/portal", "{\"money\": true}", null);
        assertThat(this.<List<Object>>portal("$.projects[*].update.facts.pay")).isEmpty();

        release();

        assertThat(this.<List<Integer>>portal("$.projects[*].update.facts.pay.amount.minor"))
                .containsExactly(12_000_000);
        assertThat(send(worker, "GET", at + "/updates", "", null))
                .contains("Ready")
                .doesNotContain("12000000");
        send(manager, "PUT", at + "/updates/portal", "{\"money\": false}", null);
        assertThat(this.<List<Object>>portal("$.projects[*].update.facts.pay")).isEmpty();
    }

    @Test
    void thePortalAsksAsOftenForManyProjectsAsForOne() throws Exception {
        shown();
        var forOne = Statements.of(() -> portal("$.projects"));

        for (var project : List.of("Training", "Network")) {
            begin(project);
            shown();
        }
        var forMany = Statements.of(() -> portal("$.projects"));

        assertThat(this.<List<String>>portal("$.projects[*].deliverables[*].name"))
                .containsExactly("The rack", "The rack", "The rack");
        assertThat(this.<List<String>>portal("$.projects[*].documents[*].name")).hasSize(3);
        assertThat(this.<List<String>>portal("$.projects[*].questions[*].answer"))
                .hasSize(3);
        assertThat(forMany).hasSameSizeAs(forOne).hasSizeLessThan(20);
    }

    /// An update, a deliverable, a document and a question that is answered.
    private void shown() throws Exception {
        release();
        send(manager, "POST", at + "/deliverables", """
                {"name": "The rack", "shown": true, "criteria": [{"text": "It stands level"}]}""", null);
        var link = send(manager, "POST", at + "/document-links", """
                {"name": "Plan", "link": "https://files.example.com/plan.pdf"}""", null);
        send(manager, "PUT", at + "/documents/" + JsonPath.<String>read(link, "$.id") + "/showing", "{}", null);
        var asked = send(client, "POST", at + "/questions", "{\"text\": \"Can it be earlier?\"}", null);
        send(
                manager,
                "PUT",
                at + "/questions/" + JsonPath.<String>read(asked, "$.id") + "/answer",
                "{\"answer\": \"By a day.\"}",
                null);
    }

    @Test
    void incrementsAreToldAsTheyWereReleased() throws Exception {
        var starts = "{\"goal\": \"See it run\", \"starts\": \"2027-02-01\", \"ends\": \"2027-02-12\"}";
        String increment = JsonPath.read(send(manager, "POST", at + "/increments", starts, null), "$.id");
        release();
        send(manager, "PUT", at + "/increments/" + increment, starts.replace("See it run", "Later"), "\"1\"");

        assertThat(this.<List<String>>portal("$.projects[*].update.facts.increments[*].goal"))
                .containsExactly("See it run");
    }

    @Test
    void ofManyIncrementsTheFirstUpdateTellsTheRunningOneAndTheNext(@Autowired JdbcClient jdbc) throws Exception {
        jdbc.sql("""
                insert into increments.increment (id, project, number, goal, starts, ends, reviewed_at)
                select gen_random_uuid(), :project, n, 'Goal ' || n, day, day + 6,
                    case when n < 9 then cast(day + 7 as timestamptz) end
                from generate_series(1, 20) as n, cast(date '2027-02-01' + (n - 9) * 7 as date) as day
                """)
                .param("project", UUID.fromString(at.substring(at.lastIndexOf('/') + 1)))
                .update();

        release();

        assertThat(this.<List<Integer>>portal("$.projects[*].update.facts.increments[*].number"))
                .containsExactly(9, 10, 11, 12, 13, 14);
    }

    @Test
    void aNewerStateIsSaidToWaitAndNotShown() throws Exception {
        send(manager, "POST", at + "/updates/" + draft() + "/release", "{}", null);
        String planned = this.<List<String>>portal("$.projects[*].update.facts.finish.planned")
                .getFirst();

        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"minutes\": 960}}");

        assertThat(this.<List<Boolean>>portal("$.projects[*].newer")).containsExactly(true);
        assertThat(this.<List<String>>portal("$.projects[*].update.facts.finish.planned"))
                .containsExactly(planned);
    }

    @Test
    void theNextOneTellsWhatMovedSinceTheLast() throws Exception {
        send(manager, "POST", at + "/updates/" + draft() + "/release", "{}", null);
        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"minutes\": 960}}");

        var next = send(manager, "POST", at + "/updates", "{}", null);

        assertThat(JsonPath.<String>read(next, "$.facts.finish.plannedWas")).isEqualTo("2027-02-01T17:00:00Z");
        assertThat(JsonPath.<String>read(next, "$.facts.finish.planned")).isEqualTo("2027-02-02T17:00:00Z");
        assertThat(JsonPath.<String>read(next, "$.facts.since")).isEqualTo("2027-02-01T08:00:00Z");
    }

    /// The plan is changed, and nobody has simulated it since: what was likely before is not told as if it were now.
    @Test
    void tellsNoLikelyDateOfAnEarlierPlanAndTakesTheNewOneInOnceItIsThere(@Autowired Forecasting forecasting)
            throws Exception {
        release();
        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"minutes\": 960}}");

        var draft = send(manager, "POST", at + "/updates", "{}", null);
        String path = at + "/updates/" + JsonPath.<String>read(draft, "$.id");
        assertThat(JsonPath.<Boolean>read(draft, "$.facts.reckoning")).isTrue();
        assertThat(draft).doesNotContain("\"likely\"", "\"chance\"");
        assertThat(JsonPath.<String>read(draft, "$.facts.finish.likelyWas")).isNotNull();

        forecasting.now(List.of(), List.of(UUID.fromString(at.substring(at.lastIndexOf('/') + 1))));
        var written = send(manager, "PUT", path, "{\"summary\": \"So\", \"why\": \"\", \"doing\": \"\"}", "\"1\"");

        assertThat(written).doesNotContain("reckoning");
        assertThat(Instant.parse(JsonPath.read(written, "$.facts.finish.likely")))
                .isAfter(Instant.parse(JsonPath.read(written, "$.facts.finish.likelyWas")));
    }

    @Test
    void wordsAreEditedFactsAreNotAndAForeignDateIsPointedOut() throws Exception {
        var path = at + "/updates/" + draft();

        var written = send(manager, "PUT", path, """
                {"summary": "Ready by 5 February.", "why": "", "doing": "We meet on 17 February.",
                 "facts": {"doneCount": 99}}""", "\"1\"");

        assertThat(JsonPath.<List<String>>read(written, "$.pointedOut")).containsExactly("17 February");
        assertThat(JsonPath.<Integer>read(written, "$.facts.doneCount")).isZero();
        assertThat(code(send(manager, "PUT", path, "{\"summary\": \"\", \"why\": \"\", \"doing\": \"\"}", "\"1\"")))
                .isEqualTo("changed-meanwhile");
    }

    @Test
    void ofTwoDraftsThatAreMadeAtOnceOneIsRefused(@Autowired Updates updates) throws Exception {
        draft();
        var project = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        var known = updates.draft(project, Update.Audience.client).orElseThrow();
        var other = new Update(
                UUID.randomUUID(),
                project,
                known.audience(),
                known.facts(),
                known.words(),
                known.made(),
                null,
                List.of(),
                List.of(),
                1);

        assertThat(updates.put(other, manager.account(), null)).isFalse();
    }

    private static String code(String problem) {
        return JsonPath.read(problem, "$.code");
    }

    @Test
    void whatWasReleasedStaysAsItWas() throws Exception {
        var path = at + "/updates/" + draft();
        send(manager, "POST", path + "/release", "{}", null);

        for (var refused : List.of(
                send(manager, "PUT", path, "{\"summary\": \"Late\", \"why\": \"\", \"doing\": \"\"}", "\"2\""),
                send(manager, "POST", path + "/release", "{}", null),
                send(manager, "DELETE", path, "", null)))
            assertThat(code(refused)).isEqualTo("update-released");
    }

    @Test
    void isAcknowledgedOnceByWhoeverReadsIt() throws Exception {
        var path = at + "/updates/" + draft();
        assertThat(code(send(client, "POST", path + "/acknowledgement", "{}", null)))
                .isEqualTo("not-found");
        send(manager, "POST", path + "/release", "{}", null);

        send(client, "POST", path + "/acknowledgement", "{}", null);
        send(client, "POST", path + "/acknowledgement", "{}", null);

        List<String> names =
                JsonPath.read(send(manager, "GET", at + "/updates", "", null), "$.items[0].acknowledged[*].name");
        assertThat(names).hasSize(1);
        assertThat(this.<List<Boolean>>portal("$.projects[*].acknowledged")).containsExactly(true);
    }

    @Test
    void aQuestionIsAnsweredWhereItWasAsked() throws Exception {
        var asked = send(client, "POST", at + "/questions", "{\"text\": \"Can it be earlier?\"}", null);
        var path = at + "/questions/" + JsonPath.<String>read(asked, "$.id") + "/answer";
        assertThat(code(send(client, "PUT", path, "{\"answer\": \"Yes\"}", null)))
                .isEqualTo("forbidden");

        send(manager, "PUT", path, "{\"answer\": \"By a day, without the test.\"}", null);

        assertThat(this.<List<String>>portal("$.projects[*].questions[*].answer"))
                .containsExactly("By a day, without the test.");
        assertThat(code(send(stranger, "POST", at + "/questions", "{\"text\": \"Hm?\"}", null)))
                .isEqualTo("not-found");
    }

    @Test
    void aClientSeesNoLivePlan() throws Exception {
        for (var path : List.of(at, at + "/plan", at + "/forecast", at + "/updates", at + "/complications"))
            assertThat(code(send(client, "GET", path, "", null))).as(path).isEqualTo("forbidden");
    }
}
