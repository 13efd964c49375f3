package chargehand.server.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What nobody is to blame for who asked.
@ServerTest
@Timeout(60)
class FailuresTest {
    @Autowired
    Problems problems;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TestWorld world;

    @LocalServerPort
    int port;

    @RestController
    static final class Failing {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @GetMapping("/api/failing")
        void fail() throws Exception {
            throw failure;
        }
    }

    @Test
    void theUnexpectedSaysNothingOfTheInsideButWhereTheLogHasIt() throws Exception {
        var answer = failing(new IllegalStateException("secret of table identity.account"));

        assertEquals(500, answer.getStatus());
        assertEquals("application/problem+json", answer.getContentType());
        assertEquals("no-store", answer.getHeader("Cache-Control"));
        var problem = json.readTree(answer.getContentAsString());
        assertEquals("unexpected", problem.get("code").asString());
        assertTrue(problem.get("traceId").asString().matches("[0-9a-f]{16}"));
        assertFalse(problem.has("values"));
        for (var inside : new String[] {"secret", "identity", "Exception", "chargehand.", "java"})
            assertFalse(answer.getContentAsString().contains(inside), inside);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidWithAWhile() throws Exception {
        away(failing(new CannotGetJdbcConnectionException(
                "no", new SQLTransientConnectionException("Connection is not available after 5000ms"))));
        away(failing(new DataAccessResourceFailureException("no", new SQLException("shutting down", "57P01"))));
        away(failing(new DataAccessResourceFailureException("no", new SQLException("broken", "08006"))));
        assertEquals(
                500,
                failing(new DataAccessResourceFailureException("no", new SQLException("syntax", "42601")))
                        .getStatus());
    }

    private static void away(MockHttpServletResponse answer) throws Exception {
        assertEquals(503, answer.getStatus());
        assertEquals("2", answer.getHeader("Retry-After"));
        assertTrue(answer.getContentAsString().contains("\"code\":\"unavailable\""));
    }

    private MockHttpServletResponse failing(Exception failure) throws Exception {
        return MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(new ProblemAdvice(problems))
                .setMessageConverters(new JacksonJsonHttpMessageConverter(json))
                .build()
                .perform(get("/api/failing"))
                .andReturn()
                .getResponse();
    }

    @Test
    void whoReadsWhileTheDatabaseGoesIsToldToComeAgain() throws Exception {
        var ada = world.actor(Role.ADMINISTRATOR);
        try (var http = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> asked;
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table audit.entry in access exclusive mode");
                asked = http.sendAsync(request("/api/audit", ada), BodyHandlers.ofString());
                while (terminateWaiting() == 0) Thread.onSpinWait();
                connection.rollback();
            }

            assertEquals(503, asked.get().statusCode(), asked.get().body());
            assertEquals("2", asked.get().headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    200,
                    http.send(request("/api/audit", ada), BodyHandlers.ofString())
                            .statusCode());
        }
    }

    private HttpRequest request(String path, TestWorld.Actor actor) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", actor.header())
                .build();
    }

    private int terminateWaiting() {
        return jdbc.sql("""
                select count(pg_terminate_backend(pid)) from pg_locks
                where relation = 'audit.entry'::regclass and not granted
                """).query(Integer.class).single();
    }
}
