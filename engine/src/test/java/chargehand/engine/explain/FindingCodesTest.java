package chargehand.engine.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.FindingCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever meets a code finds words for it, a page, and a plan that shows it.
final class FindingCodesTest {
    private static final Path PAGES = Path.of("..", "docs", "problems");
    private static final Path FIXTURES = Path.of("src", "test", "plans", "findings");

    @ParameterizedTest
    @EnumSource
    void hasWordsAndAWayOut(FindingCode code) throws IOException {
        var words = words();

        assertFalse(words.getProperty(code.code() + ".message", "").isBlank());
        assertFalse(words.getProperty(code.code() + ".hint", "").isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void hasAPage(FindingCode code) throws IOException {
        var page = Files.readString(PAGES.resolve(code.code() + ".md"));

        assertTrue(page.startsWith("# " + code.code() + "\n"));
        assertTrue(page.contains("**Example.**"));
        assertTrue(page.contains("**Ways out**"));
    }

    /// A deadline at risk is found by simulation, which no plan in text shows.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEADLINE_AT_RISK")
    void isShownByAPlan(FindingCode code) throws IOException {
        assertTrue(expectedSomewhere().contains(code.code()));
    }

    private static Set<String> expectedSomewhere() throws IOException {
        try (var fixtures = Files.list(FIXTURES)) {
            return fixtures.flatMap(FindingCodesTest::lines)
                    .filter(line -> line.startsWith("expect: "))
                    .map(line -> line.split(" ")[2])
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words() throws IOException {
        var words = new Properties();
        var resource = FindingCode.class.getResourceAsStream("/chargehand/engine/words.properties");
        try (var reader = new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
