package chargehand.files.history;

import chargehand.files.UnreadableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads histories: CSV with the columns
/// `id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on, completed_on` and, where
/// there are, `team,part,requester,priority`, in any order; others are passed over. A cell that is empty,
/// `NA`, `NULL`, `-` or `\N` says nothing.
///
/// The file is read as a stream, in UTF-8, UTF-16 with a mark, or else Windows-1252.
public final class HistoryFiles {
    private static final Set<String> NOTHING = Set.of("", "NA", "N/A", "NULL", "NONE", "NAN", "-", "\\N");
    private static final double COPIED = 0.2;
    private static final int PROGRESS = 10_000;

    private HistoryFiles() {}

    public static History read(Path file) throws IOException, UnreadableFile {
        return read(file, rows -> {});
    }

    /// @param progress hears after every 10,000 rows how many have been read
    /// @throws UnreadableFile if the file as a whole is no history; single rows are refused, not thrown
    public static History read(Path file, LongConsumer progress) throws IOException, UnreadableFile {
        var charset = charset(file);
        var order = order(file, charset);
        var rows = new ArrayList<HistoryRow>();
        try (var reader = open(file, charset)) {
            var records = new Records(reader);
            var columns = columns(records);
            var reading = new RowReading(new Dates(order.monthFirst()), records.hasDecimalComma());
            var seen = new HashSet<HistoryRow>();
            for (var cells = records.next(); cells != null; cells = records.next()) {
                var row = reading.row(records.line(), named(cells, columns), cells.size() > columns.size());
                boolean fresh = seen.add(row.withoutPlace());
                if (!fresh && row.refusal() == null)
                    row = row.refused(new Refusal(
                            Refusal.Reason.DUPLICATE, "a row before says the same of \"%s\"".formatted(row.id())));
                rows.add(row);
                if (rows.size() % PROGRESS == 0) progress.accept(rows.size());
            }
        }
        return new History(rows, notes(rows, charset, order));
    }

    private static Charset charset(Path file) throws IOException, UnreadableFile {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(2);
            if (head.length == 0) throw new UnreadableFile("file-empty", "The file is empty.", "Export it again.");
            if (head.length == 2 && (head[0] == -1 && head[1] == -2 || head[0] == -2 && head[1] == -1))
                return StandardCharsets.UTF_16;
        }
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = new char[1 << 16];
        try (var reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            for (int read = 0; read >= 0; ) read = reader.read(buffer);
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return Charset.forName("windows-1252");
        }
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 17);
        reader.mark(1);
        if (reader.read() != '\uFEFF') reader.reset();
        return reader;
    }

    /// Whether 3/4/2026 is the third of April or the fourth of March, and how that is known.
    private record Order(boolean monthFirst, boolean isGuess, boolean isMixed) {}

    private static Order order(Path file, Charset charset) throws IOException, UnreadableFile {
        int monthFirst = 0;
        int dayFirst = 0;
        int open = 0;
        try (var reader = open(file, charset)) {
            var records = new Records(reader);
            var columns = columns(records);
            for (var cells = records.next(); cells != null; cells = records.next()) {
                var row = named(cells, columns);
                for (var column : List.of(Column.ESTIMATED, Column.STARTED, Column.COMPLETED)) {
                    var text = row.get(column);
                    if (text == null || text.length() < 6 || !Character.isDigit(text.charAt(0))) continue;
                    int order = Dates.order(text);
                    if (order > 0) monthFirst++;
                    else if (order < 0) dayFirst++;
                    else if (text.charAt(1) == '/' || text.charAt(2) == '/' || text.charAt(2) == '.') open++;
                }
            }
        }
        return new Order(monthFirst > dayFirst, open > 0 && monthFirst == dayFirst, monthFirst > 0 && dayFirst > 0);
    }

    private static List<@Nullable Column> columns(Records records) throws IOException, UnreadableFile {
        var header = records.next();
        if (header == null) throw new UnreadableFile("file-empty", "The file holds no rows.", "Export it again.");
        var columns = new ArrayList<@Nullable Column>();
        for (var name : header) {
            var column = Column.named(name).orElse(null);
            columns.add(column != null && columns.contains(column) ? null : column);
        }
        if (!columns.contains(Column.ESTIMATE))
            throw new UnreadableFile(
                    "missing-column",
                    "Line 1: no column is called \"%s\".".formatted(Column.ESTIMATE.header()),
                    "Give the table a header such as: id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on");
        return columns;
    }

    private static Map<Column, String> named(List<String> cells, List<@Nullable Column> columns) {
        var row = new EnumMap<Column, String>(Column.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            var column = columns.get(i);
            var text = cells.get(i).strip();
            if (column != null && !NOTHING.contains(text.toUpperCase(Locale.ROOT))) row.put(column, text);
        }
        return row;
    }

    private static List<String> notes(List<HistoryRow> rows, Charset charset, Order order) {
        var notes = new ArrayList<String>();
        if (!charset.equals(StandardCharsets.UTF_8)) notes.add("The file is read as %s.".formatted(charset.name()));
        if (order.isMixed())
            notes.add(
                    "Some dates have the day first and others the month; those that can't be read as %s first are refused."
                            .formatted(order.monthFirst() ? "month" : "day"));
        else if (order.isGuess())
            notes.add("No date tells whether day or month comes first: they are read as day first.");
        long both = rows.stream()
                .filter(row -> row.estimate() > 0 && row.actual() > 0)
                .count();
        long same = rows.stream().filter(row -> row.estimate() == row.actual()).count();
        if (both >= 20 && same > COPIED * both)
            notes.add(
                    ("%d of %d actuals equal their estimates: maybe they were copied. They count as they are; a forecast from "
                                    + "copied actuals is narrower than the truth.")
                            .formatted(same, both));
        return notes;
    }
}
