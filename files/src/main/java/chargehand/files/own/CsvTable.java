package chargehand.files.own;

import chargehand.files.NotCarriedOver;
import chargehand.files.UnreadableFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file under the columns that we know.
///
/// @param lines the tasks, in the order of the file
/// @param unknown the columns that we don't know and that hold something
record CsvTable(List<Line> lines, List<NotCarriedOver> unknown) {
    /// One task. It knows where it stands, so that whoever does not like a cell can say so.
    ///
    /// @param number of the line in the file
    record Line(int number, Map<CsvColumn, String> cells) {
        boolean has(CsvColumn column) {
            return cells.containsKey(column);
        }

        /// Without space at its ends; empty if there is nothing.
        String text(CsvColumn column) {
            return raw(column).strip();
        }

        String raw(CsvColumn column) {
            return cells.getOrDefault(column, "");
        }

        /// Null if the cell is blank.
        <T> @Nullable T optional(CsvColumn column, Parsing<T> parsing) throws UnreadableFile {
            if (!has(column)) return null;
            try {
                return parsing.parse(text(column));
            } catch (BadValue e) {
                throw refusal(e.code(), column, e.getMessage(), e.hint());
            }
        }

        UnreadableFile refusal(String code, CsvColumn column, @Nullable String what, String hint) {
            return new UnreadableFile(
                    code, "Line %d, column \"%s\": %s.".formatted(number, column.header(), what), hint);
        }
    }

    static CsvTable of(String text) throws UnreadableFile {
        var rows = CsvText.rows(text);
        var header = rows.getFirst();
        var columns = columns(header);
        var lines = new ArrayList<Line>();
        for (var row : rows.subList(1, rows.size())) lines.add(line(row, columns));
        return new CsvTable(lines, unknown(header, columns, rows.subList(1, rows.size())));
    }

    private static List<@Nullable CsvColumn> columns(CsvRow header) throws UnreadableFile {
        var columns = new ArrayList<@Nullable CsvColumn>();
        for (var name : header.cells()) {
            var column = CsvColumn.named(name).orElse(null);
            if (column != null && columns.contains(column))
                throw new UnreadableFile(
                        "duplicate-column",
                        "Line %d: the column \"%s\" is there twice.".formatted(header.line(), column.header()),
                        "Keep one of them.");
            columns.add(column);
        }
        if (!columns.contains(CsvColumn.NAME))
            throw new UnreadableFile(
                    "missing-column",
                    "Line %d: no column is called \"name\".".formatted(header.line()),
                    "Give the table a header such as: id,name,work,after,assignees");
        return columns;
    }

    private static Line line(CsvRow row, List<@Nullable CsvColumn> columns) throws UnreadableFile {
        var cells = new EnumMap<CsvColumn, String>(CsvColumn.class);
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            if (cell.isBlank()) continue;
            if (i >= columns.size())
                throw new UnreadableFile(
                        "file-malformed",
                        "Line %d: there are more cells than columns.".formatted(row.line()),
                        "Put a cell in quotes if it holds the delimiter.");
            var column = columns.get(i);
            if (column != null) cells.put(column, cell);
        }
        return new Line(row.line(), cells);
    }

    private static List<NotCarriedOver> unknown(CsvRow header, List<@Nullable CsvColumn> columns, List<CsvRow> rows) {
        var unknown = new ArrayList<NotCarriedOver>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (columns.get(i) != null) continue;
            int filled = (int) rows.stream()
                    .filter(row -> column < row.cells().size()
                            && !row.cells().get(column).isBlank())
                    .count();
            if (filled > 0)
                unknown.add(new NotCarriedOver(
                        "column \"%s\""
                                .formatted(
                                        Quoted.shortened(header.cells().get(i).strip())),
                        "A plan has no such column.",
                        filled));
        }
        return unknown;
    }
}
