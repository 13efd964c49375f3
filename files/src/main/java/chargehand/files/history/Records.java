package chargehand.files.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file one after the other (RFC 4180), with commas, semicolons or tabs, whichever the
/// first row has most of.
public final class Records {
    private static final int LONGEST_CELL = 100_000;

    private final Reader reader;
    private final char delimiter;
    private final boolean decimalComma;
    private int line = 1;
    private int firstLine = 1;

    public Records(BufferedReader reader) throws IOException {
        this.reader = reader;
        delimiter = delimiter(reader);
        decimalComma = delimiter != ',';
    }

    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_CELL);
        var head = reader.readLine();
        reader.reset();
        if (head == null) return ',';
        char best = ',';
        for (char each : new char[] {';', '\t'}) if (count(head, each) > count(head, best)) best = each;
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    /// Whether a single comma within a number parts whole from fraction.
    public boolean hasDecimalComma() {
        return decimalComma;
    }

    /// The line on which the last row began.
    public int line() {
        return firstLine;
    }

    /// The next row that is not blank, or null at the end.
    public @Nullable List<String> next() throws IOException {
        while (true) {
            var row = row();
            if (row == null) return null;
            if (row.size() > 1 || !row.getFirst().isBlank()) return row;
        }
    }

    private @Nullable List<String> row() throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        firstLine = line;
        for (int read = reader.read(); read >= 0; read = reader.read()) {
            char each = (char) read;
            begun = true;
            if (each == '\n') line++;
            if (quoted) {
                if (each != '"') append(cell, each);
                else {
                    int after = peek();
                    if (after == '"') append(cell, (char) reader.read());
                    else quoted = false;
                }
            } else if (each == '"' && cell.isEmpty()) quoted = true;
            else if (each == delimiter) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (each == '\n') {
                cells.add(cell.toString());
                return cells;
            } else if (each != '\r') append(cell, each);
        }
        if (!begun) return null;
        cells.add(cell.toString());
        return cells;
    }

    private int peek() throws IOException {
        reader.mark(1);
        int read = reader.read();
        reader.reset();
        return read;
    }

    private static void append(StringBuilder cell, char each) {
        if (cell.length() < LONGEST_CELL) cell.append(each);
    }
}
