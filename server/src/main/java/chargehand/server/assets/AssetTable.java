package chargehand.server.assets;

import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.LifecycleMatch;
import chargehand.files.history.Records;
import chargehand.server.shared.CellReading;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads assets from a table, line by line: CSV of any register, the content of an `os-release` for one server, or a
/// bill of materials.
final class AssetTable {
    private static final List<String> LINKS = List.of("runsOn", "dependsOn", "backedUpBy");
    private static final int MOST_KEPT = 20_000;

    private final Map<AssetColumn, Integer> columns;
    private final AssetLines lines;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> serials = new HashMap<>();
    private final Map<String, LifecycleMatch> matches = new HashMap<>();

    AssetTable(Map<AssetColumn, Integer> columns, AssetLines lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /// Its headings, and which column each heading that is known stands for.
    record Head(List<String> names, Map<AssetColumn, Integer> guessed, List<List<String>> sample) {}

    static Head head(byte[] file) throws IOException {
        var records = records(file);
        var names = records.next();
        if (names == null) return new Head(List.of(), Map.of(), List.of());
        var guessed = new HashMap<AssetColumn, Integer>();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            AssetColumn.headed(names.get(i)).ifPresent(each -> guessed.putIfAbsent(each, at));
        }
        var sample = new ArrayList<List<String>>();
        for (var row = records.next(); row != null && sample.size() < 5; row = records.next()) sample.add(row);
        return new Head(names, guessed, sample);
    }

    private static Records records(byte[] file) throws IOException {
        var text = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.UTF_8);
        if (Sbom.is(text)) return new Records(new BufferedReader(new StringReader(Sbom.asTable(file))));
        if (isRelease(text)) return new Records(new BufferedReader(new StringReader(asTable(text))));
        int from = text.startsWith("\uFEFF") ? 3 : 0;
        return new Records(new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(file, from, file.length - from), StandardCharsets.UTF_8)));
    }

    private static boolean isRelease(String text) {
        return text.lines().anyMatch(each -> each.startsWith("VERSION_ID=") || each.startsWith("PRETTY_NAME="))
                && text.lines().filter(each -> !each.isBlank()).allMatch(each -> each.matches("#.*|[A-Z_]+=.*"));
    }

    /// The name of the machine may be given as a line `HOSTNAME=`.
    private static String asTable(String text) {
        var host = text.lines()
                .filter(each -> each.startsWith("HOSTNAME="))
                .map(each -> each.substring(9).replace("\"", ""))
                .findFirst();
        var line = text.lines()
                .filter(each -> each.matches("(NAME|VERSION_ID|PRETTY_NAME|ID)=.*"))
                .reduce((a, b) -> a + " " + b);
        return "name,kind,line\n%s,server,\"%s\"\n"
                .formatted(host.orElse("server"), line.orElse("").replace("\"", "\"\""));
    }

    /// Hears each row that is not blank.
    void read(byte[] file, Consumer<AssetRow> rows) throws IOException {
        var records = records(file);
        records.next();
        for (var row = records.next(); row != null; row = records.next())
            if (row.stream().anyMatch(each -> !each.isBlank())) rows.accept(row(records.line(), row));
    }

    private AssetRow row(int number, List<String> cells) {
        var reading = new CellReading();
        var name = reading.text(cell(cells, AssetColumn.name));
        if (name == null) reading.refuse("no-name", "");
        else once(names, name, number, "name-twice", reading);
        var serial = reading.text(cell(cells, AssetColumn.serial));
        if (serial != null) once(serials, serial, number, "serial-twice", reading);
        var line = line(reading, cells);
        var currency = reading.currency(cell(cells, AssetColumn.currency));
        var kind = reading.text(cell(cells, AssetColumn.kind));
        var bought = reading.date(cell(cells, AssetColumn.bought));
        var warranty = reading.date(cell(cells, AssetColumn.warranty));
        return new AssetRow(
                number,
                Objects.requireNonNullElse(name, ""),
                kind == null ? null : AssetKind.of(kind),
                line,
                line == null ? null : matched(line),
                serial,
                reading.text(cell(cells, AssetColumn.site)),
                reading.text(cell(cells, AssetColumn.owner)),
                bought,
                warranty,
                reading.date(cell(cells, AssetColumn.life)),
                reading.days(cell(cells, AssetColumn.leadDays)),
                reading.money(cell(cells, AssetColumn.cost), currency),
                currency,
                relations(reading, cells, name),
                reading.problem(),
                reading.value());
    }

    private @Nullable String cell(List<String> cells, AssetColumn column) {
        var place = columns.get(column);
        return place == null || place >= cells.size() ? null : cells.get(place);
    }

    private static void once(Map<String, Integer> seen, String word, int number, String problem, CellReading reading) {
        var before = seen.putIfAbsent(word.toLowerCase(Locale.ROOT), number);
        if (before != null) reading.refuse(problem, word);
    }

    /// What it is; with its version, where that stands apart, and its model where nothing else is said.
    private @Nullable String line(CellReading reading, List<String> cells) {
        var line = reading.text(cell(cells, AssetColumn.line));
        var version = reading.text(cell(cells, AssetColumn.version));
        if (line == null) return reading.text(cell(cells, AssetColumn.model));
        return version == null || line.contains(version) ? line : line + " " + version;
    }

    private LifecycleMatch matched(String line) {
        if (matches.size() > MOST_KEPT) matches.clear();
        return matches.computeIfAbsent(line, lines::match);
    }

    private List<String> relations(CellReading reading, List<String> cells, @Nullable String name) {
        var relations = new ArrayList<String>();
        for (var kind : LINKS) {
            var cell = reading.text(cell(cells, AssetColumn.valueOf(kind)));
            if (cell == null) continue;
            for (var other : Stream.of(cell.split(";"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList()) {
                if (other.equalsIgnoreCase(name)) reading.refuse("on-itself", other);
                relations.add(kind + ":" + other);
            }
        }
        return relations;
    }
}
