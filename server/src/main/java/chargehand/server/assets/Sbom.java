package chargehand.server.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a bill of materials in CycloneDX's JSON as a table: the application that it is of, and each part of it
/// with its version; who depends on whom becomes a relation. Parts bear the application's name before their own,
/// so that two applications can use the same library in different versions.
final class Sbom {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD = "name,kind,line,depends on\n";
    private static final int DEEPEST = 20;

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<JsonNode> parts = new ArrayList<>();
    private final Map<String, List<String>> depends = new HashMap<>();

    private Sbom() {}

    /// @param begin of a file
    static boolean is(String begin) {
        return begin.stripLeading().startsWith("{") && begin.contains("\"CycloneDX\"");
    }

    /// @throws JacksonException if it is damaged
    static String asTable(byte[] file) {
        return new Sbom().table(JSON.readTree(file));
    }

    private String table(JsonNode bom) {
        var application = bom.path("metadata").path("component");
        var of = text(application, "name");
        if (!of.isEmpty()) add(application, of);
        collect(bom.path("components"), of, 0);
        for (var each : bom.path("dependencies"))
            for (var other : each.path("dependsOn"))
                depends.computeIfAbsent(text(each, "ref"), any -> new ArrayList<>())
                        .add(other.asString(""));
        var table = new StringBuilder(HEAD);
        for (var part : parts) table.append(row(part));
        return table.toString();
    }

    private void collect(JsonNode components, String of, int depth) {
        for (var each : components) {
            var own =
                    text(each, "group").isEmpty() ? text(each, "name") : text(each, "group") + "/" + text(each, "name");
            add(each, of.isEmpty() || text(each, "name").isEmpty() ? own : of + ": " + own);
            if (depth < DEEPEST) collect(each.path("components"), of, depth + 1);
        }
    }

    /// The same part in another version has its version in its name.
    private void add(JsonNode part, String name) {
        var unique = taken.add(name) ? name : name + " " + text(part, "version");
        taken.add(unique);
        parts.add(part);
        names.put(key(part), unique);
    }

    private static String key(JsonNode part) {
        var ref = text(part, "bom-ref");
        return ref.isEmpty() ? text(part, "group") + "/" + text(part, "name") + "@" + text(part, "version") : ref;
    }

    private String row(JsonNode part) {
        var name = names.getOrDefault(key(part), text(part, "name"));
        var cpe = text(part, "cpe");
        var line = cpe.isEmpty() ? (text(part, "name") + " " + text(part, "version")).strip() : cpe;
        var kind = text(part, "type").equals("device") ? "other" : "software";
        var others = depends.getOrDefault(key(part), List.of()).stream()
                .map(names::get)
                .filter(each -> each != null && !each.equals(name))
                .distinct()
                .map(each -> each.replace(";", ","))
                .toList();
        return quoted(name) + "," + kind + "," + quoted(line) + "," + quoted(String.join(";", others)) + "\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"").replaceAll("[\\r\\n]", " ") + "\"";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }
}
