package chargehand.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class OpenIdTest {
    private static final LittleIssuer ISSUER = new LittleIssuer();
    private static final String FAILED = "/sign-in?problem=openid-failed";
    private static final String UNKNOWN = "/sign-in?problem=openid-unknown";

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        for (var id : List.of("work", "open")) {
            properties.add("chargehand.openid." + id + ".issuer", ISSUER::address);
            properties.add("chargehand.openid." + id + ".client-id", () -> LittleIssuer.CLIENT);
            properties.add("chargehand.openid." + id + ".client-secret", () -> LittleIssuer.SECRET);
        }
        properties.add("chargehand.openid.work.name", () -> "Harbour");
        properties.add("chargehand.openid.open.create-accounts", () -> "true");
        properties.add("chargehand.openid.gone.issuer", () -> "http://127.0.0.1:9");
        properties.add("chargehand.openid.gone.client-id", () -> "anybody");
    }

    @AfterAll
    static void closed() {
        ISSUER.close();
    }

    /// Somebody on the way: where they are sent, and what their browser keeps.
    private record Visit(String location, Cookie cookie) {
        String state() {
            return Objects.requireNonNull(
                    LittleIssuer.form(java.net.URI.create(location).getRawQuery())
                            .get("state"));
        }
    }

    private Visit begin(String path) throws Exception {
        var answer = http.perform(get(path))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse();
        return new Visit(
                Objects.requireNonNull(answer.getRedirectedUrl()),
                Objects.requireNonNull(answer.getCookie(OpenIdVisit.COOKIE)));
    }

    private MockHttpServletResponse end(String provider, String code, String state, @Nullable Cookie cookie)
            throws Exception {
        var request =
                get("/api/openid/" + provider + "/callback").param("code", code).param("state", state);
        if (cookie != null) request.cookie(cookie);
        return http.perform(request).andExpect(status().isFound()).andReturn().getResponse();
    }

    /// There and back, with these claims.
    private MockHttpServletResponse signIn(String path, Map<String, @Nullable Object> claims) throws Exception {
        var visit = begin(path);
        var provider = path.replaceFirst("/api/openid/([a-z]+).*", "$1");
        return end(provider, ISSUER.grants(visit.location, claims), visit.state(), visit.cookie);
    }

    private static Map<String, @Nullable Object> claims(@Nullable Object... pairs) {
        var claims = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) claims.put(String.valueOf(pairs[i]), pairs[i + 1]);
        return claims;
    }

    /// Somebody with an account that is linked already.
    private String linked() throws Exception {
        var subject = UUID.randomUUID().toString();
        var account = world.nobody().account();
        jdbc.sql("insert into identity.openid_link (issuer, subject, account, since) values (:i, :s, :a, now())")
                .param("i", ISSUER.address())
                .param("s", subject)
                .param("a", account)
                .update();
        return subject;
    }

    private String login(MockHttpServletResponse signedIn) throws Exception {
        var cookie = signedIn.getCookie(Gate.COOKIE);
        assertNotNull(cookie, signedIn.getRedirectedUrl());
        var session =
                http.perform(get("/api/session").cookie(cookie)).andReturn().getResponse();
        return JsonPath.read(session.getContentAsString(), "$.account.login");
    }

    private static void refused(String where, MockHttpServletResponse answer) {
        assertEquals(where, answer.getRedirectedUrl());
        assertNull(answer.getCookie(Gate.COOKIE));
    }

    @Test
    void providersAreListedByTheirNames() throws Exception {
        http.perform(get("/api/sign-in"))
                .andExpect(jsonPath("$.openId[?(@.id == 'work')].name").value("Harbour"))
                .andExpect(jsonPath("$.openId[?(@.id == 'work')].url").value("/api/openid/work"));
        http.perform(get("/api/openid/nowhere")).andExpect(status().isNotFound());
    }

    @Test
    void whoIsLinkedIsSignedInAnewEachTimeAndComesToThePageTheyWanted() throws Exception {
        var subject = linked();

        var first = signIn("/api/openid/work?to=/people/load", claims("sub", subject));
        var second = signIn("/api/openid/work", claims("sub", subject));

        assertEquals("/people/load", first.getRedirectedUrl());
        assertEquals("/", second.getRedirectedUrl());
        var one = Objects.requireNonNull(first.getCookie(Gate.COOKIE));
        assertTrue(one.isHttpOnly());
        assertNotEquals(
                one.getValue(),
                Objects.requireNonNull(second.getCookie(Gate.COOKIE)).getValue());
        assertEquals(login(first), login(second));
        assertEquals(
                0, Objects.requireNonNull(first.getCookie(OpenIdVisit.COOKIE)).getMaxAge());
    }

    @Test
    void asksWithAProofKeyAndNewWordsEachTime() throws Exception {
        var asked = LittleIssuer.form(
                java.net.URI.create(begin("/api/openid/work").location).getRawQuery());
        var again = LittleIssuer.form(
                java.net.URI.create(begin("/api/openid/work").location).getRawQuery());

        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals("code", asked.get("response_type"));
        assertEquals("http://localhost/api/openid/work/callback", asked.get("redirect_uri"));
        for (var fresh : List.of("state", "nonce", "code_challenge"))
            assertNotEquals(asked.get(fresh), again.get(fresh), fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example",
                "https://evil.example/",
                "evil",
                "/api/session",
                "/a b",
                "/\t/evil.example",
                "/%0d%0aSet-Cookie:x",
                "javascript:alert(1)",
                "///evil.example",
                "/@evil.example"
            })
    void nobodyIsSentToAnotherServer(String target) throws Exception {
        var visit = begin(
                "/api/openid/work?to=" + java.net.URLEncoder.encode(target, java.nio.charset.StandardCharsets.UTF_8));

        var answer = end("work", ISSUER.grants(visit.location, claims("sub", linked())), visit.state(), visit.cookie);

        var there = Objects.requireNonNull(answer.getRedirectedUrl());
        assertTrue(
                there.matches("/(?!/)[\\x21-\\x7e]*") && there.indexOf('\\') < 0 && !there.startsWith("/api"), there);
        assertNotNull(answer.getCookie(Gate.COOKIE));
    }

    @Test
    void whatComesBackHasToBelongToThisBrowsersOwnVisit() throws Exception {
        var subject = linked();
        var mine = begin("/api/openid/work");
        var other = begin("/api/openid/work");

        refused(FAILED, end("work", ISSUER.grants(mine.location, claims("sub", subject)), mine.state(), null));
        refused(FAILED, end("work", ISSUER.grants(other.location, claims("sub", subject)), other.state(), mine.cookie));
        refused(FAILED, end("work", ISSUER.grants(mine.location, claims("sub", subject)), "guessed", mine.cookie));
        refused(FAILED, end("open", ISSUER.grants(mine.location, claims("sub", subject)), mine.state(), mine.cookie));
        refused(FAILED, end("work", ISSUER.grants(other.location, claims("sub", subject)), mine.state(), mine.cookie));
        refused(FAILED, end("work", "", mine.state(), mine.cookie));
        var code = ISSUER.grants(mine.location, claims("sub", subject));
        assertNotNull(end("work", code, mine.state(), mine.cookie).getCookie(Gate.COOKIE));
        refused(FAILED, end("work", code, mine.state(), mine.cookie));
    }

    @Test
    void aTokenIsBelievedOnlyIfItIsForUsNowAndOfThisVisit() throws Exception {
        var subject = linked();
        long now = 1_801_468_800;
        for (var wrong : List.of(
                claims("sub", subject, "nonce", "another"),
                claims("sub", subject, "nonce", null),
                claims("sub", subject, "aud", "somebody-else"),
                claims("sub", subject, "aud", List.of(LittleIssuer.CLIENT, "somebody-else")),
                claims("sub", subject, "azp", "somebody-else"),
                claims("sub", subject, "iss", "https://evil.example"),
                claims("sub", subject, "exp", now - 120, "iat", now - 400),
                claims("sub", subject, "exp", null),
                claims("sub", subject, "nbf", now + 600),
                claims("sub", null))) refused(FAILED, signIn("/api/openid/work", wrong));
        assertNotNull(signIn("/api/openid/work", claims("sub", subject)).getCookie(Gate.COOKIE));
    }

    @Test
    void aTokenIsBelievedOnlyIfTheIssuersOwnKeySignedIt() throws Exception {
        var visit = begin("/api/openid/work");
        var code = ISSUER.grants(visit.location, claims("sub", linked()), LittleIssuer.keys());

        refused(FAILED, end("work", code, visit.state(), visit.cookie));
    }

    @Test
    void whomNobodyKnowsGetsNothing() throws Exception {
        var address = UUID.randomUUID() + "@example.com";
        var account = account(address);

        var stranger = claims("sub", UUID.randomUUID().toString(), "email", address, "email_verified", true);
        refused(UNKNOWN, signIn("/api/openid/work", stranger));

        assertEquals(0, links(account));
    }

    private UUID account(String email) {
        var account = world.nobody().account();
        jdbc.sql("update identity.account set email = :email where id = :id")
                .param("email", email)
                .param("id", account)
                .update();
        return account;
    }

    private int links(UUID account) {
        return jdbc.sql("select count(*) from identity.openid_link where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    @Test
    void anAccountIsLinkedByItsVerifiedAddressOnceAnAdministratorAllowsIt() throws Exception {
        var address = UUID.randomUUID() + "@example.com";
        var account = account(address);
        http.perform(patch("/api/accounts/" + account)
                        .with(world.actor(Role.ADMINISTRATOR))
                        .contentType("application/json")
                        .content("{\"openId\": true}"))
                .andExpect(status().isOk());
        var subject = UUID.randomUUID().toString();

        refused(UNKNOWN, signIn("/api/openid/work", claims("sub", subject, "email", address)));
        var linked = signIn("/api/openid/work", claims("sub", subject, "email", address, "email_verified", true));

        login(linked);
        assertEquals(1, links(account));
        var another = claims("sub", UUID.randomUUID().toString(), "email", address, "email_verified", true);
        refused(UNKNOWN, signIn("/api/openid/work", another));
        login(signIn("/api/openid/work", claims("sub", subject)));
    }

    @Test
    void anInvitationIsAcceptedSoOnceWithItsRole() throws Exception {
        var admin = world.actor(Role.ADMINISTRATOR);
        var made = http.perform(post("/api/invitations")
                        .with(admin)
                        .contentType("application/json")
                        .content("{\"name\": \"Chidi\", \"role\": \"lead\", \"scope\": \"company\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var letter = JsonPath.<String>read(made, "$.url").replaceFirst(".*/", "");
        var subject = UUID.randomUUID().toString();
        var login = "chidi" + subject.substring(0, 8);

        var first =
                signIn("/api/openid/work?invitation=" + letter, claims("sub", subject, "preferred_username", login));

        assertEquals(login, login(first));
        var cookie = Objects.requireNonNull(first.getCookie(Gate.COOKIE));
        http.perform(get("/api/session").cookie(cookie))
                .andExpect(jsonPath("$.grants[0].role").value("lead"));
        refused(
                UNKNOWN,
                signIn(
                        "/api/openid/work?invitation=" + letter,
                        claims("sub", UUID.randomUUID().toString())));
    }

    @Test
    void anAccountThatIsDisabledStaysOut() throws Exception {
        var subject = linked();
        jdbc.sql("""
                update identity.account set disabled = now()
                where id = (select account from identity.openid_link where subject = :subject)
                """).param("subject", subject).update();

        refused(UNKNOWN, signIn("/api/openid/work", claims("sub", subject)));
    }

    @Test
    void accountsAreMadeWithoutAnyRoleWhereThatIsWanted() throws Exception {
        var subject = UUID.randomUUID().toString();

        var first = signIn("/api/openid/open", claims("sub", subject, "name", "Dewi Sari"));

        var cookie = Objects.requireNonNull(first.getCookie(Gate.COOKIE));
        http.perform(get("/api/session").cookie(cookie))
                .andExpect(jsonPath("$.account.name").value("Dewi Sari"))
                .andExpect(jsonPath("$.grants").isEmpty());
    }

    @Test
    void aProviderThatIsAwayIsSaidSo() throws Exception {
        var answer = http.perform(get("/api/openid/gone")).andReturn().getResponse();

        refused("/sign-in?problem=openid-unavailable", answer);
    }
}
