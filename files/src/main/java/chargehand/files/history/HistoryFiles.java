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
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Reads histories: CSV with the columns
/// `id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on` and, where there are,
/// `low_hours,high_hours` (a range as its estimator told it) and `team,part,requester,priority`, in any order; others
/// are passed over. A cell that is empty, `NA`, `NULL`, `-` or `\N` says nothing.
///
/// The file is read as a stream, in UTF-8, UTF-16 with a mark, or else Windows-1252.
public final class HistoryFiles {
    private static final Set<String> NOTHING = Set.of("", "NA", "N/A", "NULL", "NONE", "NAN", "-", "\\N");
    private static final double COPIED = 0.2;
    private static final int PROGRESS = 10_000;
    private static final int SAMPLE = 4;

    private HistoryFiles() {}

    public static History read(Path file) throws IOException, UnreadableFile {
        return read(file, rows -> {});
    }

    /// @param progress hears after every 10,000 rows how many have been read
    /// @throws UnreadableFile if the file as a whole is no history; single rows are refused, not thrown
    public static History read(Path file, LongConsumer progress) throws IOException, UnreadableFile {
        var rows = new ArrayList<HistoryRow>();
        var notes = read(file, header(file).guessed(), rows::add, progress);
        return new History(rows, notes);
    }

    /// The first row, and what it seems to mean.
    ///
    /// @param names as the file has them, in its order
    /// @param guessed where each column stands, from 0; some may be missing
    /// @param sample the next few rows, as they stand there
    public record Header(List<String> names, Map<Column, Integer> guessed, List<List<String>> sample) {
        public Header {
            names = List.copyOf(names);
            guessed = Map.copyOf(guessed);
            sample = List.copyOf(sample);
        }
    }

    public static Header header(Path file) throws IOException, UnreadableFile {
        try (var reader = open(file, charset(file))) {
            var records = new Records(reader);
            var names = records.next();
            if (names == null) throw new UnreadableFile("file-empty", "The file holds no rows.", "Export it again.");
            var guessed = new EnumMap<Column, Integer>(Column.class);
            for (int i = 0; i < names.size(); i++) {
                int place = i;
                Column.named(names.get(i)).ifPresent(column -> guessed.putIfAbsent(column, place));
            }
            var sample = new ArrayList<List<String>>();
            for (var row = records.next(); row != null && sample.size() < SAMPLE; row = records.next()) sample.add(row);
            return new Header(names.stream().map(String::strip).toList(), guessed, sample);
        }
    }

    /// As a stream: of the rows nothing is kept but a number each, by which the same row is known again.
    ///
    /// @param places where each column stands, from 0; what is not among them is passed over
    /// @param rows hears each row in the order of the file, refused ones included
    /// @param progress hears after every 10,000 rows how many have been read
    /// @return what somebody should know before they believe it
    /// @throws UnreadableFile if there is no estimate
    public static List<Note> read(
            Path file, Map<Column, Integer> places, Consumer<HistoryRow> rows, LongConsumer progress)
            throws IOException, UnreadableFile {
        if (!places.containsKey(Column.ESTIMATE))
            throw new UnreadableFile(
                    "missing-column",
                    "Line 1: no column is called \"%s\".".formatted(Column.ESTIMATE.header()),
                    "Give the table a header such as: id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on");
        var charset = charset(file);
        var order = order(file, charset, places);
        var counts = new Counts();
        try (var reader = open(file, charset)) {
            var records = new Records(reader);
            var header = records.next();
            int width = header == null ? 0 : header.size();
            var reading = new RowReading(new Dates(order.monthFirst()), records.hasDecimalComma());
            for (var cells = records.next(); cells != null; cells = records.next()) {
                var row = counts.once(reading.row(records.line(), named(cells, places), cells.size() > width));
                counts.add(row);
                rows.accept(row);
                if (counts.rows % PROGRESS == 0) progress.accept(counts.rows);
            }
        }
        return notes(counts, charset, order);
    }

    /// What is remembered of the rows before.
    private static final class Counts {
        private final Set<Long> seen = new HashSet<>();
        private long rows;
        private long both;
        private long same;

        HistoryRow once(HistoryRow row) {
            if (seen.add(number(row.withoutPlace().toString())) || row.refusal() != null) return row;
            return row.refused(
                    new Refusal(Refusal.Reason.DUPLICATE, "a row before says the same of \"%s\"".formatted(row.id())));
        }

        void add(HistoryRow row) {
            rows++;
            if (row.estimate() > 0 && row.actual() > 0) both++;
            if (row.estimate() == row.actual()) same++;
        }

        /// FNV-1a in 64 bits: of a million rows two others share one with a chance of one in thirty
        /// million.
        private static long number(String text) {
            long hash = 0xCBF29CE484222325L;
            for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            return hash;
        }
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

    private static Order order(Path file, Charset charset, Map<Column, Integer> places) throws IOException {
        int monthFirst = 0;
        int dayFirst = 0;
        int open = 0;
        try (var reader = open(file, charset)) {
            var records = new Records(reader);
            records.next();
            for (var cells = records.next(); cells != null; cells = records.next()) {
                var row = named(cells, places);
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

    private static Map<Column, String> named(List<String> cells, Map<Column, Integer> places) {
        var row = new EnumMap<Column, String>(Column.class);
        places.forEach((column, place) -> {
            if (place >= cells.size()) return;
            var text = cells.get(place).strip();
            if (!NOTHING.contains(text.toUpperCase(Locale.ROOT))) row.put(column, text);
        });
        return row;
    }

    private static List<Note> notes(Counts counts, Charset charset, Order order) {
        var notes = new ArrayList<Note>();
        if (!charset.equals(StandardCharsets.UTF_8))
            notes.add(new Note(Note.Kind.READ_AS, "The file is read as %s.".formatted(charset.name())));
        if (order.isMixed())
            notes.add(new Note(
                    Note.Kind.MIXED_DATES,
                    "Some dates have the day first and others the month; those that can't be read as %s first are refused."
                            .formatted(order.monthFirst() ? "month" : "day")));
        else if (order.isGuess())
            notes.add(new Note(
                    Note.Kind.GUESSED_DATES,
                    "No date tells whether day or month comes first: they are read as day first."));
        if (counts.both >= 20 && counts.same > COPIED * counts.both)
            notes.add(new Note(
                    Note.Kind.COPIED_ACTUALS,
                    ("%d of %d actuals equal their estimates: maybe they were copied. They count as they are; a forecast from "
                                    + "copied actuals is narrower than the truth.")
                            .formatted(counts.same, counts.both)));
        return notes;
    }
}
