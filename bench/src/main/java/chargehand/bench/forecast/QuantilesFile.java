package chargehand.bench.forecast;

import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.engine.forecast.history.SimilarWork;
import chargehand.files.history.HistoryRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes what held-out rows may take: `id,q10,q25,q50,q75,q90` in hours, so that anyone can score it.
final class QuantilesFile {
    private QuantilesFile() {}

    /// Rows of the moment of the cut are written too, and rows that can't be scored: whoever draws the
    /// line a little differently finds all of theirs.
    ///
    /// @return how many rows were written
    static int write(Record record, double share, Path out) throws IOException {
        var cut = cut(record, share);
        var held = record.forecast().stream()
                .filter(row -> !Record.moment(row).orElse(Instant.MIN).isBefore(cut))
                .toList();
        var similar = SimilarWork.learn(record.finished(), cut, PersonalRecord.SELF, PersonalRecord.SMALLEST_GROUP);
        var lines = new String[held.size()];
        IntStream.range(0, lines.length).parallel().forEach(i -> lines[i] = line(held.get(i), similar));
        try (var writer = new PrintWriter(Files.newBufferedWriter(out))) {
            writer.println("id,q10,q25,q50,q75,q90");
            for (var line : lines) writer.println(line);
        }
        return lines.length;
    }

    /// The earlier of two: by the rows that can be scored, and by all that have a moment.
    private static Instant cut(Record record, double share) {
        var dated = record.forecast().stream()
                .map(Record::moment)
                .flatMap(java.util.Optional::stream)
                .toList();
        if (dated.isEmpty()) return Instant.MIN;
        var byAll = dated.get(Math.min(dated.size() - 1, (int) (dated.size() * share)));
        var byScored = Record.cut(record.scored(), share);
        var complete = record.scored().stream()
                .filter(each -> record.finished().isEmpty()
                        || each.finished().isAfter(each.work().known()))
                .toList();
        var byComplete = Record.cut(complete, share);
        return IntStream.range(0, 3)
                .mapToObj(i -> i == 0 ? byAll : i == 1 ? byScored : byComplete)
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(byAll);
    }

    private static String line(HistoryRow row, SimilarWork similar) {
        var spread = similar.spread(row.work(Record.moment(row).orElse(Instant.EPOCH)));
        return quoted(row.id()) + ","
                + Arrays.stream(Score.LEVELS)
                        .mapToObj(p -> String.format(Locale.ROOT, "%.6g", spread.hours(p)))
                        .collect(Collectors.joining(","));
    }

    private static String quoted(String id) {
        if (id.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n')) return id;
        return '"' + id.replace("\"", "\"\"") + '"';
    }
}
