package chargehand.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The description of the API is whole, and is the one that lies in docs/contracts.
@ServerTest
class ApiDescriptionTest {
    @Autowired
    MockMvc http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Autowired
    DescribedRecords records;

    private Description api = Description.EMPTY;

    @BeforeEach
    void read() throws Exception {
        api = Description.made(http);
    }

    /// `bin/contracts` renews it, by -Dchargehand.contracts=renew.
    @Test
    void itIsTheCommittedOne() throws Exception {
        var file = Path.of("../docs/contracts/openapi.json");
        if ("renew".equals(System.getProperty("chargehand.contracts"))) Files.writeString(file, api.pretty());

        assertEquals(
                Files.readString(file),
                api.pretty(),
                "docs/contracts/openapi.json is not what the endpoints say. If that is meant: bin/contracts");
    }

    @Test
    void noTwoRecordsAreCalledAlike() {
        assertEquals(Set.of(), records.clashes());
    }

    @Test
    void itIsTheSameEachTime() throws Exception {
        assertEquals(api.pretty(), Description.made(http).pretty());
    }

    @Test
    void everyEndpointIsInIt() {
        var missing = new ArrayList<String>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getName().startsWith("chargehand.")) return;
            for (var path : mapping.getPatternValues())
                for (var verb : mapping.getMethodsCondition().getMethods())
                    if (api.operation(verb.name(), path).isEmpty()) missing.add(verb + " " + path);
        });

        assertEquals(List.of(), missing);
        assertTrue(api.operations().size() > 60);
    }

    @Test
    void everyOperationSaysWhatItIsWhoMayAndWhatComesBack() {
        var faults = new ArrayList<String>();
        var ids = new HashSet<String>();
        for (var each : api.operations().entrySet()) {
            var operation = each.getValue();
            var id = operation.path("operationId").asString("");
            if (id.isEmpty() || !ids.add(id) || id.contains("_")) faults.add(each.getKey() + ": its id is " + id);
            if (operation.path("summary").asString("").length() < 5) faults.add(each.getKey() + ": no summary");
            if (operation.path("tags").size() != 1) faults.add(each.getKey() + ": not one tag");
            if (!operation.has("security")) faults.add(each.getKey() + ": doesn't say who may");
            var done = Description.done(operation);
            if (done.isEmpty()) faults.add(each.getKey() + ": no answer");
            done.forEach((status, answer) -> {
                boolean bare = Set.of("202", "204", "302", "304").contains(status);
                if (!bare && !hasSchema(answer)) faults.add(each.getKey() + " " + status + ": no schema");
            });
            if (!operation.path("responses").has("default")) faults.add(each.getKey() + ": is never refused");
        }

        assertEquals(List.of(), faults);
    }

    private static boolean hasSchema(JsonNode answer) {
        return answer.path("content").size() > 0
                && answer.path("content")
                        .valueStream()
                        .allMatch(each -> each.path("schema").size() > 0);
    }

    @Test
    void everyTagIsDescribed() {
        var described = new HashSet<String>();
        for (var tag : api.document().path("tags"))
            if (!tag.path("description").asString("").isEmpty())
                described.add(tag.path("name").asString());
        var used = new HashSet<String>();
        api.operations()
                .values()
                .forEach(each -> used.add(each.path("tags").path(0).asString()));

        assertEquals(used, described);
    }

    @Test
    void everythingThatIsReferredToIsThere() {
        var missing = new ArrayList<String>();
        for (var reference : api.document().findValues("$ref")) {
            var place = reference.asString().substring(1);
            if (api.document().at(place).isMissingNode()) missing.add(place);
        }

        assertEquals(List.of(), missing);
    }

    @Test
    void whatMayBeMissingIsNotRequired() {
        var task = api.schema("Task");

        assertEquals(Set.of("id", "name", "kind", "start", "finish"), strings(task.path("required")));
        assertEquals(Set.of("items"), strings(api.schema("ClientList").path("required")));
        assertEquals(
                "addTask",
                api.schema("AddTask")
                        .path("properties")
                        .path("kind")
                        .path("const")
                        .asString());
    }

    private static Set<String> strings(JsonNode list) {
        var all = new HashSet<String>();
        list.forEach(each -> all.add(each.asString()));
        return all;
    }

    @Test
    void aChangeNamesItsVersionAndAPostMayHaveAKey() {
        var change = api.operation("POST", "/api/projects/{project}/changes").orElseThrow();
        var required = new java.util.HashMap<String, Boolean>();
        change.path("parameters")
                .forEach(each -> required.put(
                        each.path("name").asString(), each.path("required").asBoolean()));

        assertEquals(Map.of("project", true, "If-Match", true, "Idempotency-Key", false), required);
        for (var status : List.of("401", "403", "404", "409", "412", "422", "428"))
            assertTrue(change.path("responses").has(status), status);
        assertTrue(change.at("/responses/200/headers").has("ETag"));
    }
}
