package chargehand.engine.staffing.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Invented CVs in the disorder of real ones, each in `src/test/cvs` beneath what must be found in it.
class MessyCvsTest {
    private static final Path CVS = Path.of("src/test/cvs");

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(CVS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsWhatStandsAboveTheText(Path file) throws IOException {
        var parts = Files.readString(file).split("\n---\n", 2);
        var today = LocalDate.parse(parts[0].lines().findFirst().orElseThrow().substring("today: ".length()));

        assertEquals(parts[0], told(CvCheck.of(CvText.of(parts[1]), today), today));
    }

    private static String told(CvFindings found, LocalDate today) {
        return Stream.of(
                        "today: " + today,
                        "certificates: "
                                + joined(found.certificates().stream()
                                        .map(each -> each.entry().name()
                                                + (each.state() == Certificate.State.UNCLEAR ? "?" : ""))
                                        .toList()),
                        "degrees: "
                                + joined(found.degrees().stream()
                                        .map(each -> each.level().name().toLowerCase(Locale.ROOT))
                                        .toList()),
                        "years: "
                                + joined(found.years().stream()
                                        .map(each -> each.field().code() + " " + each.years())
                                        .toList()))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    private static String joined(List<String> texts) {
        return String.join(" | ", Objects.requireNonNull(texts));
    }
}
