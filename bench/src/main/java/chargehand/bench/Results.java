package chargehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Figures with the command, machine and date that they come from.
record Results(String name, String arguments, List<Figure> figures) {
    void print(boolean json) {
        if (json) System.out.println(figures.stream().map(Figure::json).collect(Collectors.joining(",", "[", "]")));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var text = new StringBuilder();
        text.append("bin/bench %s %s\n".formatted(name, arguments));
        text.append("%s, %d cores, %s, Java %s\n\n"
                .formatted(
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        Runtime.version()));
        for (var figure : figures) text.append(figure.line()).append('\n');
        Files.writeString(folder.resolve("%s-%s.txt".formatted(name, LocalDate.now(java.time.ZoneOffset.UTC))), text);
    }

    static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException unknown) {
            return System.getProperty("os.arch");
        }
    }
}
