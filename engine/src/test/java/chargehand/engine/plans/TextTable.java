package chargehand.engine.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table of a plan in text: a header, and one row a task. The header of the picture column is the days'
/// initials.
record TextTable(List<String> header, List<List<String>> rows) {
    static final String PICTURE = "picture";
    private static final Pattern DAYS = Pattern.compile("[MTWFS]{2,}");

    static TextTable of(List<String> lines) {
        var cells = lines.stream().map(TextTable::cells).toList();
        return new TextTable(cells.getFirst(), cells.subList(1, cells.size()));
    }

    private static List<String> cells(String line) {
        var parts = line.strip().split("\\|", -1);
        return List.copyOf(Arrays.asList(parts).subList(1, parts.length - 1));
    }

    /// The columns by name, in their order.
    List<String> columns() {
        return header.stream()
                .map(each -> isPicture(each) ? PICTURE : each.strip())
                .toList();
    }

    private static boolean isPicture(String cell) {
        return DAYS.matcher(cell.strip()).matches();
    }

    /// The initials of the days in the picture's header, or nothing where there is no picture.
    String days() {
        int column = columns().indexOf(PICTURE);
        return column < 0 ? "" : header.get(column).strip();
    }

    boolean has(String column) {
        return columns().contains(column);
    }

    /// A cell without the blanks around it; of a picture and of the task's name the leading blanks count.
    String cell(int row, String column) {
        int index = columns().indexOf(column);
        if (index < 0 || index >= rows.get(row).size()) return "";
        var raw = rows.get(row).get(index);
        boolean leadingCounts = column.equals(PICTURE) || column.equals("task");
        return leadingCounts ? raw.replaceFirst("^ ", "").stripTrailing() : raw.strip();
    }

    /// The same table with other cells in some columns.
    TextTable with(String column, List<String> cells) {
        int index = columns().indexOf(column);
        var changed = new ArrayList<List<String>>();
        for (int row = 0; row < rows.size(); row++) {
            var copy = new ArrayList<>(rows.get(row));
            copy.set(index, " " + cells.get(row) + " ");
            changed.add(copy);
        }
        return new TextTable(header, changed);
    }

    @Override
    public String toString() {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        var widths = new int[header.size()];
        for (var row : all)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).stripTrailing().length());
        return all.stream()
                .map(row -> {
                    var line = new StringBuilder("|");
                    for (int i = 0; i < widths.length; i++) {
                        var cell = row.get(i).stripTrailing();
                        line.append(cell).repeat(" ", widths[i] - cell.length()).append(" |");
                    }
                    return line.toString();
                })
                .collect(Collectors.joining("\n"));
    }
}
