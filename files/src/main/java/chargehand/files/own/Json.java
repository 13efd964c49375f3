package chargehand.files.own;

import chargehand.files.UnreadableFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value of a JSON file that knows where it stands, so that whoever does not like it can say so.
///
/// `null` in a file is the same as nothing at all.
final class Json {
    /// What makes something of a value.
    @FunctionalInterface
    interface Meaning<T> {
        T of(Json json) throws UnreadableFile;
    }

    private final @Nullable Json parent;
    private final Object key;
    private final Object value;

    /// @param key of the parent: the name in an object, the index in a list
    /// @param value a map of [Json] by name, a list of them, a text, a number or a boolean
    Json(@Nullable Json parent, Object key, Object value) {
        this.parent = parent;
        this.key = key;
        this.value = value;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isWhole() {
        return value instanceof BigInteger;
    }

    /// Refuses an object that has other keys.
    Json onlyWith(Set<String> known) throws UnreadableFile {
        for (var field : fields().values())
            if (!known.contains(field.key))
                throw field.refusal(
                        "unknown-key",
                        "the key is unknown",
                        "Known here are %s."
                                .formatted(String.join(
                                        ", ", known.stream().sorted().toList())));
        return this;
    }

    @Nullable
    Json get(String name) throws UnreadableFile {
        return fields().get(name);
    }

    Json need(String name) throws UnreadableFile {
        var found = get(name);
        if (found == null)
            throw refusal("missing-key", "\"%s\" is missing".formatted(name), "Add \"%s\".".formatted(name));
        return found;
    }

    boolean has(String name) throws UnreadableFile {
        return fields().containsKey(name);
    }

    <T> @Nullable T optional(String name, Meaning<T> meaning) throws UnreadableFile {
        var found = get(name);
        return found == null ? null : meaning.of(found);
    }

    <T> T or(String name, Meaning<T> meaning, T otherwise) throws UnreadableFile {
        var found = get(name);
        return found == null ? otherwise : meaning.of(found);
    }

    /// What the list of that name holds; nothing if there is none.
    <T> List<T> list(String name, Meaning<T> meaning) throws UnreadableFile {
        var found = get(name);
        return found == null ? List.of() : found.list(meaning);
    }

    <T> List<T> list(Meaning<T> meaning) throws UnreadableFile {
        var result = new ArrayList<T>();
        for (var item : items()) result.add(meaning.of(item));
        return result;
    }

    @SuppressWarnings("unchecked") // only made by JsonTree, of these
    List<Json> items() throws UnreadableFile {
        if (value instanceof List<?> list) return (List<Json>) list;
        throw wrongType("a list");
    }

    @SuppressWarnings("unchecked") // only made by JsonTree, of these
    Map<String, Json> fields() throws UnreadableFile {
        if (value instanceof Map<?, ?> map) return (Map<String, Json>) map;
        throw wrongType("an object");
    }

    String text() throws UnreadableFile {
        if (value instanceof String text) return text;
        throw wrongType("a text");
    }

    String notBlank() throws UnreadableFile {
        if (!text().isBlank()) return text();
        throw refusal("bad-value", "the text is blank", "Write something that people can read.");
    }

    /// A text, or a whole number as one.
    String id() throws UnreadableFile {
        var id = value instanceof BigInteger number ? number.toString() : notBlank();
        if (id.length() <= 200) return id;
        throw refusal("bad-value", "the id has more than 200 characters", "Give it a shorter one.");
    }

    boolean flag() throws UnreadableFile {
        if (value instanceof Boolean flag) return flag;
        throw wrongType("true or false");
    }

    int whole(int least, int most) throws UnreadableFile {
        if (!(value instanceof BigInteger number)) throw wrongType("a whole number");
        if (number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0)
            return number.intValue();
        throw refusal(
                "bad-value",
                "the number %s is out of bounds".formatted(Quoted.shortened(number.toString())),
                "Give %d to %d.".formatted(least, most));
    }

    /// A length as text, or as a number of minutes.
    int minutes(Durations durations) throws UnreadableFile {
        return value instanceof BigInteger number
                ? made(() -> Durations.checked(new BigDecimal(number)))
                : as(durations::minutes);
    }

    /// A length, or a range of it as text.
    Estimate estimate(Durations durations) throws UnreadableFile {
        return value instanceof BigInteger
                ? new Estimate(minutes(durations), null)
                : as(text -> Estimate.read(text, durations));
    }

    <T> T as(Parsing<T> parsing) throws UnreadableFile {
        var text = text();
        return made(() -> parsing.parse(text));
    }

    /// What can refuse a value without knowing where it stands.
    @FunctionalInterface
    interface Making<T> {
        T make() throws BadValue;
    }

    <T> T made(Making<T> making) throws UnreadableFile {
        try {
            return making.make();
        } catch (BadValue e) {
            throw refusal(e.code(), e.getMessage(), e.hint());
        }
    }

    /// @param what is wrong, as the end of a sentence that begins with the place
    UnreadableFile refusal(String code, @Nullable String what, String hint) {
        var path = path();
        return new UnreadableFile(
                code, "At %s: %s.".formatted(path.isEmpty() ? "the top of the file" : path, what), hint);
    }

    private UnreadableFile wrongType(String wanted) {
        return refusal(
                "wrong-type",
                "this must be %s, not %s".formatted(wanted, kind()),
                "See the guide to plan files for what goes where.");
    }

    private String kind() {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case String text -> "the text \"%s\"".formatted(Quoted.shortened(text));
            default -> Quoted.shortened(value.toString());
        };
    }

    /// As `tasks[3].after[0]`; empty at the top.
    private String path() {
        var steps = new ArrayList<String>();
        for (var at = this; at.parent != null; at = at.parent)
            steps.add(
                    at.key instanceof Integer index
                            ? "[%d]".formatted(index)
                            : "." + Quoted.shortened(at.key.toString()));
        var path = String.join("", steps.reversed());
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
