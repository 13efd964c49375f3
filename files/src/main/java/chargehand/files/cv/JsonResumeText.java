package chargehand.files.cv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// JSON Resume as the lines of a plain CV; the person's name, address and the like are left out.
final class JsonResumeText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(200_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final Map<?, ?> resume;
    private final List<String> lines = new ArrayList<>();

    private JsonResumeText(Map<?, ?> resume) {
        this.resume = resume;
    }

    static Extracted of(byte[] bytes) throws IOException {
        var parsed = parse(CvKind.decoded(bytes));
        if (!(parsed instanceof Map<?, ?> resume) || !isOne(resume))
            return Extracted.without(CvFile.State.BROKEN, "It is JSON, but no JSON Resume. Ask for a PDF or DOCX.");
        return Extracted.read(new JsonResumeText(resume).text());
    }

    private static boolean isOne(Map<?, ?> resume) {
        return List.of("basics", "work", "education", "certificates", "skills").stream()
                .anyMatch(resume::containsKey);
    }

    private String text() {
        if (resume.get("basics") instanceof Map<?, ?> basics) {
            lines.add(value(basics, "label"));
            lines.add("Summary");
            lines.addAll(value(basics, "summary").lines().toList());
        }
        section(
                "work",
                "Work experience",
                each -> dated(each) + "\t" + value(each, "position") + "\t" + either(each, "name", "company"));
        section("projects", "Projects", each -> dated(each) + "\t" + value(each, "name"));
        section(
                "education",
                "Education",
                each -> degree(each) + "\t" + value(each, "institution") + "\t" + value(each, "endDate"));
        section(
                "certificates",
                "Certifications",
                each -> value(each, "name") + ", " + value(each, "issuer") + ", " + value(each, "date"));
        section("skills", "Skills", each -> value(each, "name"));
        return String.join("\n", lines);
    }

    private void section(String key, String heading, Function<Map<?, ?>, String> line) {
        if (!(resume.get(key) instanceof List<?> items) || items.isEmpty()) return;
        lines.addAll(List.of("", heading));
        for (var item : items) {
            if (!(item instanceof Map<?, ?> each)) continue;
            lines.add(line.apply(each));
            for (var text : List.of("summary", "description"))
                lines.addAll(value(each, text).lines().toList());
            for (var list : List.of("highlights", "keywords", "courses"))
                if (each.get(list) instanceof List<?> texts) texts.forEach(text -> lines.add("• " + text));
        }
    }

    private static String degree(Map<?, ?> education) {
        var type = value(education, "studyType");
        var area = value(education, "area");
        return area.isEmpty() ? type : type + " in " + area;
    }

    private static String dated(Map<?, ?> entry) {
        var start = value(entry, "startDate");
        var end = value(entry, "endDate");
        return start.isEmpty() ? end : start + " - " + (end.isEmpty() ? "present" : end);
    }

    private static String either(Map<?, ?> entry, String one, String other) {
        return value(entry, one).isEmpty() ? value(entry, other) : value(entry, one);
    }

    private static String value(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof String text ? text.strip() : "";
    }

    private static @Nullable Object parse(String text) throws IOException {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return value(parser);
        } catch (JacksonException damage) {
            throw new IOException(damage);
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                var items = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
                yield items;
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
            case null, default -> null;
        };
    }
}
