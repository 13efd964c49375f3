package chargehand.server.forecasting;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.files.UnreadableFile;
import chargehand.files.history.Column;
import chargehand.files.history.HistoryFiles;
import chargehand.files.history.HistoryRow;
import chargehand.server.audit.Audit;
import chargehand.server.forecasting.HistoryImports.Stored;
import chargehand.server.forecasting.HistoryLook.RefusedRow;
import chargehand.server.identity.Caller;
import chargehand.server.people.People;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes finished work in from files: first to be looked at, then all that can be taken, or none.
@Service
public class HistoryImporting {
    private static final int SHOWN = 100;
    private static final int BATCH = 2_000;
    private static final String IN_FUTURE = "in-future";

    private final HistoryImports imports;
    private final History history;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private final HistoryProgress progress;

    HistoryImporting(
            HistoryImports imports,
            History history,
            People people,
            Audit audit,
            ApplicationEventPublisher listeners,
            Clock clock,
            HistoryProgress progress) {
        this.progress = progress;
        this.imports = imports;
        this.history = history;
        this.people = people;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /// @throws Problem if the file is no history
    @Transactional
    public HistoryLook look(Caller caller, String name, Path file) {
        var header = header(file, name);
        var columns = new TreeMap<String, Integer>();
        header.guessed().forEach((column, place) -> columns.put(column.header(), place));
        var stored = new Stored(Ids.next(clock), name, HistoryImports.packed(file), columns);
        imports.insert(caller.account(), stored);
        return watched(caller, stored, file, header);
    }

    private HistoryLook watched(Caller caller, Stored stored, Path file, HistoryFiles.Header header) {
        return progress.during(caller.account(), () -> look(stored, file, header, progress.reading(caller.account())));
    }

    /// The same file, read with other columns.
    ///
    /// @param columns where each stands, from 0, by its name in a history
    @Transactional
    public HistoryLook map(Caller caller, UUID id, Map<String, Integer> columns) {
        var stored = imports.find(id, caller.account()).orElseThrow(Problem::notFound);
        return unpacked(stored, file -> {
            var header = header(file, stored.name());
            columns.forEach(
                    (column, place) -> check(column, place, header.names().size()));
            imports.setColumns(id, columns);
            var mapped = new Stored(id, stored.name(), stored.packed(), columns);
            return watched(caller, mapped, file, header);
        });
    }

    @Transactional
    public HistoryLook look(Caller caller, UUID id) {
        var stored = imports.find(id, caller.account()).orElseThrow(Problem::notFound);
        return unpacked(stored, file -> watched(caller, stored, file, header(file, stored.name())));
    }

    private static void check(String column, Integer place, int width) {
        if (Arrays.stream(Column.values()).noneMatch(each -> each.header().equals(column)))
            throw Problem.invalid("columns", "“%s” is no column of a history.".formatted(column));
        if (place == null || place < 0 || place >= width)
            throw Problem.invalid("columns", "The file has no column %s.".formatted(place));
    }

    private HistoryLook look(Stored stored, Path file, HistoryFiles.Header header, LongConsumer progress) {
        var counting = new Counting(new HistoryRows(clock.instant(), people.all()));
        var notes = new ArrayList<String>();
        if (stored.columns().containsKey(Column.ESTIMATE.header()))
            notes.addAll(read(file, stored, counting, progress));
        return new HistoryLook(
                stored.id(),
                stored.name(),
                header.names(),
                header.sample(),
                stored.columns(),
                counting.rows,
                counting.teaches,
                counting.rows - counting.teaches - counting.refused,
                counting.refused,
                counting.reasons,
                counting.refusals,
                notes,
                counting.people.known(),
                counting.people.unknown());
    }

    private static List<String> read(Path file, Stored stored, Consumer<HistoryRow> rows, LongConsumer progress) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            var place = stored.columns().get(column.header());
            if (place != null) places.put(column, place);
        }
        try {
            return HistoryFiles.read(file, places, rows, progress).stream()
                    .map(each -> each.kind().code())
                    .toList();
        } catch (UnreadableFile unreadable) {
            throw problem(unreadable, stored.name());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static HistoryFiles.Header header(Path file, String name) {
        try {
            return HistoryFiles.header(file);
        } catch (UnreadableFile unreadable) {
            throw problem(unreadable, name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Problem problem(UnreadableFile unreadable, String file) {
        var sentence = String.valueOf(unreadable.getMessage());
        return Problem.of(422, "file-unreadable", "The file can't be read", sentence)
                .hint(unreadable.hint())
                .with("file", file)
                .with("reason", unreadable.code())
                .with("sentence", sentence)
                .with("way", unreadable.hint());
    }

    private static <T> T unpacked(Stored stored, java.util.function.Function<Path, T> use) {
        try {
            var file = stored.unpacked();
            try {
                return use.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Hears of every row of a file, and remembers as little as possible.
    private static final class Counting implements Consumer<HistoryRow> {
        private final HistoryRows people;
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final List<RefusedRow> refusals = new ArrayList<>();
        private int rows;
        private int teaches;
        private int refused;

        Counting(HistoryRows people) {
            this.people = people;
        }

        @Override
        public void accept(HistoryRow row) {
            rows++;
            var refusal = refusal(row, people);
            if (refusal != null) {
                refused++;
                reasons.merge(refusal.reason(), 1, Integer::sum);
                if (refusals.size() < SHOWN) refusals.add(refusal);
            } else if (people.finished(row).isPresent()) teaches++;
        }
    }

    private static @org.jspecify.annotations.Nullable RefusedRow refusal(HistoryRow row, HistoryRows people) {
        var refusal = row.refusal();
        if (refusal != null)
            return new RefusedRow(row.line(), row.id(), refusal.reason().code(), refusal.what());
        if (people.isInFuture(row))
            return new RefusedRow(
                    row.line(), row.id(), IN_FUTURE, "it is completed in the future (%s)".formatted(row.completed()));
        return null;
    }

    /// Every refused row as CSV, a line each.
    @Transactional
    public String refusals(Caller caller, UUID id) {
        var stored = imports.find(id, caller.account()).orElseThrow(Problem::notFound);
        var lines = new StringBuilder("line,id,reason,what\n");
        var rows = new HistoryRows(clock.instant(), List.of());
        return unpacked(stored, file -> {
            Consumer<HistoryRow> line = row -> {
                var refusal = refusal(row, rows);
                if (refusal != null)
                    lines.append("%d,%s,%s,%s\n"
                            .formatted(refusal.line(), quoted(refusal.id()), refusal.reason(), quoted(refusal.what())));
            };
            read(file, stored, line, count -> {});
            return lines.toString();
        });
    }

    private static String quoted(String text) {
        // What begins with one of these a spreadsheet would calculate.
        var safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /// Takes what can be taken.
    ///
    /// @param whole nothing at all if a row is refused
    /// @return the file, as the history has it now
    @Transactional
    public UUID accept(Caller caller, UUID id, boolean whole) {
        var stored = imports.find(id, caller.account()).orElseThrow(Problem::notFound);
        return progress.during(caller.account(), () -> taken(caller, stored, whole));
    }

    private UUID taken(Caller caller, Stored stored, boolean whole) {
        var reading = progress.reading(caller.account());
        var look = unpacked(stored, file -> look(stored, file, header(file, stored.name()), reading));
        if (look.refused() > 0 && whole) throw hasErrors(look);
        if (look.teaches() == 0)
            throw Problem.invalid("columns", "No row of this file is finished work with estimate and actual.");
        var head = new History.FileHead(
                Ids.next(clock),
                stored.name(),
                clock.instant(),
                caller.name(),
                look.teaches(),
                look.unfinished(),
                look.refused());
        history.insert(head, caller.account());
        var taking = progress.taking(caller.account(), look.rows());
        unpacked(stored, file -> add(stored, file, head.id(), taking));
        history.told();
        imports.remove(stored.id(), caller.account());
        audit.record(
                caller,
                "history-imported",
                "history",
                head.id(),
                null,
                new HashMap<>(Map.of("name", head.name(), "taught", head.taught(), "refused", head.refused())));
        listeners.publishEvent(new HistoryChanged());
        return head.id();
    }

    private static Problem hasErrors(HistoryLook look) {
        var first = look.refusals().getFirst();
        var sentence = "Line %d: %s.".formatted(first.line(), first.what());
        return Problem.of(
                        422,
                        "import-has-errors",
                        "Some of it can't be taken",
                        "%d lines can't be taken. %s".formatted(look.refused(), sentence))
                .hint("Correct them in the table and give it again, or take the others without them.")
                .with("sentence", sentence);
    }

    private boolean add(Stored stored, Path file, UUID head, LongConsumer taking) {
        var rows = new HistoryRows(clock.instant(), people.all());
        var batch = new ArrayList<FinishedWork>(BATCH);
        Consumer<HistoryRow> kept = row -> {
            if (rows.isInFuture(row)) return;
            rows.finished(row).ifPresent(batch::add);
            if (batch.size() < BATCH) return;
            history.add(head, batch);
            batch.clear();
        };
        read(file, stored, kept, taking);
        if (!batch.isEmpty()) history.add(head, batch);
        return true;
    }

    void throwAway(Caller caller, UUID id) {
        if (!imports.remove(id, caller.account())) throw Problem.notFound();
    }

    /// Takes a file's work out of the history again.
    @Transactional
    public void remove(Caller caller, UUID file) {
        if (!history.remove(file)) throw Problem.notFound();
        audit.record(caller, "history-removed", "history", file, null, Map.of());
        listeners.publishEvent(new HistoryChanged());
    }
}
