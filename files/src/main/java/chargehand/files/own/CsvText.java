package chargehand.files.own;

import chargehand.files.UnreadableFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The letters of CSV: RFC 4180 with comma, semicolon or tab, and a guard against formulas.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a control character for a formula, and
/// runs it. Such a cell is written with an apostrophe before it, and read without.
final class CsvText {
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r\n].*");

    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;

    private CsvText(String text) {
        this.text = text;
        delimiter = delimiter(
                text.lines().filter(each -> !each.isBlank()).findFirst().orElse(""));
    }

    /// The rows that are not blank; the first is the header.
    static List<CsvRow> rows(String text) throws UnreadableFile {
        return new CsvText(text).rows();
    }

    /// The one that the header has most of, a comma if it has none.
    private static char delimiter(String header) {
        var unquoted = header.replaceAll("\"[^\"]*\"", "");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparing(each ->
                        unquoted.chars().filter(letter -> letter == each).count()))
                .orElseThrow();
    }

    private List<CsvRow> rows() throws UnreadableFile {
        var rows = new ArrayList<CsvRow>();
        while (at < text.length()) {
            var row = row();
            if (!row.isBlank()) rows.add(row);
        }
        return rows;
    }

    private CsvRow row() throws UnreadableFile {
        int first = line;
        var cells = new ArrayList<String>();
        do cells.add(unguarded(isAt('"') ? quoted() : plain()));
        while (skips(delimiter));
        boolean ended = skips('\r');
        if (!(skips('\n') || ended || at == text.length()))
            throw refusal("something stands behind a closing quote", "Write a quote within quotes twice.");
        line++;
        return new CsvRow(first, cells);
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !isAt(delimiter) && !isAt('\r') && !isAt('\n')) at++;
        return text.substring(from, at);
    }

    private String quoted() throws UnreadableFile {
        var cell = new StringBuilder();
        at++;
        while (!isAt('"') || isAt('"', at + 1)) {
            if (at == text.length()) throw refusal("a quote is not closed", "Close it, or write it twice.");
            if (isAt('"')) at++;
            if (isAt('\n')) line++;
            cell.append(text.charAt(at++));
        }
        at++;
        return cell.toString();
    }

    private boolean skips(char letter) {
        if (!isAt(letter)) return false;
        at++;
        return true;
    }

    private boolean isAt(char letter) {
        return isAt(letter, at);
    }

    private boolean isAt(char letter, int place) {
        return place < text.length() && text.charAt(place) == letter;
    }

    private UnreadableFile refusal(String what, String hint) {
        return new UnreadableFile("file-malformed", "The file is no CSV: line %d: %s.".formatted(line, what), hint);
    }

    private static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /// One row, with commas; every cell is quoted that has to be.
    static String row(List<String> cells) {
        return String.join(",", cells.stream().map(CsvText::cell).toList()) + "\r\n";
    }

    private static String cell(String value) {
        var guarded = FORMULA.matcher(value).matches() ? "'" + value : value;
        return guarded.chars().anyMatch(each -> ",;\t\"\r\n".indexOf(each) >= 0) || !guarded.equals(guarded.strip())
                ? "\"" + guarded.replace("\"", "\"\"") + "\""
                : guarded;
    }
}
