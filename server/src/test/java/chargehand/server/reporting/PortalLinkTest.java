package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// The portal for somebody without an account.
@ServerTest
@Transactional
class PortalLinkTest {
    private static final String RIGHT = "{\"password\": \"nine grey herons\"}";

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private Actor manager = new Actor(new UUID(0, 0), "", "");
    private UUID client = manager.account();
    private String project = "";

    @BeforeEach
    void aProjectOfWhichSomethingWasReleased() throws Exception {
        manager = world.actor(Role.ADMINISTRATOR);
        client = world.client();
        project = project("Move");
        var draft = JsonPath.<String>read(said(by("POST", project + "/updates", "{}")), "$.id");
        by("POST", project + "/updates/" + draft + "/release", "{}");
    }

    private String project(String name) throws Exception {
        var made = said(by("POST", "/api/projects", """
                {"name": "%s", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(name, client)));
        return "/api/projects/" + JsonPath.<String>read(made, "$.id");
    }

    private MockHttpServletResponse by(String method, String path, String body) throws Exception {
        return http.perform(request(HttpMethod.valueOf(method), path)
                        .contentType("application/json")
                        .content(body)
                        .with(manager))
                .andReturn()
                .getResponse();
    }

    /// As somebody without an account.
    private MockHttpServletResponse outside(String method, String path, String body, @Nullable Cookie visit)
            throws Exception {
        var asked = request(HttpMethod.valueOf(method), path)
                .contentType("application/json")
                .content(body);
        if (visit != null) asked.cookie(visit);
        return http.perform(asked).andReturn().getResponse();
    }

    private static String said(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private record Made(String id, String at) {}

    private Made link(String project) throws Exception {
        var made = said(by("POST", project + "/portal-links", """
                {"whom": "The auditor", "until": "2027-03-01T08:00:00Z", "password": "nine grey herons"}"""));
        var path = JsonPath.<String>read(made, "$.path");
        return new Made(JsonPath.read(made, "$.link.id"), path.replace("/released/", "/api/portal-links/"));
    }

    private Cookie enter(Made link) throws Exception {
        return Objects.requireNonNull(
                outside("POST", link.at() + "/visits", RIGHT, null).getCookie("chargehand-visit"));
    }

    @Test
    void opensWhatWasReleasedOfItsProjectToWhoeverTellsThePassword() throws Exception {
        var link = link(project);
        assertThat(outside("GET", link.at(), "", null).getStatus()).isEqualTo(401);
        assertThat(outside("POST", link.at() + "/visits", "{\"password\": \"no\"}", null)
                        .getCookie("chargehand-visit"))
                .isNull();

        var read = said(outside("GET", link.at(), "", enter(link)));

        assertThat(JsonPath.<String>read(read, "$.name")).isEqualTo("Move");
        assertThat(JsonPath.<String>read(read, "$.update.facts.asOf")).isEqualTo("2027-02-01T08:00:00Z");
        assertThat(read).doesNotContain("questions", "changes\":", "price");
    }

    @Test
    void hasTheLastUpdateOnPaperForWhoeverToldThePassword() throws Exception {
        var link = link(project);
        assertThat(outside("GET", link.at() + "/update", "", null).getStatus()).isEqualTo(401);

        var pdf = outside("GET", link.at() + "/update?language=de", "", enter(link));

        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getContentAsString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void opensNothingElse() throws Exception {
        var link = link(project);
        var other = link(project("Other"));
        var visit = enter(link);

        assertThat(outside("GET", other.at(), "", visit).getStatus()).isEqualTo(401);
        for (var path : List.of("/api/portal", project, project + "/updates", "/api/session", "/api/feeds"))
            assertThat(outside("GET", path, "", visit).getStatus()).as(path).isEqualTo(401);
        var asSession = new Cookie("chargehand-session", visit.getValue());
        assertThat(outside("GET", "/api/portal", "", asSession).getStatus()).isEqualTo(401);
    }

    @Test
    void opensNothingOnceItIsRevokedNeitherPageNorCalendar() throws Exception {
        var link = link(project);
        var visit = enter(link);
        var feed = JsonPath.<String>read(said(outside("POST", link.at() + "/feed", "{}", visit)), "$.path");
        assertThat(said(outside("GET", feed, "", null))).contains("BEGIN:VCALENDAR");

        by("DELETE", project + "/portal-links/" + link.id(), "");

        assertThat(outside("GET", link.at(), "", visit).getStatus()).isEqualTo(404);
        assertThat(outside("POST", link.at() + "/visits", RIGHT, null).getStatus())
                .isEqualTo(404);
        assertThat(outside("GET", feed, "", null).getStatus()).isEqualTo(404);
    }

    @Test
    void opensNothingOnceItIsOver() throws Exception {
        var link = link(project);
        var visit = enter(link);
        var feed = JsonPath.<String>read(said(outside("POST", link.at() + "/feed", "{}", visit)), "$.path");

        jdbc.sql("update identity.portal_link set until = '2027-02-01T08:00:00Z'")
                .update();

        assertThat(outside("GET", link.at(), "", visit).getStatus()).isEqualTo(404);
        assertThat(outside("GET", feed, "", null).getStatus()).isEqualTo(404);
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        var link = link(project);
        for (int i = 0; i < 10; i++) outside("POST", link.at() + "/visits", "{\"password\": \"guess\"}", null);

        assertThat(outside("POST", link.at() + "/visits", RIGHT, null).getStatus())
                .isEqualTo(429);
    }

    @Test
    void endsWithinAYearAndHasAPasswordThatIsNotGuessed() throws Exception {
        for (var wrong : List.of(
                "{\"whom\": \"E\", \"until\": \"2029-03-01T08:00:00Z\", \"password\": \"nine grey herons\"}",
                "{\"whom\": \"E\", \"until\": \"2027-01-01T08:00:00Z\", \"password\": \"nine grey herons\"}",
                "{\"whom\": \"E\", \"until\": \"2027-03-01T08:00:00Z\", \"password\": \"12345678\"}",
                "{\"whom\": \"\", \"until\": \"2027-03-01T08:00:00Z\", \"password\": \"nine grey herons\"}"))
            assertThat(by("POST", project + "/portal-links", wrong).getStatus())
                    .as(wrong)
                    .isEqualTo(422);
    }
}
