package chargehand.files.own;

import chargehand.files.UnreadableFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON, strictly: no key twice, no more than 200 levels, nothing after the end.
final class JsonTree {
    private static final int MOST_LEVELS = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .maxNameLength(10_000)
                    .build())
            .build();

    private JsonTree() {}

    static Json parse(String text) throws UnreadableFile {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var root = value(parser, null, "");
            if (parser.nextToken() == null && root != null) return root;
            throw malformed(
                    "something else stands there than one object",
                    parser.currentTokenLocation().getLineNr());
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw malformed(firstLine(e.getOriginalMessage()), location == null ? 1 : location.getLineNr());
        }
    }

    private static @Nullable Json value(JsonParser parser, @Nullable Json parent, Object key) throws UnreadableFile {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, parent, key);
            case START_ARRAY -> list(parser, parent, key);
            case VALUE_STRING -> text(parser, parent, key);
            case VALUE_NUMBER_INT -> new Json(parent, key, new BigInteger(parser.getString()));
            case VALUE_NUMBER_FLOAT -> new Json(parent, key, parser.getDecimalValue());
            case VALUE_TRUE -> new Json(parent, key, true);
            case VALUE_FALSE -> new Json(parent, key, false);
            case null, default -> null;
        };
    }

    private static Json object(JsonParser parser, @Nullable Json parent, Object key) throws UnreadableFile {
        var fields = new LinkedHashMap<String, Json>();
        var object = new Json(parent, key, fields);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            var field = value(parser, object, name);
            if (field != null) fields.put(name, field);
        }
        return object;
    }

    private static Json list(JsonParser parser, @Nullable Json parent, Object key) throws UnreadableFile {
        var items = new ArrayList<Json>();
        var list = new Json(parent, key, items);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var item = value(parser, list, items.size());
            if (item == null) throw list.refusal("wrong-type", "the list holds null", "Leave out what is not there.");
            items.add(item);
        }
        return list;
    }

    private static Json text(JsonParser parser, @Nullable Json parent, Object key) throws UnreadableFile {
        var text = parser.getString();
        var json = new Json(parent, key, text);
        if (text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE))
            throw json.refusal("bad-value", "half of a character stands there", "Write the character whole.");
        return json;
    }

    private static UnreadableFile malformed(String what, int line) {
        return new UnreadableFile(
                "file-malformed",
                "The file is no JSON: line %d: %s.".formatted(line, what),
                "Check that it was saved completely and that brackets, quotes and commas pair up.");
    }

    private static String firstLine(String message) {
        var line = message.lines().findFirst().orElse(message).strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
