package chargehand.engine.staffing.cv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The lists of words that come with the rules: text files with a line an entry, and `#` before comments.
public final class ListedWords {
    private ListedWords() {}

    /// @param name of a file beside the rules
    public static List<String> lines(String name) {
        var path = "/chargehand/engine/staffing/" + name;
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ListedWords.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
