package chargehand.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Grants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Markup in every text that the description of the interface knows, one after the other: it is refused, or kept as the
/// text that it is, and no page that the server writes has it as markup.
@ServerTest
@AccessWorld.Apart
class TextFieldsTest {
    private static final String MARKUP = "\"'><img src=x onerror=alert(1)></script><script>alert(2)</script>";
    private static final int DEEP = 4;
    /// What is read in the page of a plan.
    private static final Set<String> PLANS = Set.of(
            "POST /api/projects/{project}/changes",
            "PATCH /api/projects/{project}",
            "POST /api/projects/{project}/promises",
            "PATCH /api/people/{person}",
            "PATCH /api/clients/{client}");

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void markupStaysText(@Autowired TestWorld people, @Autowired Accounts accounts, @Autowired Grants grants)
            throws Exception {
        var world = new AccessWorld(http, jdbc, people, accounts, grants);
        var requests = new Requests(world);
        var api = json.readTree(Path.of("../docs/contracts/openapi.json"));
        world.send("POST", "/api/vacancies/" + world.own.id("vacancy") + "/publication", "", "\"2\"");
        var wrong = new ArrayList<String>();
        int kept = 0;
        for (var endpoint : Endpoint.all(mappings)) {
            var body = requests.body(endpoint, world.own);
            var schema = schema(api, endpoint);
            if (body == null || schema.isMissingNode()) continue;
            for (var field : fields(api, schema, DEEP)) {
                var changed = with(json.readTree(body), field);
                var trouble = trouble(
                        pages(world, endpoint),
                        world.administrator,
                        () -> requests.saying(endpoint, world.own, world.administrator, changed));
                if (trouble.equals(KEPT)) kept++;
                else if (!trouble.isEmpty()) wrong.add(endpoint + " " + String.join(".", field) + ": " + trouble);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(kept > 100, "Only %d fields took it.".formatted(kept));
    }

    private static final String KEPT = "kept";

    private static JsonNode schema(JsonNode api, Endpoint endpoint) {
        return api.path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    /// The ways to each text: names of fields, with `[]` for what lists have.
    private static List<List<String>> fields(JsonNode api, JsonNode schema, int deep) {
        var reference = schema.path("$ref").stringValue("");
        if (!reference.isEmpty()) return fields(api, api.at(reference.substring(1)), deep);
        var type = schema.path("type").toString();
        if (type.contains("string")) return schema.has("format") || schema.has("enum") ? List.of() : List.of(List.of());
        var found = new ArrayList<List<String>>();
        if (deep == 0) return found;
        if (schema.has("items")) for (var rest : fields(api, schema.get("items"), deep)) found.add(way("[]", rest));
        schema.path("oneOf").forEach(each -> found.addAll(fields(api, each, deep)));
        schema.path("properties").properties().forEach(each -> {
            for (var rest : fields(api, each.getValue(), deep - 1)) found.add(way(each.getKey(), rest));
        });
        return found;
    }

    private static List<String> way(String first, List<String> rest) {
        var way = new ArrayList<String>(List.of(first));
        way.addAll(rest);
        return way;
    }

    private String with(JsonNode body, List<String> field) {
        return put(body, field).toString();
    }

    private JsonNode put(JsonNode at, List<String> way) {
        if (way.isEmpty()) return json.getNodeFactory().stringNode(MARKUP);
        var rest = way.subList(1, way.size());
        if (way.getFirst().equals("[]")) {
            var first = at.isArray() && !at.isEmpty() ? at.get(0) : json.createObjectNode();
            return json.createArrayNode().add(put(first, rest));
        }
        var object = at instanceof ObjectNode there ? there : json.createObjectNode();
        object.set(way.getFirst(), put(object.path(way.getFirst()), rest));
        return object;
    }

    private interface Asking {
        AbstractMockHttpServletRequestBuilder<?> request();
    }

    /// Taken back at its end.
    private String trouble(List<String> pages, Actor reader, Asking asking) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                var answer = http.perform(asking.request()).andReturn().getResponse();
                if (answer.getStatus() >= 500) return answer.getStatus() + " " + text(answer);
                if (!isData(answer)) return "answers with " + answer.getContentType();
                return answer.getStatus() < 300 ? inPages(pages, reader) : "";
            } catch (Exception broken) {
                return broken.toString();
            }
        }));
    }

    private static boolean isData(MockHttpServletResponse answer) throws IOException {
        var type = String.valueOf(answer.getContentType());
        return answer.getContentAsByteArray().length == 0
                || type.startsWith("application/json")
                || type.startsWith("application/problem+json");
    }

    /// What the server writes as pages that might have what was sent.
    private static List<String> pages(AccessWorld world, Endpoint endpoint) {
        var job = "/jobs/" + world.own.id("vacancy");
        if (endpoint.path().startsWith("/api/vacancies") || endpoint.path().equals("/api/company")) return List.of(job);
        return PLANS.contains(endpoint.toString())
                ? List.of("/api/projects/" + world.own.project() + "/exports/html")
                : List.of();
    }

    private String inPages(List<String> pages, Actor reader) throws Exception {
        for (var path : pages) {
            var page = http.perform(MockMvcRequestBuilders.get(path).with(reader))
                    .andReturn()
                    .getResponse();
            if (page.getStatus() != 200) return path + ": " + page.getStatus();
            if (text(page).contains("<img src=x") || text(page).contains("<script>alert"))
                return "is markup in " + path;
        }
        return KEPT;
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
