package chargehand.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServerTest
class SignInTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRightPasswordOpensASessionByACookieThatScriptsCantRead() throws Exception {
        var ada = world.actor(Role.MANAGER);

        signIn(ada.login(), TestWorld.PASSWORD)
                .andExpect(status().isCreated())
                .andExpect(cookie().httpOnly(Gate.COOKIE, true))
                .andExpect(cookie().path(Gate.COOKIE, "/"))
                .andExpect(cookie().secure(Gate.COOKIE, false))
                .andExpect(cookie().sameSite(Gate.COOKIE, "Lax"))
                .andExpect(jsonPath("$.account.login").value(ada.login()))
                .andExpect(jsonPath("$.company.name").isNotEmpty())
                .andExpect(jsonPath("$.grants[0].role").value("manager"))
                .andExpect(jsonPath("$.grants[0].scope").value("company"))
                .andExpect(jsonPath("$.can[?(@ == 'project.create')]").exists())
                .andExpect(jsonPath("$.can[?(@ == 'company.administer')]").doesNotExist())
                .andExpect(jsonPath("$.now").value("2027-02-01T08:00:00Z"));
    }

    @Test
    void theCookieIsForTlsOnlyBehindTls() throws Exception {
        var ada = world.actor(Role.MANAGER);

        http.perform(credentials(ada.login(), TestWorld.PASSWORD).secure(true))
                .andExpect(cookie().secure(Gate.COOKIE, true));
    }

    @Test
    void aWrongPasswordAndAWrongNameAreToldAlike() throws Exception {
        var ada = world.actor(Role.MANAGER);

        var wrong = signIn(ada.login(), "seven red kettles")
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("wrong-sign-in"))
                .andReturn();
        var unknown = signIn("nobody-" + ada.login(), "seven red kettles")
                .andExpect(status().isUnauthorized())
                .andReturn();

        assertEquals(
                detail(wrong.getResponse().getContentAsString()),
                detail(unknown.getResponse().getContentAsString()));
    }

    private static String detail(String json) {
        return JsonPath.read(json, "$.detail");
    }

    @Test
    void theTenthWrongTryIsTheLastForAWhileEvenWithTheRightPassword() throws Exception {
        var ada = world.actor(Role.MANAGER);

        for (int i = 0; i < 10; i++)
            http.perform(credentials(ada.login(), "wrong").with(from("198.51.100." + i)))
                    .andExpect(status().isUnauthorized());

        http.perform(credentials(ada.login(), TestWorld.PASSWORD).with(from("198.51.100.99")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "900"))
                .andExpect(jsonPath("$.code").value("too-many-tries"));
    }

    @Test
    void anAddressIsSlowedDownWhateverNamesItTries() throws Exception {
        world.company();
        for (int i = 0; i < 50; i++)
            http.perform(credentials("guess" + i, "wrong").with(from("2001:db8:1:2::" + i)))
                    .andExpect(status().isUnauthorized());

        http.perform(credentials("guess51", "wrong").with(from("2001:db8:1:2:ffff::1")))
                .andExpect(status().isTooManyRequests());
        http.perform(credentials("guess52", "wrong").with(from("2001:db8:1:3::1")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aSessionEndsEverywhereAtOnce() throws Exception {
        var ada = world.actor(Role.MANAGER);
        var there = cookieOf(signIn(ada.login(), TestWorld.PASSWORD));

        http.perform(get("/api/sessions").with(ada))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[?(@.current)]").isNotEmpty());
        http.perform(delete("/api/sessions").with(ada)).andExpect(status().isNoContent());

        http.perform(get("/api/session").with(ada)).andExpect(status().isUnauthorized());
        http.perform(get("/api/session").cookie(there)).andExpect(status().isUnauthorized());
    }

    @Test
    void nobodyEndsAnothersSession() throws Exception {
        var ada = world.actor(Role.MANAGER);
        var bram = world.actor(Role.ADMINISTRATOR);
        var session = jdbc.sql("select id from identity.session where account = :account")
                .param("account", ada.account())
                .query(java.util.UUID.class)
                .single();

        http.perform(delete("/api/sessions/" + session).with(bram)).andExpect(status().isNotFound());
        http.perform(get("/api/session").with(ada)).andExpect(status().isOk());
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookie() throws Exception {
        var ada = world.actor(Role.MANAGER);

        http.perform(delete("/api/session").with(ada))
                .andExpect(status().isNoContent())
                .andExpect(cookie().maxAge(Gate.COOKIE, 0));

        http.perform(get("/api/session").with(ada)).andExpect(status().isUnauthorized());
    }

    @Test
    void aSessionThatWasIdleForAWeekIsOver() throws Exception {
        var ada = world.actor(Role.MANAGER);
        lastSeen(ada, Instant.parse("2027-01-25T07:59:00Z"));

        http.perform(get("/api/session").with(ada)).andExpect(status().isUnauthorized());
    }

    @Test
    void whenSomebodyWasSeenIsNotedOnceAMinute() throws Exception {
        var ada = world.actor(Role.MANAGER);

        lastSeen(ada, Instant.parse("2027-02-01T07:59:30Z"));
        http.perform(get("/api/session").with(ada)).andExpect(status().isOk());
        assertEquals(Instant.parse("2027-02-01T07:59:30Z"), lastSeen(ada));

        lastSeen(ada, Instant.parse("2027-02-01T07:58:30Z"));
        http.perform(get("/api/session").with(ada)).andExpect(status().isOk());
        assertEquals(Instant.parse("2027-02-01T08:00:00Z"), lastSeen(ada));
    }

    private void lastSeen(TestWorld.Actor actor, Instant at) {
        jdbc.sql("update identity.session set last_seen = :at where account = :account")
                .param("at", Timestamp.from(at))
                .param("account", actor.account())
                .update();
    }

    private Instant lastSeen(TestWorld.Actor actor) {
        return jdbc.sql("select last_seen from identity.session where account = :account")
                .param("account", actor.account())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void neitherPasswordsNorSecretsAreStored() {
        var ada = world.actor(Role.MANAGER);

        var stored = jdbc.sql("""
                select string_agg(t::text, ' ') from (
                    select s::text as t from identity.session s union all select a::text from identity.account a
                ) as everything
                """).query(String.class).single();

        assertFalse(stored.contains(ada.secret()));
        assertFalse(stored.contains(TestWorld.PASSWORD));
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() throws Exception {
        var ada = world.actor(Role.MANAGER);
        var here = cookieOf(signIn(ada.login(), TestWorld.PASSWORD));

        http.perform(json(put("/api/account/password").cookie(here), """
                {"current": "seven green kettles", "next": "nine blue lanterns"}""")).andExpect(status().isNoContent());

        http.perform(get("/api/session").cookie(here)).andExpect(status().isOk());
        http.perform(get("/api/session").with(ada)).andExpect(status().isUnauthorized());
        signIn(ada.login(), TestWorld.PASSWORD).andExpect(status().isUnauthorized());
        signIn(ada.login(), "nine blue lanterns").andExpect(status().isCreated());
    }

    @Test
    void aWeakPasswordIsRefused() throws Exception {
        var ada = world.actor(Role.MANAGER);
        for (var weak : new String[] {"short", "Passw0rd", "aaaaaaaaaaaa", ada.login() + "-2027"})
            http.perform(json(put("/api/account/password").with(ada), """
                    {"current": "seven green kettles", "next": "%s"}""".formatted(weak)))
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("weak-password"));
    }

    @Test
    void aTokenActsForItsAccountButNotOverIt() throws Exception {
        var ada = world.actor(Role.MANAGER);
        var made = http.perform(json(post("/api/tokens").with(ada), "{\"name\": \"Nightly export\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var bearer = "Bearer " + JsonPath.<String>read(made, "$.secret");

        http.perform(get("/api/session").header("Authorization", bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account.login").value(ada.login()));
        http.perform(json(post("/api/tokens").header("Authorization", bearer), "{\"name\": \"Another\"}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("needs-session"));

        http.perform(delete("/api/tokens/" + JsonPath.<String>read(made, "$.id"))
                        .with(ada))
                .andExpect(status().isNoContent());
        http.perform(get("/api/session").header("Authorization", bearer)).andExpect(status().isUnauthorized());
    }

    @Test
    void aSessionIsNoTokenAndATokenNoSession() throws Exception {
        var ada = world.actor(Role.MANAGER);

        http.perform(get("/api/session").header("Authorization", "Bearer " + ada.secret()))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions signIn(String login, String password) throws Exception {
        return http.perform(credentials(login, password));
    }

    private static MockHttpServletRequestBuilder credentials(String login, String password) {
        return json(post("/api/sessions"), "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType("application/json").content(body);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static Cookie cookieOf(ResultActions answer) {
        var cookie = answer.andReturn().getResponse().getCookie(Gate.COOKIE);
        if (cookie == null) throw new AssertionError("no cookie");
        return cookie;
    }
}
