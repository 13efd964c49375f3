package chargehand.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Grants;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Whatever changes something leaves its line in the record of deeds: asked of each endpoint of the
/// running server.
@ServerTest
@AccessWorld.Apart
class TrailTest {
    private static final String OF_CLIENT = "is the client's alone, and its own test has its line";
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("POST /api/setup", "is done already, and the company's own test has its line"),
            Map.entry("POST /api/projects/{project}/change-requests/{change}/signature", OF_CLIENT),
            Map.entry("POST /api/projects/{project}/change-requests/{change}/decline", OF_CLIENT),
            Map.entry("POST /api/projects/{project}/deliverables/{deliverable}/acceptance", OF_CLIENT),
            Map.entry("POST /api/projects/{project}/deliverables/{deliverable}/return", OF_CLIENT),
            Map.entry("PUT /api/projects/{project}/tasks/{task}/satisfaction", OF_CLIENT),
            Map.entry("POST /api/projects/{project}/handed-documents", OF_CLIENT),
            Map.entry("POST /api/portal-links/{secret}/feed", "is refused here: no password was told in this browser"),
            Map.entry("POST /api/projects/{project}/previews", "changes nothing"),
            Map.entry("POST /api/projects/{project}/trials", "changes nothing"),
            Map.entry("POST /api/manager-profiles/{profile}/trials", "keeps nothing"),
            Map.entry("PUT /api/projects/{project}/presence", "who looks at a page is nobody's deed"),
            Map.entry("PUT /api/notices/seen", "who has looked at what they were told is nobody's deed"),
            Map.entry("POST /api/imports", "keeps for a day what the sender alone reads"),
            Map.entry("DELETE /api/imports/{import}", "throws away what the sender alone read"),
            Map.entry("POST /api/people-imports", "keeps for a day what the sender alone reads"),
            Map.entry("POST /api/assessment-previews", "keeps nothing"),
            Map.entry("POST /api/signals/{project}", "is refused here: this one isn't signed"),
            Map.entry("POST /api/projects/{project}/assessment-previews", "keeps nothing"),
            Map.entry("POST /api/money-imports", "keeps for a day what the sender alone reads"),
            Map.entry("DELETE /api/money-imports/{import}", "throws away what the sender alone read"),
            Map.entry("POST /api/lifecycle-imports", "keeps for a day what the sender alone reads"),
            Map.entry("DELETE /api/lifecycle-imports/{import}", "throws away what the sender alone read"),
            Map.entry("POST /api/lifecycle-fetches", "is refused here: no address is written down"),
            Map.entry("POST /api/asset-imports", "keeps for a day what the sender alone reads"),
            Map.entry("PUT /api/asset-imports/{import}/columns", "says how the sender's own file is to be read"),
            Map.entry("DELETE /api/asset-imports/{import}", "throws away what the sender alone read"),
            Map.entry("POST /api/history-imports", "keeps for a day what the sender alone reads"),
            Map.entry("PUT /api/history-imports/{import}/columns", "says how the sender's own file is to be read"),
            Map.entry("DELETE /api/history-imports/{import}", "throws away what the sender alone read"),
            Map.entry("POST /api/projects/{project}/tasks/{task}/complication-previews", "keeps nothing"));

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void eachChangeLeavesALine(@Autowired TestWorld people, @Autowired Accounts accounts, @Autowired Grants grants)
            throws Exception {
        var world = new AccessWorld(http, jdbc, people, accounts, grants);
        var requests = new Requests(world);
        var wrong = new ArrayList<String>();
        // What takes away comes last; undo needs a change before it, and redo an undo.
        var order = Comparator.<Endpoint, Boolean>comparing(
                        each -> each.method().equals("DELETE"))
                .thenComparing(each -> each.path().endsWith("/redo"))
                .thenComparing(
                        each -> each.path().endsWith("/undo") || each.path().endsWith("/redo"));
        for (var endpoint : Endpoint.all(mappings).stream().sorted(order).toList()) {
            if (!endpoint.changes()) continue;
            var planner = endpoint.path().startsWith("/api/projects/")
                    ? world.administrator
                    : people.actor(Role.ADMINISTRATOR);
            var place = endpoint.path().endsWith("/decline") ? world.sibling : world.own;
            if (endpoint.path().endsWith("/hire")) accept(world, place);
            long before = last();
            var answer = http.perform(requests.request(endpoint, place, planner))
                    .andReturn()
                    .getResponse();
            boolean left = last() > before;
            if (WITHOUT.containsKey(endpoint.toString())) {
                if (left) wrong.add(endpoint + " leaves a line after all");
            } else if (answer.getStatus() >= 300)
                wrong.add(endpoint + ": " + answer.getStatus() + answer.getContentAsString());
            else if (!left) wrong.add(endpoint + " leaves no line");
        }

        assertEquals(List.of(), wrong);
        var verified = world.send("GET", "/api/audit/verification", "", null);
        assertEquals(true, JsonPath.<Boolean>read(verified, "$.intact"));
    }

    /// Nobody is taken on before that.
    private static void accept(AccessWorld world, Place place) throws Exception {
        var path = "/api/vacancies/%s/applications/%s".formatted(place.id("vacancy"), place.id("application"));
        world.send("POST", path + "/decisions", "{\"state\": \"accepted\", \"reason\": \"Has led\"}", null);
    }

    private long last() {
        return jdbc.sql("select coalesce(max(seq), 0) from audit.entry")
                .query(Long.class)
                .single();
    }
}
