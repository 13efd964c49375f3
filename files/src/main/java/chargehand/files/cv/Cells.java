package chargehand.files.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A row of a table as lines to read.
final class Cells {
    private static final Pattern DATED = Pattern.compile("\\b(?:19|20)\\d{2}\\b|\\d{1,2}[./]\\d{2,4}");
    private static final int LONGEST_LABEL = 40;

    private Cells() {}

    /// Cells of a line each stand side by side. A date, or a short label, stands before the first line of what it is
    /// about. Else the table only places things on the page, and is read cell by cell.
    static List<String> lines(List<List<String>> cells) {
        var lines = new ArrayList<String>();
        if (cells.stream().allMatch(cell -> cell.size() == 1)) {
            if (!cells.isEmpty())
                lines.add(String.join("\t", cells.stream().map(List::getFirst).toList()));
            return lines;
        }
        if (cells.size() == 2 && isLabel(cells.get(0))) {
            lines.add(String.join(" ", cells.get(0)) + "\t" + cells.get(1).getFirst());
            lines.addAll(cells.get(1).subList(1, cells.get(1).size()));
            return lines;
        }
        cells.forEach(lines::addAll);
        return lines;
    }

    private static boolean isLabel(List<String> cell) {
        var text = String.join(" ", cell);
        return cell.size() == 1 && text.length() <= LONGEST_LABEL
                || cell.size() <= 3 && DATED.matcher(text).find() && text.length() <= LONGEST_LABEL;
    }
}
