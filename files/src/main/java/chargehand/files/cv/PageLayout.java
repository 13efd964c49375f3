package chargehand.files.cv;

import chargehand.engine.staffing.cv.Sections;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lines of a page in the order in which a person reads them: column after column where there are columns, row
/// after row where cells belong together.
final class PageLayout {
    private static final double GUTTER = 6;
    private static final int FEWEST_ROWS = 4;
    private static final Pattern DATED =
            Pattern.compile("(?:19|20)\\d{2}|\\d{1,2}[./]\\d{2}|(?i)\\b(?:present|current|heute|now)\\b");

    private static final Pattern MONTH_AND_YEAR = Pattern.compile("(?:\\p{L}{3,10}\\.?\\s+)?(?:(?:19|20)\\d{2})");
    private static final int MOST_LETTERS = 12;
    private static final int LENGTH_OF_TEXT = 20;

    private record Row(List<Segment> cells) {
        boolean isCrossedAt(double x) {
            return cells.stream().anyMatch(each -> each.left() < x - GUTTER / 2 && each.right() > x);
        }

        List<Segment> leftOf(double x) {
            return cells.stream().filter(each -> each.left() < x - GUTTER / 2).toList();
        }

        List<Segment> from(double x) {
            return cells.stream().filter(each -> each.left() >= x - GUTTER / 2).toList();
        }
    }

    private record Columns(int fromRow, int toRow, double x) {}

    private PageLayout() {}

    static List<String> lines(List<Segment> segments) {
        var lines = new ArrayList<String>();
        read(rows(segments), lines, 0);
        return lines;
    }

    private static List<Row> rows(List<Segment> segments) {
        var sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingDouble(Segment::y));
        var rows = new ArrayList<Row>();
        for (var each : sorted) {
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && last.cells().getFirst().isOnLineOf(each))
                last.cells().add(each);
            else rows.add(new Row(new ArrayList<>(List.of(each))));
        }
        rows.forEach(row -> row.cells().sort(Comparator.comparingDouble(Segment::left)));
        return rows;
    }

    private static void read(List<Row> rows, List<String> lines, int depth) {
        var columns = depth < 4 ? columns(rows) : null;
        if (columns == null) {
            rows.forEach(row -> lines.add(
                    Direction.read(row.cells().stream().map(Segment::text).collect(Collectors.joining("\t")))));
            return;
        }
        read(rows.subList(0, columns.fromRow()), lines, depth + 1);
        var within = rows.subList(columns.fromRow(), columns.toRow());
        read(parts(within, true, columns.x()), lines, depth + 1);
        read(parts(within, false, columns.x()), lines, depth + 1);
        read(rows.subList(columns.toRow(), rows.size()), lines, depth + 1);
    }

    private static List<Row> parts(List<Row> rows, boolean left, double x) {
        return rows(rows.stream()
                .flatMap(row -> (left ? row.leftOf(x) : row.from(x)).stream())
                .toList());
    }

    /// The longest stretch of rows with text on both sides of an upright gutter, if they are read one after the other.
    private static @Nullable Columns columns(List<Row> rows) {
        Columns best = null;
        for (double x : gutters(rows)) {
            for (int from = 0; from < rows.size(); from++) {
                if (rows.get(from).isCrossedAt(x)) continue;
                int to = from;
                while (to < rows.size() && !rows.get(to).isCrossedAt(x)) to++;
                var found = trimmed(rows, new Columns(from, to, x));
                if (found != null && (best == null || size(found) > size(best))) best = found;
                from = to;
            }
        }
        return best;
    }

    private static int size(Columns columns) {
        return columns.toRow() - columns.fromRow();
    }

    /// Without rows above and below that have text on the left alone, which belong to what spans the page.
    private static @Nullable Columns trimmed(List<Row> rows, Columns columns) {
        int from = columns.fromRow();
        int to = columns.toRow();
        while (from < to && rows.get(from).from(columns.x()).isEmpty()) from++;
        int lastLeft = to;
        while (lastLeft > from && rows.get(lastLeft - 1).leftOf(columns.x()).isEmpty()) lastLeft--;
        var within = rows.subList(from, to);
        long left = within.stream()
                .filter(row -> !row.leftOf(columns.x()).isEmpty())
                .count();
        long right =
                within.stream().filter(row -> !row.from(columns.x()).isEmpty()).count();
        if (Math.min(left, right) < 2) return null;
        if (Math.min(left, right) < FEWEST_ROWS
                && !(isHeaded(within, columns.x()) && isHeadedAtLeft(within, columns.x()))) return null;
        return areColumns(within, columns.x(), left, right) ? new Columns(from, to, columns.x()) : null;
    }

    private static boolean areColumns(List<Row> rows, double x, long left, long right) {
        var both = rows.stream()
                .filter(row -> !row.leftOf(x).isEmpty() && !row.from(x).isEmpty())
                .toList();
        double aligned = (double) both.size() / Math.min(left, right);
        if (isDated(rows, x, true) || isDated(rows, x, false)) return false;
        boolean headed = isHeaded(rows, x);
        if (headed && isHeadedAtLeft(rows, x)) return true;
        boolean dense = Math.min(left, right) >= 0.35 * Math.max(left, right);
        if (headed && dense) return true;
        if (dense && isHeadedAtLeft(rows, x) && isText(rows, x, true) && isText(rows, x, false)) return true;
        return aligned < 0.55;
    }

    /// Cells that say something by themselves, and don't only name what stands beside them.
    private static boolean isText(List<Row> rows, double x, boolean left) {
        return rows.stream()
                        .flatMap(row -> (left ? row.leftOf(x) : row.from(x)).stream())
                        .filter(each -> !isHeading(each))
                        .mapToInt(each -> each.text().length())
                        .average()
                        .orElse(0)
                >= LENGTH_OF_TEXT;
    }

    /// A heading at the right, beside something or by itself.
    private static boolean isHeaded(List<Row> rows, double x) {
        return rows.stream()
                .filter(row -> !row.from(x).isEmpty())
                .anyMatch(row -> row.leftOf(x).isEmpty()
                        ? isHeading(row.from(x).getFirst())
                        : row.from(x).stream().anyMatch(PageLayout::isHeading));
    }

    private static boolean isHeadedAtLeft(List<Row> rows, double x) {
        return rows.stream().anyMatch(row -> row.leftOf(x).stream().anyMatch(PageLayout::isHeading));
    }

    private static boolean isHeading(Segment segment) {
        // A font may draw the fi of "Certifications" as one letter.
        return Sections.isHeading(Normalizer.normalize(segment.text(), Normalizer.Form.NFKC));
    }

    /// Dates beside what they are about: most cells of one side are hardly more than that.
    private static boolean isDated(List<Row> rows, double x, boolean left) {
        var cells = rows.stream()
                .map(row -> left ? row.leftOf(x) : row.from(x))
                .filter(each -> !each.isEmpty())
                .map(each -> each.stream().map(Segment::text).collect(Collectors.joining(" ")))
                .toList();
        long dated = cells.stream().filter(PageLayout::isHardlyMoreThanADate).count();
        return dated >= 2 && dated * 10 >= cells.size() * 4L;
    }

    /// "March 2012 - present", "since 2012, Hamburg"; but not "University of Leeds, 2012".
    private static boolean isHardlyMoreThanADate(String cell) {
        if (cell.length() >= 34 || !DATED.matcher(cell).find()) return false;
        return MONTH_AND_YEAR
                        .matcher(cell)
                        .replaceAll("")
                        .chars()
                        .filter(Character::isLetter)
                        .count()
                <= MOST_LETTERS;
    }

    /// Where several cells begin that have something on their left.
    private static List<Double> gutters(List<Row> rows) {
        var starts = new TreeMap<Long, Integer>();
        for (var row : rows) for (var cell : row.cells()) starts.merge(Math.round(cell.left() / 3), 1, Integer::sum);
        double leftmost = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(Segment::left)
                .min()
                .orElse(0);
        return starts.entrySet().stream()
                .filter(each -> each.getValue() >= FEWEST_ROWS && each.getKey() * 3 > leftmost + 60)
                .sorted(Comparator.comparingInt(each -> -each.getValue()))
                .limit(6)
                .map(each -> each.getKey() * 3.0 - 1.5)
                .toList();
    }
}
