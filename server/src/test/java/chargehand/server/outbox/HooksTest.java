package chargehand.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Role;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import com.jayway.jsonpath.JsonPath;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/// Against a receiver on this machine, over a real line.
@ServerTest
class HooksTest {
    private static final String SECRET = "a secret of ours".replace(' ', '-');

    @Autowired
    TestWorld world;

    @Autowired
    MockMvc http;

    @Autowired
    Notices notices;

    @Autowired
    HookSending sending;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    private LittleReceiver receiver;
    private Actor administrator;
    private UUID project;

    @BeforeEach
    void start() throws IOException {
        receiver = new LittleReceiver();
        administrator = world.actor(Role.ADMINISTRATOR);
        project = world.project(world.client());
    }

    @AfterEach
    void stop() throws IOException {
        receiver.close();
        jdbc.sql("delete from outbox.hook").update();
    }

    private String ask(MockHttpServletRequestBuilder request, String body) throws Exception {
        return http.perform(
                        request.contentType("application/json").content(body).with(administrator))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String path() {
        return "/api/projects/%s/hooks".formatted(project);
    }

    private String add(String kind, String more) throws Exception {
        var made = ask(post(path()), """
                {"kind": "%s", "name": "Ours", "address": "%s"%s}""".formatted(kind, receiver.address(), more));
        return JsonPath.read(made, "$.id");
    }

    private void tell(UUID about, String subject, String lead, Actor... whom) {
        var accounts = java.util.Arrays.stream(whom).map(Actor::account).toList();
        notices.tell(
                accounts,
                new Occasion(Kind.COMPLICATION, about, true, null),
                _ -> new Letter(subject, lead, List.of(new Line("Price", "12 €")), "/work", "Look"));
    }

    private void called() throws InterruptedException {
        sending.round();
        sending.quiet();
    }

    private String state(String more) {
        return jdbc.sql("select state || ' ' || tries || ' ' || coalesce(trouble, '-') from outbox.hook_call " + more)
                .query(String.class)
                .single();
    }

    private void dueNow() {
        jdbc.sql("update outbox.hook_call set due = :now where state = 'waiting'")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    @Test
    void signsWhatItTellsAndTellsItOnceHoweverManyHear() throws Exception {
        add("signed", ", \"secret\": \"%s\"".formatted(SECRET));
        var one = world.actor(Role.WORKER);
        var other = world.actor(Role.WORKER);

        transaction.executeWithoutResult(_ -> {
            tell(project, "In the way of Cabling", "The lift is broken", one);
            tell(project, "In the way of Cabling", "The lift is broken", other);
        });
        called();

        assertThat(receiver.received()).hasSize(1);
        var got = receiver.received().getFirst();
        assertThat(got.line()).isEqualTo("POST /hooks/abc HTTP/1.1");
        var expected = HookSending.signature(SECRET, got.header("X-Chargehand-Timestamp") + "." + got.body());
        assertThat(got.header("X-Chargehand-Signature")).isEqualTo("sha256=" + expected);
        assertThat(got.header("X-Chargehand-Event")).isEqualTo("complication");
        assertThat(JsonPath.<String>read(got.body(), "$.id")).isEqualTo(got.header("X-Chargehand-Delivery"));
        assertThat(JsonPath.<List<String>>read(got.body(), "$.told")).hasSize(2);
        assertThat(JsonPath.<String>read(got.body(), "$.url")).isEqualTo("https://projects.harbour.test/work");
        assertThat(got.body()).doesNotContain("12 €");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/contracts/hook.schema.json")));
        assertThat(schema.validate(got.body(), InputFormat.JSON)).isEmpty();
        assertThat(state("")).isEqualTo("sent 1 -");
    }

    @Test
    void triesAgainUnderTheSameNameUntilItIsTaken() throws Exception {
        add("signed", "");
        receiver.answers("HTTP/1.1 503 Busy\r\n\r\n");

        tell(project, "News", "First");
        called();
        assertThat(state("")).isEqualTo("waiting 1 refused");
        receiver.answers("");
        dueNow();
        called();
        assertThat(state("")).isEqualTo("waiting 2 unreadable");
        receiver.answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        dueNow();
        called();

        assertThat(state("")).isEqualTo("sent 3 -");
        assertThat(receiver.received().stream()
                        .map(each -> each.header("X-Chargehand-Delivery"))
                        .distinct())
                .hasSize(1);
    }

    /// A chat has no name for what it has taken, and would show it twice.
    @Test
    void tellsAChatNothingTwiceThatMayHaveBeenTaken() throws Exception {
        add("chat", "");
        receiver.answers("");

        tell(project, "News", "First");
        called();
        called();

        assertThat(state("")).isEqualTo("unsure 1 unreadable");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whatWasOnItsWayWhenTheServerDiedIsToldAgainWhereTheReceiverCanTell() throws Exception {
        add("signed", "");
        add("chat", "");
        tell(project, "News", "First");
        jdbc.sql("update outbox.hook_call set state = 'handed', handed_at = now() - interval '4 minutes'")
                .update();

        called();

        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().headers()).containsKey("x-chargehand-delivery");
        assertThat(state("where state <> 'sent'")).isEqualTo("unsure 0 ended");
    }

    @Test
    void followsNoRedirect() throws Exception {
        add("chat", "");
        try (var elsewhere = new LittleReceiver()) {
            receiver.answers("HTTP/1.1 307 Go\r\nLocation: %s\r\n\r\n".formatted(elsewhere.address()));

            tell(project, "News", "First");
            called();

            assertThat(elsewhere.received()).isEmpty();
        }
        assertThat(state("")).isEqualTo("waiting 1 redirected");
    }

    /// The name was fine when it was registered, and means something else by now.
    @Test
    void callsNobodyInsideEvenIfTheNameHasCometoMeanThat() throws Exception {
        var hook = add("chat", "");
        jdbc.sql("update outbox.hook set address = :address where id = cast(:id as uuid)")
                .param("address", "https://127.0.0.1:%d/".formatted(receiver.port()))
                .param("id", hook)
                .update();

        tell(project, "News", "First");
        called();

        assertThat(receiver.received()).isEmpty();
        assertThat(state("")).isEqualTo("waiting 1 address-inside");
    }

    @Test
    void refusesAnAddressInsideThatNobodyAllowed() throws Exception {
        var refused = ask(post(path()), """
                {"kind": "chat", "name": "Ours", "address": "https://127.0.0.1:%d/"}""".formatted(receiver.port()));

        assertThat(JsonPath.<String>read(refused, "$.code")).isEqualTo("address-inside");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void nothingThatSomebodyWroteCallsLinksOrShowsPicturesInAChat() throws Exception {
        add("chat", "");

        tell(project, "<!channel> @channel & co", "![x](https://evil.test/x.png) <script>@here", administrator);
        called();

        var text = JsonPath.<String>read(receiver.received().getFirst().body(), "$.text");
        assertThat(text)
                .doesNotContain("<", "@channel", "@here", "](")
                .contains("&lt;!channel&gt;", "&amp; co", "For: ");
        assertThat(text.lines().toList().getLast()).isEqualTo("Look: https://projects.harbour.test/work");
    }

    @Test
    void hearsOfItsProjectAloneAndOfWhatItWants() throws Exception {
        add("chat", ", \"hears\": [\"update\"]");
        var all = JsonPath.<String>read(ask(post("/api/hooks"), """
                {"kind": "chat", "name": "All", "address": "%s"}""".formatted(receiver.address())), "$.id");

        tell(project, "Of one", "Lead");
        tell(world.project(null), "Of another", "Lead");
        notices.tell(
                List.of(administrator.account()),
                new Occasion(Kind.TIME, null, false, null),
                _ -> new Letter("Hours", "Lead", List.of(), "/work", "Look"));
        notices.tellAlone(
                List.of(administrator.account()),
                new Occasion(Kind.UPDATE, project, false, null),
                _ -> new Letter("Staffing", "Lead", List.of(), "/work", "Look"));
        ask(put("/api/hooks/" + all), "{\"name\": \"All\", \"paused\": true}");
        tell(project, "While paused", "Lead");
        called();

        assertThat(receiver.received())
                .extracting(each -> JsonPath.<String>read(each.body(), "$.text")
                        .lines()
                        .findFirst()
                        .orElse(""))
                .containsExactly("Of one", "Of another");
    }

    @Test
    void nothingIsToldThatWasTakenBack() throws Exception {
        add("chat", "");

        transaction.executeWithoutResult(status -> {
            tell(project, "Never", "happened");
            status.setRollbackOnly();
        });
        called();

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void sendsATestAtOnceAndShowsWhatCameOfIt() throws Exception {
        var hook = add("signed", "");

        var first = ask(post(path() + "/" + hook + "/trial"), "");
        receiver.answers("HTTP/1.1 404 No\r\n\r\n");
        var second = ask(post(path() + "/" + hook + "/trial"), "");

        assertThat(JsonPath.<String>read(first, "$.state")).isEqualTo("sent");
        assertThat(JsonPath.<String>read(second, "$.state")).isEqualTo("failed");
        assertThat(JsonPath.<Integer>read(second, "$.status")).isEqualTo(404);
        assertThat(receiver.received().getFirst().header("X-Chargehand-Event")).isEqualTo("trial");
        var list = http.perform(get(path()).with(administrator))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(JsonPath.<List<String>>read(list, "$.items[0].calls[*].state"))
                .containsExactly("failed", "sent");
        assertThat(list).contains("\"localhost\"").doesNotContain("secret", "/hooks/abc");
    }

    private void tellQuietly(UUID about, String subject, Actor whom) {
        notices.tellAlone(
                List.of(whom.account()),
                new Occasion(Kind.NEED, about, false, null),
                _ -> new Letter(subject, "By Friday", List.of(), "/work", "Look"));
    }

    private void own(Actor whom, String kind) throws Exception {
        http.perform(post("/api/own-hooks")
                .contentType("application/json")
                .content("""
                        {"kind": "%s", "name": "Mine", "address": "%s"}""".formatted(kind, receiver.address()))
                .with(whom));
    }

    @Test
    void somebodysOwnHearsWhatTheyAreToldAndNothingThatOthersAre() throws Exception {
        var one = world.actor(Role.WORKER);
        var other = world.actor(Role.WORKER);
        own(one, "chat");

        tellQuietly(project, "A key is needed", one);
        tellQuietly(project, "A map is needed", other);
        called();

        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().body()).contains("A key is needed");
    }

    @Test
    void somebodysOwnWaitsForTheirHourAndAChatGetsItInOne() throws Exception {
        var one = world.actor(Role.WORKER);
        own(one, "chat");
        http.perform(put("/api/notice-wishes")
                .contentType("application/json")
                .content("{\"mail\": [], \"digestAt\": \"17:00\"}")
                .with(one));

        tellQuietly(project, "A key is needed", one);
        tellQuietly(project, "A map is needed", one);
        called();
        assertThat(receiver.received()).isEmpty();
        dueNow();
        called();

        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().body())
                .contains("A key is needed")
                .contains("A map is needed");
    }

    @Test
    void somebodysOwnIsNotCalledAboutWhatTheyMayNotSeeAnyMore() throws Exception {
        var one = world.actor(Role.WORKER, null, project);
        own(one, "signed");
        tellQuietly(project, "A key is needed", one);

        jdbc.sql("delete from identity.role_grant where account = :account")
                .param("account", one.account())
                .update();
        called();

        assertThat(receiver.received()).isEmpty();
        assertThat(state("where event = 'need'")).isEqualTo("failed 1 unseen");
    }
}
