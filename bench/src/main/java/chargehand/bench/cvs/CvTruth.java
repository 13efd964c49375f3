package chargehand.bench.cvs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a person knows of a CV, to measure against; `docs/cv-check.md` has the format of the file.
///
/// @param state in which it must come out
/// @param certificates by any of their names
/// @param degrees levels, each as often as there are degrees
/// @param years by field
/// @param criteria findings by `profile/criterion`
public record CvTruth(
        String state,
        List<String> certificates,
        List<String> degrees,
        Map<String, Double> years,
        Map<String, String> criteria) {

    /// Of a folder: `truth.jsonl`, and beside each CV a file of its name with `.truth.json`. By the name of the CV.
    static Map<String, CvTruth> read(Path folder) throws IOException {
        var all = new LinkedHashMap<String, CvTruth>();
        var list = folder.resolve("truth.jsonl");
        if (Files.exists(list))
            for (var line : Files.readAllLines(list))
                if (!line.isBlank()) {
                    var node = JsonMapper.shared().readTree(line);
                    all.put(node.path("file").asString(), of(node));
                }
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (!name.endsWith(".truth.json")) continue;
                all.put(
                        name.substring(0, name.length() - ".truth.json".length()),
                        of(JsonMapper.shared().readTree(Files.readString(file))));
            }
        }
        return all;
    }

    private static CvTruth of(JsonNode node) {
        var years = new LinkedHashMap<String, Double>();
        for (var each : node.path("years").properties())
            years.put(each.getKey(), each.getValue().asDouble());
        var criteria = new LinkedHashMap<String, String>();
        for (var each : node.path("criteria").properties())
            criteria.put(each.getKey(), each.getValue().asString());
        return new CvTruth(
                node.path("state").asString("read"),
                names(node.path("certificates"), "name"),
                names(node.path("degrees"), "level"),
                years,
                criteria);
    }

    /// Texts, or objects that have the text under a key.
    private static List<String> names(JsonNode list, String key) {
        var names = new ArrayList<String>();
        for (var each : list)
            names.add(each.isString() ? each.asString() : each.path(key).asString());
        return names;
    }

    String json(String file) {
        var node = JsonMapper.shared().createObjectNode();
        node.put("file", file);
        node.put("state", state);
        certificates.forEach(node.putArray("certificates")::add);
        degrees.forEach(node.putArray("degrees")::add);
        var inFields = node.putObject("years");
        years.forEach(inFields::put);
        var findings = node.putObject("criteria");
        criteria.forEach(findings::put);
        return node.toString();
    }
}
