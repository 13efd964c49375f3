package chargehand.engine.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lists that come with the matching: text files, with `#` before comments.
final class LifecycleWords {
    private LifecycleWords() {}

    /// Lines with their ends as they are; empty ones and comments left out.
    static List<String> lines(String file) {
        var path = "/chargehand/engine/lifecycle/" + file;
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LifecycleWords.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The words of a file by the name of their group in brackets.
    static Map<String, Set<String>> groups(String file) {
        var groups = new HashMap<String, Set<String>>();
        var group = "";
        for (var line : lines(file)) {
            if (line.startsWith("[")) group = line.substring(1, line.indexOf(']'));
            else groups.merge(group, words(line), LifecycleWords::together);
        }
        return groups;
    }

    private static Set<String> words(String line) {
        return Stream.of(line.strip().split(" +")).collect(Collectors.toSet());
    }

    private static Set<String> together(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
