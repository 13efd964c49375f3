package chargehand.server.assets;

import chargehand.files.history.Records;
import chargehand.server.shared.CellReading;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of measurements, one a line.
final class MeasurementTable {
    private static final double MOST = 1e18;

    enum Column {
        asset("asset", "host", "name", "gerät"),
        measure("measure", "metric", "messgröße", "größe"),
        time("time", "at", "date", "timestamp", "zeit", "datum"),
        value("value", "wert"),
        unit("unit", "einheit"),
        capacity("capacity", "kapazität");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }

        static Optional<Column> headed(String heading) {
            var plain = heading.strip().toLowerCase(Locale.ROOT);
            return Stream.of(values())
                    .filter(each -> each.headings.contains(plain))
                    .findFirst();
        }
    }

    /// A line of the file.
    ///
    /// @param problem why it can't be taken, as programs read it: `bad-time`; null if it can
    record Row(
            int number,
            String asset,
            String measure,
            Instant at,
            double value,
            String unit,
            @Nullable Double capacity,
            @Nullable String problem,
            String cell) {}

    private final ZoneId zone;

    /// @param zone in which times are that say none
    MeasurementTable(ZoneId zone) {
        this.zone = zone;
    }

    /// Hears each row that is not blank.
    ///
    /// @return whether it has the columns that it needs
    boolean read(byte[] file, Consumer<Row> rows) throws IOException {
        int from =
                file.length > 2 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        var records = new Records(new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(file, from, file.length - from), StandardCharsets.UTF_8)));
        var head = records.next();
        if (head == null) return false;
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < head.size(); i++) {
            int at = i;
            Column.headed(head.get(i)).ifPresent(each -> columns.putIfAbsent(each, at));
        }
        if (!columns.keySet().containsAll(List.of(Column.asset, Column.time, Column.value))) return false;
        for (var row = records.next(); row != null; row = records.next())
            if (row.stream().anyMatch(each -> !each.isBlank()))
                rows.accept(row(records.line(), row, columns, records.hasDecimalComma()));
        return true;
    }

    private Row row(int number, List<String> cells, Map<Column, Integer> columns, boolean decimalComma) {
        var reading = new CellReading();
        var asset = reading.text(cell(cells, columns, Column.asset));
        if (asset == null) reading.refuse("no-name", "");
        var measure = reading.text(cell(cells, columns, Column.measure));
        var at = time(reading, cell(cells, columns, Column.time));
        var value = number(reading, cell(cells, columns, Column.value), decimalComma);
        if (value == null) reading.refuse("bad-value", "");
        var unit = reading.text(cell(cells, columns, Column.unit));
        var capacity = number(reading, cell(cells, columns, Column.capacity), decimalComma);
        if (capacity != null && capacity <= 0) reading.refuse("bad-capacity", String.valueOf(capacity));
        return new Row(
                number,
                asset == null ? "" : asset,
                measure == null ? "used" : measure,
                // Finer is not stored: two within a microsecond are one.
                at == null ? Instant.EPOCH : at.truncatedTo(ChronoUnit.MICROS),
                value == null ? 0 : value,
                unit == null ? "" : unit,
                capacity,
                reading.problem(),
                reading.value() == null ? "" : reading.value());
    }

    private static @Nullable String cell(List<String> cells, Map<Column, Integer> columns, Column column) {
        var place = columns.get(column);
        return place == null || place >= cells.size() || cells.get(place).isBlank() ? null : cells.get(place);
    }

    /// A day means its beginning.
    private @Nullable Instant time(CellReading reading, @Nullable String cell) {
        var text = cell == null ? "" : cell.strip().replace(' ', 'T');
        try {
            if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)"))
                return OffsetDateTime.parse(text).toInstant();
            if (text.contains("T"))
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            if (text.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
                var day = reading.date(text);
                return day == null ? null : day.atStartOfDay(zone).toInstant();
            }
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException unreadable) {
            reading.refuse("bad-time", text);
            return null;
        }
    }

    private static @Nullable Double number(CellReading reading, @Nullable String cell, boolean decimalComma) {
        if (cell == null) return null;
        var text = plain(cell.replaceAll("[\\s'\u00a0]", ""), decimalComma);
        if (text.matches("-?\\d{1,18}(\\.\\d{1,12})?([eE][+-]?\\d{1,2})?")) {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= MOST) return value;
        }
        reading.refuse("bad-value", cell.strip());
        return null;
    }

    /// Where commas part the cells, one within a number parts thousands.
    private static String plain(String number, boolean decimalComma) {
        if (decimalComma) return number.matches("-?\\d+,\\d+") ? number.replace(',', '.') : number;
        return number.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? number.replace(",", "") : number;
    }
}
