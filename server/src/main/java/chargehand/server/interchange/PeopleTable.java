package chargehand.server.interchange;

import chargehand.files.UnreadableFile;
import chargehand.files.own.CsvRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A table of people as cells under known headings, from CSV or XLSX.
///
/// @param unknown headings of columns that are passed over
record PeopleTable(List<Line> lines, List<String> unknown) {
    private static final int MOST_LINES = 10_000;

    /// @param cells without blanks at their ends; those that hold nothing are left out
    record Line(int number, Map<PeopleColumn, String> cells) {}

    /// @throws UnreadableFile if it is no table, or none of people
    static PeopleTable of(byte[] file) throws UnreadableFile {
        if (XlsxRows.is(file)) return of(XlsxRows.of(file));
        return of(CsvRow.all(file).stream()
                .map(each -> new XlsxRows.Row(each.line(), each.cells()))
                .toList());
    }

    private static PeopleTable of(List<XlsxRows.Row> rows) throws UnreadableFile {
        if (rows.isEmpty())
            throw new UnreadableFile("file-empty", "The table is empty.", "Check that it was saved completely.");
        if (rows.size() > MOST_LINES)
            throw new UnreadableFile(
                    "file-too-large",
                    "The table has %,d lines, and %,d at most.".formatted(rows.size(), MOST_LINES),
                    "Split it.");
        var header = rows.getFirst();
        var columns = new EnumMap<PeopleColumn, Integer>(PeopleColumn.class);
        var unknown = new ArrayList<String>();
        for (int i = 0; i < header.cells().size(); i++) {
            var heading = header.cells().get(i).strip();
            var column = PeopleColumn.of(heading);
            if (column.isPresent()) columns.putIfAbsent(column.get(), i);
            else if (!heading.isEmpty()) unknown.add(heading);
        }
        if (!columns.containsKey(PeopleColumn.NAME))
            throw new UnreadableFile(
                    "missing-column",
                    "Line %d: no column is called \"name\".".formatted(header.line()),
                    "Give the table a header such as: name,email,site,skills,week,units,rate,currency,lead,absences");
        return new PeopleTable(
                rows.subList(1, rows.size()).stream()
                        .map(row -> line(row, columns))
                        .toList(),
                unknown);
    }

    private static Line line(XlsxRows.Row row, Map<PeopleColumn, Integer> columns) {
        var cells = new EnumMap<PeopleColumn, String>(PeopleColumn.class);
        columns.forEach((column, place) -> {
            var cell = place < row.cells().size() ? row.cells().get(place).strip() : "";
            if (!cell.isEmpty()) cells.put(column, cell);
        });
        return new Line(row.line(), cells);
    }
}
