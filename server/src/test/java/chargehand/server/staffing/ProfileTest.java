package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// What a kind of manager needs, as the company changes it.
@ServerTest
@Transactional
class ProfileTest {
    private static final String PATH = "/api/manager-profiles/infrastructure";
    private static final String STRICTER = """
            {"reason": "We had two without a degree.", "criteria":
             "must hardware: experience with hardware\\nmust management-degree: a master's degree or higher in management"}""";

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private Recruiting recruiter;

    @BeforeEach
    void aRecruiter() {
        recruiter = new Recruiting(http, jdbc, world.actor(Role.RECRUITER));
    }

    @Test
    void keepsAChangeAsANewVersionWithAuthorAndReason() throws Exception {
        var changed = recruiter.send("PUT", PATH, STRICTER, "\"1\"");

        assertEquals(2, JsonPath.<Integer>read(changed, "$.version"));
        assertEquals(
                List.of("must have a master's degree or higher in management."),
                JsonPath.<List<String>>read(changed, "$.criteria[?(@.id == 'management-degree')].sentence").stream()
                        .map(each -> each.replace("’", "'").toLowerCase(java.util.Locale.ROOT))
                        .toList());
        assertEquals("We had two without a degree.", JsonPath.read(changed, "$.history[0].reason"));
        assertTrue(JsonPath.<String>read(changed, "$.author").startsWith("Bram"));
        assertEquals(412, recruiter.answer("PUT", PATH, STRICTER, "\"1\"").getStatus());
    }

    @Test
    void refusesWhatCantBeCheckedAndSaysOnWhichLine() throws Exception {
        var refused = recruiter.answer("PUT", PATH, """
                        {"reason": "x", "criteria": "must hardware: experience with hardware\\nmust luck: a lucky hand"}""", "\"1\"").getContentAsString();

        assertEquals("criteria", JsonPath.read(refused, "$.values.field"));
        assertTrue(JsonPath.<String>read(refused, "$.detail").startsWith("Line 2: 'a lucky hand'"), refused);
        assertEquals(
                404,
                recruiter
                        .answer("PUT", "/api/manager-profiles/wizard", STRICTER, "\"1\"")
                        .getStatus());
    }

    @Test
    void letsNobodyOfOneProjectChangeWhatHoldsForAll() throws Exception {
        var manager = new Recruiting(http, jdbc, world.actor(Role.MANAGER, world.client(), null));

        assertEquals(403, manager.answer("PUT", PATH, STRICTER, "\"1\"").getStatus());
        assertEquals(
                4, manager.<List<Object>>get("/api/manager-profiles", "$.items").size());
    }
}
