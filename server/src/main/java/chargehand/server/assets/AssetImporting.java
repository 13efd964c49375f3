package chargehand.server.assets;

import chargehand.server.assets.AssetImports.Stored;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes assets in from the table of another register: first to be looked at, then all that can be taken, or none.
@Service
public class AssetImporting {
    private static final int BATCH = 2_000;
    private static final int SHOWN = 1_000;
    private static final int SHOWN_CHANGES = 100;

    private final AssetImports imports;
    private final Lifecycles lifecycles;
    private final Audit audit;
    private final Clock clock;

    AssetImporting(AssetImports imports, Lifecycles lifecycles, Audit audit, Clock clock) {
        this.imports = imports;
        this.lifecycles = lifecycles;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a file would do to the register.
    ///
    /// @param columns where each stands, from 0, by the name of what it is
    /// @param fresh assets that are new
    /// @param differing the first of those that would change
    /// @param unmatched lines whose product or version is not certain
    @Schema(name = "AssetImport")
    public record Look(
            UUID id,
            String name,
            List<String> headers,
            List<List<String>> sample,
            Map<String, Integer> columns,
            int rows,
            int fresh,
            int changed,
            int refused,
            int unmatchedRows,
            List<AssetImports.Differing> differing,
            List<AssetImports.Unmatched> unmatched,
            List<AssetImports.Refused> refusals) {}

    /// @throws Problem if the file is no table
    @Transactional
    public Look look(Caller caller, String name, byte[] file) {
        var head = head(file, name);
        var columns = new TreeMap<String, Integer>();
        head.guessed().forEach((column, place) -> columns.put(column.name(), place));
        var stored = new Stored(Ids.next(clock), name, file, columns);
        imports.insert(caller.account(), stored);
        return look(stored, head);
    }

    /// The same file, read with other columns.
    @Transactional
    public Look map(Caller caller, UUID id, Map<String, Integer> columns) {
        var stored = imports.find(id, caller.account()).orElseThrow(Problem::notFound);
        var head = head(stored.content(), stored.name());
        columns.forEach((column, place) -> check(column, place, head.names().size()));
        imports.setColumns(id, columns);
        return look(new Stored(id, stored.name(), stored.content(), columns), head);
    }

    private static void check(String column, Integer place, int width) {
        if (java.util.Arrays.stream(AssetColumn.values())
                .noneMatch(each -> each.name().equals(column)))
            throw Problem.invalid("columns", "“%s” is no column of a register.".formatted(column));
        if (place == null || place < 0 || place >= width)
            throw Problem.invalid("columns", "The file has no column %s.".formatted(place));
    }

    private static AssetTable.Head head(byte[] file, String name) {
        try {
            var head = AssetTable.head(file);
            if (head.names().size() > 1) return head;
        } catch (IOException | RuntimeException unreadable) {
            // Said below.
        }
        var sentence = "The file is no table with a line of headings.";
        var way = "Give CSV with commas, semicolons or tabs, in UTF-8, an os-release, or CycloneDX as JSON.";
        throw Problem.of(422, "file-unreadable", "The file can't be read", sentence)
                .hint(way)
                .with("file", name)
                .with("reason", "no-table")
                .with("sentence", sentence)
                .with("way", way);
    }

    private Look look(Stored stored, AssetTable.Head head) {
        if (stored.columns().containsKey(AssetColumn.name.name())) stage(stored);
        var counts = imports.counts(stored.id());
        return new Look(
                stored.id(),
                stored.name(),
                head.names(),
                head.sample(),
                stored.columns(),
                counts.rows(),
                counts.fresh(),
                counts.changed(),
                counts.refused(),
                counts.unmatched(),
                imports.differing(stored.id(), SHOWN_CHANGES),
                imports.unmatched(stored.id(), SHOWN),
                imports.refused(stored.id(), SHOWN));
    }

    private void stage(Stored stored) {
        var places = new EnumMap<AssetColumn, Integer>(AssetColumn.class);
        stored.columns().forEach((name, place) -> places.put(AssetColumn.valueOf(name), place));
        var batch = new ArrayList<AssetRow>(BATCH);
        try {
            new AssetTable(places, lifecycles.lines()).read(stored.content(), row -> {
                batch.add(row);
                if (batch.size() < BATCH) return;
                imports.add(stored.id(), batch);
                batch.clear();
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!batch.isEmpty()) imports.add(stored.id(), batch);
        imports.compare(stored.id());
    }

    /// Takes what can be taken.
    ///
    /// @param whole nothing at all if a row is refused
    /// @return how many are new, and how many changed
    @Transactional
    public int[] accept(Caller caller, UUID id, boolean whole) {
        if (imports.find(id, caller.account()).isEmpty()) throw Problem.notFound();
        var counts = imports.counts(id);
        if (counts.refused() > 0 && whole) throw hasErrors(id, counts.refused());
        imports.take(id, caller.name());
        imports.remove(id, caller.account());
        audit.record(
                caller,
                "assets-imported",
                "import",
                id,
                null,
                Map.of("new", counts.fresh(), "changed", counts.changed()));
        return new int[] {counts.fresh(), counts.changed()};
    }

    private Problem hasErrors(UUID id, int refused) {
        var first = imports.refused(id, 1).getFirst();
        var sentence = "Line %d: %s %s".formatted(first.number(), first.problem(), first.value());
        return Problem.of(
                        422,
                        "import-has-errors",
                        "Some of it can't be taken",
                        "%d lines can't be taken. %s".formatted(refused, sentence))
                .hint("Correct them in the table and give it again, or take the others without them.")
                .with("sentence", sentence);
    }

    void throwAway(Caller caller, UUID id) {
        if (!imports.remove(id, caller.account())) throw Problem.notFound();
    }
}
