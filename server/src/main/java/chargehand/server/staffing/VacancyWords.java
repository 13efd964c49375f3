package chargehand.server.staffing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of vacancies in one language.
final class VacancyWords {
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, VacancyWords> LANGUAGES =
            Map.of("en", new VacancyWords("en"), "de", new VacancyWords("de"));

    private final Properties sentences = new Properties();

    private VacancyWords(String language) {
        var name = "vacancy_%s.properties".formatted(language);
        try (var stream = Objects.requireNonNull(
                VacancyWords.class.getResourceAsStream("/chargehand/server/staffing/" + name), name)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// English for a language that has no words.
    static VacancyWords in(String language) {
        return LANGUAGES.getOrDefault(language, Objects.requireNonNull(LANGUAGES.get("en")));
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, String> values) {
        var sentence = Objects.requireNonNull(sentences.getProperty(key), key);
        return VALUE.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
