package chargehand.server.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.TransactionSystemException;

@ServerTest
class ProblemsTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @LocalServerPort
    int port;

    @Test
    void anAddressThatIsNotThereIsAProblem() throws Exception {
        refused(get("/api/nothing/here"), 404, "not-found")
                .andExpect(jsonPath("$.type").value("/problems/not-found"))
                .andExpect(jsonPath("$.instance").value("/api/nothing/here"))
                .andExpect(jsonPath("$.traceId").isNotEmpty());
    }

    @Test
    void aFileThatIsNotThereIsAProblemToo() throws Exception {
        refused(get("/assets/none.js"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() throws Exception {
        refused(put("/api/sign-in"), 405, "method-not-allowed").andExpect(header().string("Allow", "GET"));
    }

    @Test
    void malformedJsonSaysWhere() throws Exception {
        refused(json(post("/api/sessions"), "{\n\"login\": \"ada\",, }"), 400, "malformed-json")
                .andExpect(jsonPath("$.detail")
                        .value("The body is not the JSON that is expected here: line 2, column 16."));
    }

    @Test
    void aMissingBodyIsMalformed() throws Exception {
        refused(json(post("/api/sessions"), ""), 400, "malformed-json");
    }

    @Test
    void aMissingFieldIsNamed() throws Exception {
        refused(json(post("/api/sessions"), "{\"login\": \"ada\"}"), 422, "invalid-value")
                .andExpect(jsonPath("$.values.field").value("password"));
    }

    @Test
    void aMissingValueOfAMapIsNamed() throws Exception {
        var qualifications = put("/api/people/" + UUID.randomUUID() + "/qualifications")
                .header("If-Match", "\"0\"")
                .with(world.actor(Role.ADMINISTRATOR));

        refused(json(qualifications, "{\"shown\": {\"punctuality\": null}}"), 422, "invalid-value")
                .andExpect(jsonPath("$.values.field").value("shown.punctuality"));
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() throws Exception {
        refused(json(post("/api/sessions"), "{\"login\": {}, \"password\": \"x\"}"), 400, "malformed-json")
                .andExpect(jsonPath("$.values.field").value("login"));
    }

    @Test
    void aValueThatCannotBeReadIsNamed() throws Exception {
        var project = json(post("/api/projects"), "{\"name\": \"Mail\", \"start\": \"2027-02-01\"}");

        refused(project.with(world.actor(Role.ADMINISTRATOR)), 400, "malformed-json")
                .andExpect(jsonPath("$.values.field").value("start"));
    }

    @Test
    void theDatabaseIsAwayThoughItsRollbackFailsOtherwise() {
        var rollback = new TransactionSystemException("Could not roll back", new SQLException("Connection is closed"));
        rollback.initApplicationException(new DataAccessResourceFailureException("", new SQLException("", "57P01")));

        assertTrue(ProblemAdvice.isAway(rollback));
    }

    /// As after a commit during which the connection broke: what came first is in the log alone.
    @Test
    void theDatabaseIsAwayWhereNothingButTheRollbackSaysSo() {
        var closed = new SQLException("Connection is closed");

        assertTrue(ProblemAdvice.isAway(new TransactionSystemException("JDBC rollback failed", closed)));
        assertFalse(ProblemAdvice.isAway(new TransactionSystemException("Could not commit")));
    }

    @Test
    void aBodyOfAnotherKindIsRefused() throws Exception {
        refused(post("/api/sessions").contentType("text/plain").content("ada"), 415, "unsupported-media-type");
    }

    @Test
    void whoIsNotSignedInIsTold() throws Exception {
        refused(get("/api/session"), 401, "not-signed-in").andExpect(header().string("WWW-Authenticate", "Bearer"));
    }

    @Test
    void anIdThatIsNoneIsNotThere() throws Exception {
        refused(get("/api/clients/7").with(world.actor(Role.ADMINISTRATOR)), 404, "not-found");
    }

    @Test
    void aChangeWithoutItsVersionIsRefused() throws Exception {
        refused(
                json(patch("/api/company").with(world.actor(Role.ADMINISTRATOR)), "{\"name\": \"New\"}"),
                428,
                "version-missing");
    }

    @Test
    void anotherSitesPageCantChangeAnything() throws Exception {
        refused(json(post("/api/sessions").header("Sec-Fetch-Site", "cross-site"), "{}"), 403, "cross-site");
        refused(json(post("/api/sessions").header("Origin", "https://elsewhere.example"), "{}"), 403, "cross-site");
        refused(json(post("/api/sessions").header("Origin", "null"), "{}"), 403, "cross-site");
    }

    @Test
    void ourOwnPageCan() throws Exception {
        refused(
                json(
                        post("/api/sessions")
                                .header("Host", "plans.example:8443")
                                .header("Origin", "https://plans.example:8443")
                                .header("Sec-Fetch-Site", "same-origin"),
                        "{}"),
                422,
                "invalid-value");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        var large = "x".repeat((8 << 20) + 1);

        var declared = send(HttpRequest.newBuilder(at("/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(large)));
        var unsaid = send(HttpRequest.newBuilder(at("/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(("\"" + large).getBytes(StandardCharsets.UTF_8)))));

        assertEquals("413 application/problem+json", declared);
        assertEquals("413 application/problem+json", unsaid);
    }

    /// Whatever length it claims, or none: what is refused is not read to its end, and nothing of it stays.
    @Test
    void anUploadOfAGigabyteIsRefusedLongBeforeItsEndAndLeavesNothing() throws Exception {
        var actor = world.actor(Role.ADMINISTRATOR);
        for (boolean declared : List.of(true, false)) {
            var sent = new AtomicLong();
            var answer = upload(actor.header(), declared, sent);

            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("\"code\":\"too-large\""), answer);
            assertTrue(sent.get() < 200L << 20, "sent " + sent.get());
        }
    }

    /// By hand: clients that are polite hear of it only once all is sent.
    private String upload(String cookie, boolean declared, AtomicLong sent) throws IOException {
        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n";
        var block = new byte[1 << 16];
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write("""
                    POST /api/projects/%s/tasks/a/documents HTTP/1.1\r
                    Host: localhost\r
                    Cookie: %s\r
                    Content-Type: multipart/form-data; boundary=x\r
                    %s\r
                    \r
                    """.formatted(
                            UUID.randomUUID(),
                            cookie,
                            declared ? "Content-Length: " + (1L << 30) : "Transfer-Encoding: chunked")
                    .getBytes(StandardCharsets.US_ASCII));
            try {
                write(out, head.getBytes(StandardCharsets.US_ASCII), declared);
                while (sent.get() < 1L << 30 && socket.getInputStream().available() == 0) {
                    write(out, block, declared);
                    sent.addAndGet(block.length);
                }
            } catch (IOException closed) {
                // The answer may be there all the same.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(OutputStream out, byte[] bytes, boolean plain) throws IOException {
        if (!plain) out.write("%x\r\n".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        if (!plain) out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() + " "
                    + answer.headers().firstValue("Content-Type").orElse("");
        }
    }

    @Test
    void whatTheContainerRefusesSpeaksTheSameLanguage() throws Exception {
        var answer = raw("GET /api/[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"malformed-request\""), answer);
        assertTrue(!answer.contains("Tomcat"), answer);
    }

    @Test
    void whatTheFirewallRefusesSpeaksTheSameLanguage() throws Exception {
        var answer = raw("GET /api//session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("\"code\":\"malformed-request\""), answer);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersOfASafePage() throws Exception {
        http.perform(get("/api/health"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                                        + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
                                        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
                                        + "object-src 'none'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        http.perform(get("/api/health").secure(true))
                .andExpect(header().string("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
    }

    @Test
    void pagesThatTakeAPasswordHaveNoOpener() throws Exception {
        for (var page : List.of("/sign-in", "/setup", "/invitations/abc"))
            http.perform(get(page)).andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"));
        http.perform(get("/projects")).andExpect(header().doesNotExist("Cross-Origin-Opener-Policy"));
    }

    private ResultActions refused(MockHttpServletRequestBuilder request, int status, String code) throws Exception {
        ResultMatcher kind = content().contentType("application/problem+json");
        return http.perform(request)
                .andExpect(status().is(status))
                .andExpect(kind)
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.code").value(code));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType("application/json").content(body);
    }
}
