package chargehand.bench.cvs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// What made-up CVs are made of, in three languages.
final class MadeUpWords {
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> maps = new LinkedHashMap<>();

    MadeUpWords() {
        var kind = "";
        for (var line : lines()) {
            if (line.startsWith("[")) kind = line.substring(1, line.length() - 1);
            else if (line.contains("=")) {
                var cells = line.split("=", 2);
                maps.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(cells[0], List.of(cells[1].split("\\|")));
            } else lists.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(List.of(line.split("\\|")));
        }
    }

    List<String> list(String kind) {
        return Objects.requireNonNull(lists.get(kind), kind);
    }

    Map<String, List<String>> map(String kind) {
        return Objects.requireNonNull(maps.get(kind), kind);
    }

    List<String> of(String kind, String key) {
        return Objects.requireNonNull(map(kind).get(key), key);
    }

    static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> lines() {
        var path = "/chargehand/bench/cvs/words.txt";
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MadeUpWords.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
