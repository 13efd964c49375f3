package chargehand.server.programme;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// The names of tasks in the company's language: they are written into the plan once, and are its own from then on.
final class StepWords {
    private static final Map<String, StepWords> LANGUAGES =
            Map.of("en", new StepWords("en"), "de", new StepWords("de"));

    private final Properties words = new Properties();

    private StepWords(String language) {
        var name = "steps_%s.properties".formatted(language);
        try (var stream = Objects.requireNonNull(StepWords.class.getResourceAsStream(name), name)) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// English for a language that has no words.
    static StepWords in(String language) {
        return LANGUAGES.getOrDefault(language, Objects.requireNonNull(LANGUAGES.get("en")));
    }

    /// @param values name, value, name, value
    String say(String key, Object... values) {
        var said = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < values.length; i += 2)
            said = said.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        return said.replace("  ", " ").strip();
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
