package chargehand.bench.forecast;

import chargehand.files.UnreadableFile;
import chargehand.files.history.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Forecasts that learn, beside simpler ones, on the public records of a folder or on any history.
public final class ForecastBench {
    private final Consumer<String> told;

    /// @param told hears each line of the tables as it comes
    public ForecastBench(Consumer<String> told) {
        this.told = told;
    }

    /// What one run gave: the figures as lines, as one line of JSON, and what happened of what was called likely as a
    /// picture.
    public record Outcome(List<String> lines, String json, String reliability) {
        static Outcome of(List<ForecastFigure> figures) {
            var json = new ArrayList<String>();
            figures.forEach(figure -> json.add(figure.json()));
            return new Outcome(
                    figures.stream().map(ForecastFigure::line).toList(),
                    "[" + String.join(",", json) + "]",
                    ReliabilityPlot.svg(figures));
        }
    }

    /// @param folder with `sip`, `cesaw` or both
    public Outcome records(Path folder) throws IOException, UnreadableFile {
        var temporary = Files.createTempDirectory("chargehand-history");
        try {
            var figures = new ArrayList<ForecastFigure>();
            for (var file : PublicRecords.of(folder, temporary)) {
                var name = file.getFileName().toString().replace(".csv", "");
                var history = HistoryFiles.read(file);
                RefusedRows.summary(history, told);
                figures.addAll(new RecordBench(Record.of(name, history, true), new Aims(), told).run(0.7));
            }
            return Outcome.of(figures);
        } finally {
            try (var files = Files.walk(temporary)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(each -> each.toFile().delete());
            }
        }
    }

    /// @param strict whether a single refused row makes all of it refused
    /// @param split which share of the rows lies before the held-out part
    /// @param out where the quantiles of the held-out rows go, or null
    public Outcome history(Path file, double split, @Nullable Path out, boolean strict)
            throws IOException, UnreadableFile {
        var history = HistoryFiles.read(file);
        RefusedRows.summary(history, told);
        RefusedRows.each(history, told);
        if (strict && !history.refused().isEmpty())
            throw new UnreadableFile(
                    "history-refused",
                    "%d of %d rows can't be taken as they are."
                            .formatted(history.refused().size(), history.rows().size()),
                    "Mend them, or leave out --strict to learn from the others.");
        var record = Record.of("history", history, false);
        if (out != null) told.accept("%,d rows written to %s".formatted(QuantilesFile.write(record, split, out), out));
        return Outcome.of(new RecordBench(record, new Aims(), told).run(split));
    }
}
