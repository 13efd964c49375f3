package chargehand.server.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.FindingCode;
import chargehand.postgres.CannotStart;
import chargehand.server.planning.PlanRemarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever meets a code finds a page and words for it, and there is neither for a code that is no more.
class ProblemPagesTest {
    private static final Path TOP = Path.of("..");
    private static final Path PAGES = TOP.resolve("docs/problems");
    private static final Pattern MADE = Pattern.compile("\\bof\\(\\s*(?:\\d{3}|status),\\s*([^,]+?),");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+)\"");
    /// Codes that are put together, with what they can be.
    private static final Map<String, Set<String>> COMPOSED = Map.of(
            "\"nothing-to-\" + what", Set.of("nothing-to-undo", "nothing-to-redo"),
            "finding.code().code()",
                    Set.of(
                            "dependency-cycle",
                            "link-within-summary",
                            "link-to-summary-finish",
                            "unknown-resource",
                            "unknown-calendar",
                            "too-long"));

    @Test
    void everyCodeHasAPage() {
        assertEquals(codes(), pages());
    }

    @Test
    void everyPageHasAnExampleAndWaysOut() throws IOException {
        var faults = new ArrayList<String>();
        for (var code : pages()) {
            var page = Files.readString(PAGES.resolve(code + ".md"));
            if (!page.startsWith("# " + code + "\n")) faults.add(code + ": another heading");
            // Nobody can say beforehand how the unexpected comes about.
            if (!page.contains("**Example.**") && !code.equals("unexpected")) faults.add(code + ": no example");
            if (!page.contains("**Ways out**")) faults.add(code + ": no ways out");
        }

        assertEquals(List.of(), faults);
    }

    @Test
    void everyPageIsListedOnce() throws IOException {
        var listed = Pattern.compile("^\\| \\[([a-z-]+)]\\(([a-z-]+)\\.md\\) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(PAGES.resolve("README.md")))
                .results()
                .peek(each -> assertEquals(each.group(1), each.group(2)))
                .map(each -> each.group(1))
                .sorted()
                .toList();

        assertEquals(List.copyOf(pages()), listed);
    }

    @Test
    void whatTheServerRefusesAndTheEngineFindsHasWordsInEveryLanguage() throws IOException {
        for (var language : List.of("en", "de")) {
            var words =
                    JsonMapper.shared().readTree(Files.readString(TOP.resolve("web/src/words/" + language + ".json")));

            assertEquals(refused(), codesOf(words, "problem.", Set.of("title", "detail", "hint")), language);
            assertEquals(found(), codesOf(words, "finding.", Set.of("message", "hint")), language);
        }
    }

    /// The codes that have all these parts.
    private static Set<String> codesOf(JsonNode words, String prefix, Set<String> parts) {
        var by = words.propertyNames().stream()
                .filter(each -> each.startsWith(prefix))
                .map(each -> each.substring(prefix.length()).split("\\.", 2))
                .collect(Collectors.groupingBy(
                        each -> each[0], Collectors.mapping(each -> each[1], Collectors.toSet())));
        by.forEach((code, has) -> assertEquals(parts, has, prefix + code));
        return new TreeSet<>(by.keySet());
    }

    private static Set<String> codes() {
        var all = new TreeSet<>(refused());
        all.addAll(found());
        for (var each : CannotStart.Code.values()) all.add(each.text());
        return all;
    }

    private static Set<String> found() {
        var all = new TreeSet<String>();
        for (var each : FindingCode.values()) all.add(each.code());
        for (var each : PlanRemarks.Code.values()) all.add(each.code());
        return all;
    }

    private static Set<String> refused() {
        var all = new TreeSet<String>();
        for (var source : sources()) {
            var text = read(source);
            if (!text.contains("Problem")) continue;
            MADE.matcher(text).results().forEach(each -> {
                var code = each.group(1);
                var literal = LITERAL.matcher(code);
                if (literal.matches()) all.add(literal.group(1));
                else {
                    assertTrue(COMPOSED.containsKey(code), source + " makes a code of " + code);
                    all.addAll(COMPOSED.getOrDefault(code, Set.of()));
                }
            });
        }
        return all;
    }

    private static List<Path> sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    // These describe answers, and make none.
                    .filter(each -> !each.getFileName().toString().startsWith("Described"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> pages() {
        try (var files = Files.list(PAGES)) {
            return files.map(each -> each.getFileName().toString().replace(".md", ""))
                    .filter(each -> !each.equals("README"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
