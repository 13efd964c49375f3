package chargehand.server.shared;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A line of a table for spreadsheets. A cell that one would take for a formula is written with an apostrophe before
/// it.
public final class CsvLine {
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r\n].*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\r\n].*");

    private CsvLine() {}

    /// With its end; nothing stands for null.
    public static String of(@Nullable String... cells) {
        return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    public static String cell(@Nullable String value) {
        if (value == null) return "";
        boolean formula =
                FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
        var safe = formula ? "'" + value : value;
        return QUOTED.matcher(safe).matches() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
