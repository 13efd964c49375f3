package chargehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Figures of a folder of instances, kept beside what they were measured with.
public final class Row {
    private Row() {}

    /// Writes `NAME-DATE.txt` into the folder behind `--results`; without one nothing.
    ///
    /// @param given what the command was given
    public static void write(List<String> arguments, String name, String given, String row) throws IOException {
        var results = Arguments.path(arguments, "--results");
        if (results == null) return;
        var today = LocalDate.now(ZoneOffset.UTC);
        Files.createDirectories(results);
        Files.writeString(
                results.resolve("%s-%s.txt".formatted(name, today)),
                "bin/bench %s %s%n%s, %d cores, %s, Java %s%n%n%s"
                        .formatted(
                                arguments.getFirst(),
                                given,
                                today,
                                Runtime.getRuntime().availableProcessors(),
                                Results.processor(),
                                Runtime.version(),
                                row));
    }
}
