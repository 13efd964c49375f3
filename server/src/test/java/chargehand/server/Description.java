package chargehand.server;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The API's description as the endpoints make it, and what it says against an answer.
record Description(JsonNode document) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    static final Description EMPTY = new Description(JSON.createObjectNode());
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    static Description made(MockMvc http) throws Exception {
        var answer = http.perform(get("/described.json")).andReturn().getResponse();
        return new Description(JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8)));
    }

    String pretty() {
        return JSON.writeValueAsString(document) + "\n";
    }

    /// By what they are asked with, as `GET /api/clients`.
    Map<String, JsonNode> operations() {
        var all = new LinkedHashMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (VERBS.contains(verb.getKey()))
                        all.put(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), verb.getValue());
                }));
        return all;
    }

    Optional<JsonNode> operation(String verb, String path) {
        return Optional.ofNullable(operations().get(verb + " " + path));
    }

    JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    /// The answers of an operation to whom it isn't refused, by status.
    static Map<String, JsonNode> done(JsonNode operation) {
        var done = new LinkedHashMap<String, JsonNode>();
        operation.path("responses").properties().forEach(each -> {
            if (each.getKey().startsWith("2") || each.getKey().startsWith("3"))
                done.put(each.getKey(), each.getValue());
        });
        return done;
    }

    /// What it says against an answer: nothing, if that is as described to the last field.
    List<String> against(String verb, String path, MockHttpServletResponse answer) throws Exception {
        var operation = operations().entrySet().stream()
                .filter(each -> matches(each.getKey(), verb, path))
                .min(Comparator.comparingInt(each -> variables(each.getKey())))
                .orElseThrow(() -> new AssertionError(verb + " " + path + " is not described"));
        var key = operation.getKey();
        var responses = operation.getValue().path("responses");
        var status = Integer.toString(answer.getStatus());
        var response = resolved(
                responses.has(status) || answer.getStatus() < 400 ? responses.path(status) : responses.path("default"));
        if (response.isMissingNode()) return List.of(key + " doesn't answer with " + status);
        var faults = new ArrayList<String>();
        response.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean(false) && answer.getHeader(header.getKey()) == null)
                faults.add(key + ": no " + header.getKey());
        });
        if (answer.getHeader("ETag") != null && !response.path("headers").has("ETag")) faults.add(key + ": an ETag");
        if (response.path("content").isEmpty()) return faults;
        var type = String.valueOf(answer.getContentType()).replaceFirst(";.*", "");
        var content = response.path("content").path(type);
        if (content.isMissingNode()) faults.add(key + ": is " + type);
        else
            for (var fault : validated(content.path("schema"), answer.getContentAsString(StandardCharsets.UTF_8)))
                faults.add(key + ": " + fault);
        return faults;
    }

    private static boolean matches(String key, String verb, String path) {
        var parts = key.split(" ", 2);
        return parts[0].equals(verb)
                && PathPatternParser.defaultInstance
                        .parse(parts[1])
                        .matches(PathContainer.parsePath(path.replaceFirst("\\?.*", "")));
    }

    private static int variables(String key) {
        return (int) key.chars().filter(each -> each == '{').count();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private List<String> validated(JsonNode schema, String body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", closed(document.path("components").deepCopy()));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.writeValueAsString(whole))
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /// Readers pass over what they don't know; a server has no business to say it.
    private static JsonNode closed(JsonNode components) {
        for (var schema : components.path("schemas"))
            if (schema.has("properties")) ((ObjectNode) schema).put("additionalProperties", false);
        return components;
    }
}
