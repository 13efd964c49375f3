package chargehand.server.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Timeout(60)
class OnceOnlyTest {
    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Actor ada = new Actor(new UUID(0, 0), "", "");
    private String name = "";

    @BeforeEach
    void somebody() {
        ada = world.actor(Role.ADMINISTRATOR);
        name = "Client of " + ada.login();
    }

    @AfterEach
    void hangUp() {
        http.close();
    }

    @Test
    void whoAsksAgainGetsTheSameAnswerAndNothingIsDoneTwice() throws Exception {
        var first = createClient(ada, "k1", name);
        var again = createClient(ada, "k1", name);

        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals(first.body(), again.body());
        for (var header : List.of("ETag", "Location", "Content-Type", "Cache-Control"))
            assertEquals(first.headers().allValues(header), again.headers().allValues(header));
        assertFalse(first.headers().firstValue("Idempotency-Replayed").isPresent());
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        assertEquals(1, clients());
    }

    @Test
    void aKeyStandsForOneRequestOfOneAccount() throws Exception {
        createClient(ada, "k1", name);

        refused(createClient(ada, "k1", name + " & Sons"), 422, "idempotency-key-reused");
        refused(post("/api/people", ada, "k1", "{\"name\": \"%s\"}".formatted(name)), 422, "idempotency-key-reused");
        var other = createClient(world.actor(Role.ADMINISTRATOR), "k1", name + " & Daughters");

        assertEquals(201, other.statusCode());
        assertFalse(other.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        createClient(ada, "k1", name);
        refused(createClient(ada, "k2", name), 409, "name-taken");
        jdbc.sql("update identity.client set name = name || ' (old)' where name = :name")
                .param("name", name)
                .update();

        assertEquals(201, createClient(ada, "k2", name).statusCode());
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndWhoIsNotSignedInIsToldThat() throws Exception {
        refused(createClient(ada, "k".repeat(201), name), 400, "invalid-parameter");
        refused(createClient(new Actor(ada.account(), "", "chs_none"), "k1", name), 401, "not-signed-in");
        assertEquals(0, clients());
    }

    @Test
    void whileOneIsCarriedOutTheSameIsRefused() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock(%d)".formatted(new RequestKey(ada.account(), "k1").number()));

            var answer = createClient(ada, "k1", name);

            refused(answer, 409, "request-in-flight");
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
            connection.rollback();
        }
        assertEquals(201, createClient(ada, "k1", name).statusCode());
        assertEquals(1, clients());
    }

    @Test
    void ofManyAtTheSameTimeOneIsCarriedOut() throws Exception {
        var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 12; i++)
            asked.add(http.sendAsync(request("/api/clients", ada, "k1", client(name)), BodyHandlers.ofString()));

        var made = new ArrayList<String>();
        for (var each : asked) {
            var answer = each.get();
            if (answer.statusCode() == 201) made.add(answer.body());
            else refused(answer, 409, "request-in-flight");
        }

        assertFalse(made.isEmpty());
        assertEquals(
                1,
                Map.copyOf(made.stream().collect(java.util.stream.Collectors.groupingBy(each -> each)))
                        .size());
        assertEquals(1, clients());
    }

    /// As when the server or the database is killed between the change and its answer.
    @Test
    void whenItsConnectionDiesNothingIsStoredAndARepetitionDoesTheWork() throws Exception {
        CompletableFuture<HttpResponse<String>> asked;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Whoever has stored the client waits here for the end of the transaction.
            statement.execute("lock table outbox.answer in share row exclusive mode");
            asked = http.sendAsync(request("/api/clients", ada, "k1", client(name)), BodyHandlers.ofString());
            while (terminateWaiting() == 0) Thread.onSpinWait();
            connection.rollback();
        }

        refused(asked.get(), 503, "unavailable");
        assertEquals(0, clients());
        assertEquals(201, createClient(ada, "k1", name).statusCode());
        assertEquals(1, clients());
    }

    private int terminateWaiting() {
        return jdbc.sql("""
                select count(pg_terminate_backend(pid)) from pg_locks
                where relation = 'outbox.answer'::regclass and not granted
                """).query(Integer.class).single();
    }

    @Test
    void aPlanIsChangedOnceAndGoesOn() throws Exception {
        var project = json.readTree(
                        post("/api/projects", ada, "k0", "{\"name\": \"Shop\"}").body())
                .get("id")
                .asString();
        var changes = "/api/projects/" + project + "/changes";
        var addTask = "{\"changes\": [{\"kind\": \"addTask\", \"task\": {\"name\": \"Build\", \"minutes\": 60}}]}";

        var first = post(changes, ada, "k1", addTask);
        var again = post(changes, ada, "k1", addTask);
        var next = post(changes, ada, "k2", addTask);

        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        assertEquals(version(first) + 1, version(next));
        var plan = json.readTree(http.send(
                        HttpRequest.newBuilder(at("/api/projects/" + project + "/plan"))
                                .header("Cookie", ada.header())
                                .build(),
                        BodyHandlers.ofString())
                .body());
        assertEquals(2, plan.get("tasks").size());
        assertEquals(version(next), plan.get("version").asLong());
    }

    private long version(HttpResponse<String> answer) {
        return json.readTree(answer.body()).get("version").asLong();
    }

    @Test
    void aSecretThatIsShownOnceIsNotReadableInTheDatabase() throws Exception {
        var made = post("/api/tokens", ada, "k1", "{\"name\": \"Build\"}");
        var again = post("/api/tokens", ada, "k1", "{\"name\": \"Build\"}");

        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("cht_"));
        assertEquals(made.body(), again.body());
        var name = new RequestKey(ada.account(), "k1").name();
        byte[] sealed = jdbc.sql("select sealed from outbox.answer where key = :key")
                .param("key", name)
                .query(byte[].class)
                .single();
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("cht_"));
    }

    @Test
    void wrongPasswordsAreCountedWhateverTheKey() throws Exception {
        var wrong = "{\"login\": \"%s\", \"password\": \"wrong\"}".formatted(ada.login());
        HttpResponse<String> last = post("/api/sessions", ada, "k1", wrong);
        for (int i = 0; i < 30 && last.statusCode() == 401; i++) last = post("/api/sessions", ada, "k1", wrong);

        refused(last, 429, "too-many-tries");
    }

    @Test
    void anUploadIsTheSameWhateverItsBoundary() throws Exception {
        var table = "Name,Skills\nChidi of %s,Java\n".formatted(ada.login());

        var first = upload("one", table);
        var again = upload("two", table);
        var other = upload("three", table + "Dewi,Linux\n");

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        refused(other, 422, "idempotency-key-reused");
    }

    @Test
    void anUploadThatIsNoneIsRefusedAsWithoutAKey() throws Exception {
        for (var type : List.of("multipart/mixed", "multipart/form-data", "multipart/mixed; boundary=x"))
            for (var path : List.of("/api/people-imports", "/api/projects/" + ada.account() + "/handed-documents")) {
                var without = unreadable(path, type, null);
                var with = unreadable(path, type, "k1");

                assertEquals(4, without.statusCode() / 100, without.body());
                refused(
                        with,
                        without.statusCode(),
                        json.readTree(without.body()).get("code").asString());
            }
    }

    private HttpResponse<String> unreadable(String path, String type, @Nullable String key) throws Exception {
        var request = HttpRequest.newBuilder(at(path))
                .header("Cookie", ada.header())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("--x\r\nContent-Type: text/csv\r\n\r\nName\r\n"));
        if (key != null) request.header("Idempotency-Key", key);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String boundary, String table) throws Exception {
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, table);
        return http.send(
                HttpRequest.newBuilder(at("/api/people-imports"))
                        .header("Cookie", ada.header())
                        .header("Idempotency-Key", "k1")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void afterADayAKeyIsFreeAgain() throws Exception {
        createClient(ada, "k1", name);
        jdbc.sql("update outbox.answer set at = now() - interval '25 hours' where key = :key")
                .param("key", new RequestKey(ada.account(), "k1").name())
                .update();

        refused(createClient(ada, "k1", name), 409, "name-taken");
    }

    private HttpResponse<String> createClient(Actor actor, String key, String name) throws Exception {
        return post("/api/clients", actor, key, client(name));
    }

    private static String client(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }

    private int clients() {
        return jdbc.sql("select count(*) from identity.client where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> post(String path, Actor actor, String key, String body) throws Exception {
        return http.send(request(path, actor, key, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, Actor actor, @Nullable String key, String body) {
        var request = HttpRequest.newBuilder(at(path))
                .header("Cookie", actor.header())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString(body));
        if (key != null) request.header("Idempotency-Key", key);
        return request.build();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        JsonNode problem = json.readTree(answer.body());
        assertEquals(code, problem.get("code").asString());
    }
}
