package chargehand.server.increments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class SignalTest {
    private static final String PUSH = """
            {"ref": "refs/heads/%s", "after": "%s", "repository": {"default_branch": "main"}, "pusher": {"name": "femi"},
             "commits": [{"id": "%2$s", "message": "%s", "author": {"name": "Femi"}}]}""";
    private static final String REQUEST = """
            {"action": "%s", "sender": {"login": "femi"}, "pull_request": {"title": "Sign in", "merged": %s,
             "html_url": "https://code.example/pulls/4", "head": {"ref": "%s", "sha": "%s"}}}""";

    @Autowired
    MockMvc http;

    private Team team;
    private String task;
    private String key;
    private String secret;

    @BeforeEach
    void aTaskAndASecret(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        team = new Team(http, world, accounts);
        task = team.task("Sign in", 1);
        key = JsonPath.read(team.get(team.dewi, "/board"), "$.cards[0].key");
        secret = JsonPath.read(team.send(team.manager, "POST", team.at("/signals/source"), "{}", null), "$.secret");
    }

    private static String hmac(String secret, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse send(String host, String event, String delivery, String signature, String body)
            throws Exception {
        var request = MockMvcRequestBuilders.post("/api/signals/" + team.project)
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-" + host + "-Event", event)
                .header("X-" + host + "-Delivery", delivery)
                .header(host.equals("GitHub") ? "X-Hub-Signature-256" : "X-" + host + "-Signature", signature)
                .content(body);
        return http.perform(request).andReturn().getResponse();
    }

    private void told(String host, String event, String body) throws Exception {
        var sign = (host.equals("GitHub") ? "sha256=" : "") + hmac(secret, body);
        var answer = send(host, event, UUID.randomUUID().toString(), sign, body);
        assertEquals(202, answer.getStatus(), answer.getContentAsString());
    }

    private String column() throws Exception {
        return JsonPath.<List<String>>read(
                        team.get(team.dewi, "/board"), "$.cards[?(@.task == '%s')].column".formatted(task))
                .getFirst();
    }

    private List<String> kinds() throws Exception {
        return JsonPath.read(team.get(team.dewi, "/tasks/" + task + "/signals"), "$.items[*].kind");
    }

    @Test
    void aBranchThatNamesATaskBeginsIt() throws Exception {
        told("Forgejo", "push", PUSH.formatted(key.toLowerCase(java.util.Locale.ROOT) + "-sign-in", "a1", "First try"));

        assertEquals("work", column());
        var signals = team.get(team.dewi, "/tasks/" + task + "/signals");
        assertThat(JsonPath.<List<String>>read(signals, "$.items[*].source")).containsExactly("Forgejo");
        assertThat(JsonPath.<List<String>>read(signals, "$.items[*].who")).containsExactly("femi");
    }

    @Test
    void aMergeOfItIsDoneByRule() throws Exception {
        told("Gitea", "push", PUSH.formatted(key + "-sign-in", "a1", "First try"));
        told("Gitea", "push", PUSH.formatted("main", "b1", "Merge branch '" + key + "-sign-in'"));

        assertEquals("done", column());
        assertThat(kinds()).containsExactly("merged", "commit");
    }

    @Test
    void aCommitOfItsBranchThatReachesTheMainBranchIsAMerge() throws Exception {
        told("Gitea", "push", PUSH.formatted(key + "-sign-in", "a1", "First try"));
        told("Gitea", "push", PUSH.formatted("main", "a1", "First try"));

        assertEquals("done", column());
    }

    @Test
    void toBeNamedOnTheMainBranchIsNotToBeDoneUnlessItSaysSo() throws Exception {
        told("GitHub", "push", PUSH.formatted("main", "b1", "Prepares " + key));
        assertEquals("work", column());

        told("GitHub", "push", PUSH.formatted("main", "b2", "Fixes " + key));
        assertEquals("done", column());
    }

    @Test
    void whatIsMergedStaysWhereTheBoardSaysSo() throws Exception {
        team.send(team.manager, "PUT", team.at("/board"), """
                {"prefix": "%s", "mergedDone": false, "columns": [{"id": "ready", "stage": "ready"},
                    {"id": "work", "stage": "work"}, {"id": "done", "stage": "done"}]}""".formatted(key.replaceAll("-.*", "")), null);
        told("GitHub", "push", PUSH.formatted("main", "b2", "Fixes " + key));

        assertEquals("ready", column());
        assertThat(kinds()).containsExactly("merged");
    }

    @Test
    void aWantedReviewWaitsAndAskedForChangesGoesBack() throws Exception {
        told("GitHub", "pull_request", REQUEST.formatted("opened", "false", key + "-x", "a1"));
        assertEquals("review", column());
        var marks = team.get(team.dewi, "/board");
        assertThat(JsonPath.<List<String>>read(marks, "$.cards[*].marks[*].kind"))
                .containsExactly("waits");
        assertThat(JsonPath.<List<String>>read(marks, "$.cards[*].marks[*].url"))
                .containsExactly("https://code.example/pulls/4");

        told("Gitea", "pull_request_rejected", REQUEST.formatted("reviewed", "false", key + "-x", "a1"));
        assertEquals("work", column());

        told("GitHub", "pull_request", REQUEST.formatted("closed", "true", key + "-x", "a1"));
        assertEquals("done", column());
    }

    @Test
    void redChecksMarkTheCardUntilTheyPass() throws Exception {
        told("GitHub", "push", PUSH.formatted(key + "-x", "a1", "First try"));
        told("GitHub", "status", """
                {"state": "failure", "sha": "a1", "branches": [{"name": "%s-x"}], "context": "build"}""".formatted(key));
        assertThat(JsonPath.<List<String>>read(team.get(team.dewi, "/board"), "$.cards[*].marks[*].kind"))
                .containsExactly("failed");

        told("GitHub", "workflow_run", """
                {"workflow_run": {"conclusion": "success", "head_sha": "a1", "head_branch": "x", "name": "build"}}""");
        assertThat(JsonPath.<List<String>>read(team.get(team.dewi, "/board"), "$.cards[*].marks[*].kind"))
                .isEmpty();
    }

    @Test
    void releasesAndDeploymentsAreTheProjectsOwn() throws Exception {
        told("Forgejo", "release", """
                {"action": "published", "release": {"tag_name": "v1.2", "name": "Ward 4", "body": ""}}""");
        told("GitHub", "deployment_status", """
                {"deployment_status": {"state": "success"}, "deployment": {"environment": "test hospital", "sha": "f1"}}""");

        assertThat(JsonPath.<List<String>>read(team.get(team.dewi, "/signals"), "$.items[*].kind"))
                .containsExactlyInAnyOrder("released", "deployed");
    }

    @Test
    void whatIsForgedIsRefusedAndDoesNothing() throws Exception {
        var body = PUSH.formatted(key + "-x", "a1", "First try");

        for (var forged : List.of(hmac("guess", body), "", "not hexadecimal", hmac(secret, body + " ")))
            assertEquals(401, send("Gitea", "push", "1", forged, body).getStatus(), forged);
        assertEquals("ready", column());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void nobodyIsToldWhetherAProjectHasASecret() throws Exception {
        var nowhere = http.perform(MockMvcRequestBuilders.post("/api/signals/" + UUID.randomUUID())
                        .header("X-Gitea-Event", "push")
                        .content("{}"))
                .andReturn()
                .getResponse();

        assertEquals(401, nowhere.getStatus());
    }

    @Test
    void whatIsReplayedIsRefusedUnderAnotherIdToo() throws Exception {
        var body = PUSH.formatted(key + "-x", "a1", "First try");
        var signature = hmac(secret, body);

        assertEquals(202, send("Gitea", "push", "1", signature, body).getStatus());
        assertEquals(409, send("Gitea", "push", "1", signature, body).getStatus());
        assertEquals(409, send("Gitea", "push", "2", signature, body).getStatus());
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void aRenewedSecretMakesTheOldOneWorthless() throws Exception {
        var body = PUSH.formatted(key + "-x", "a1", "First try");
        var old = hmac(secret, body);
        team.send(team.manager, "POST", team.at("/signals/source"), "{}", null);

        assertEquals(401, send("Gitea", "push", "1", old, body).getStatus());
        assertEquals("forbidden", team.refusal(team.dewi, "POST", team.at("/signals/source"), "{}", null));
    }

    @Test
    void readsOnlyJsonOfABearableSize() throws Exception {
        assertEquals(
                400,
                send("Gitea", "push", "1", hmac(secret, "payload=x"), "payload=x")
                        .getStatus());
        var large = "\"" + "x".repeat(2 << 20) + "\"";
        assertEquals(413, send("Gitea", "push", "2", hmac(secret, large), large).getStatus());
    }
}
