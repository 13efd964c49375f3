package chargehand.files.history;

import chargehand.engine.forecast.history.HoursRange;
import chargehand.engine.forecast.history.Labels;
import chargehand.files.history.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a [HistoryRow] of cells, and says what is wrong with it: the first thing found.
final class RowReading {
    private static final long DAY = 24 * 60 * 60;
    private static final double MOST_HOURS = 20_000;
    private static final Duration LONGEST = Duration.ofDays(3653);

    private final Dates dates;
    private final boolean decimalComma;
    private final Map<String, String> words = new HashMap<>();
    private @Nullable Refusal refusal;

    RowReading(Dates dates, boolean decimalComma) {
        this.dates = dates;
        this.decimalComma = decimalComma;
    }

    HistoryRow row(int line, Map<Column, String> cells, boolean tooMany) {
        refusal = null;
        if (tooMany) refuse(Reason.MORE_CELLS_THAN_COLUMNS, "there are more cells than columns");
        double estimate = hours(cells, Column.ESTIMATE);
        double actual = hours(cells, Column.ACTUAL);
        var range = range(cells);
        var estimated = date(cells, Column.ESTIMATED);
        var started = date(cells, Column.STARTED);
        var completed = endOfDay(date(cells, Column.COMPLETED));
        checkOrder(estimated, started, completed);
        var labels = new Labels(
                word(cells, Column.PERSON),
                word(cells, Column.TEAM),
                word(cells, Column.PROJECT),
                word(cells, Column.KIND),
                word(cells, Column.PART),
                word(cells, Column.REQUESTER),
                word(cells, Column.PRIORITY));
        var id = cells.getOrDefault(Column.ID, "line " + line);
        return new HistoryRow(line, id, labels, estimate, actual, range, estimated, started, completed, refusal);
    }

    /// Words repeat in every row; one copy of each is enough.
    private @Nullable String word(Map<Column, String> cells, Column column) {
        var word = cells.get(column);
        return word == null ? null : words.computeIfAbsent(word, same -> same);
    }

    /// What is completed on a day is known when the day is over.
    private static @Nullable Instant endOfDay(@Nullable Instant completed) {
        if (completed == null || completed.getEpochSecond() % DAY != 0) return completed;
        return completed.plusSeconds(DAY - 1);
    }

    private void refuse(Reason reason, String what) {
        if (refusal == null) refusal = new Refusal(reason, what);
    }

    private double hours(Map<Column, String> cells, Column column) {
        var text = cells.get(column);
        if (text == null) return Double.NaN;
        double hours = number(text);
        if (Double.isNaN(hours)) {
            refuse(Reason.UNREADABLE_NUMBER, "%s is no number: \"%s\"".formatted(column.header(), shortened(text)));
            return Double.NaN;
        }
        if (hours < 0) refuse(Reason.NEGATIVE_TIME, "%s is below 0: %s".formatted(column.header(), text));
        if (hours > MOST_HOURS)
            refuse(Reason.TOO_LONG, "%s is more than ten years of work: %s".formatted(column.header(), text));
        return hours > 0 && hours <= MOST_HOURS ? hours : Double.NaN;
    }

    /// One end alone says nothing.
    private @Nullable HoursRange range(Map<Column, String> cells) {
        double low = hours(cells, Column.LOW);
        double high = hours(cells, Column.HIGH);
        if (Double.isNaN(low) || Double.isNaN(high)) return null;
        if (low < high) return new HoursRange(low, high);
        if (low > high)
            refuse(Reason.UNORDERED_RANGE, "the least (%s h) is above the most (%s h)".formatted(low, high));
        return null;
    }

    private double number(String text) {
        var plain = text.endsWith("h") ? text.substring(0, text.length() - 1).strip() : text;
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        if (comma >= 0 && point >= 0)
            plain = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        else if (comma >= 0 && comma == plain.indexOf(',') && (decimalComma || plain.length() - comma - 1 != 3))
            plain = plain.replace(',', '.');
        else if (comma >= 0) return Double.NaN;
        try {
            double number = Double.parseDouble(plain);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException unreadable) {
            return Double.NaN;
        }
    }

    private @Nullable Instant date(Map<Column, String> cells, Column column) {
        var text = cells.get(column);
        if (text == null) return null;
        var date = dates.read(text);
        if (date == null)
            refuse(Reason.UNREADABLE_DATE, "%s is no date: \"%s\"".formatted(column.header(), shortened(text)));
        return date;
    }

    private void checkOrder(@Nullable Instant estimated, @Nullable Instant started, @Nullable Instant completed) {
        var begun = started != null ? started : estimated;
        if (begun == null || completed == null) return;
        if (completed.isBefore(begun))
            refuse(
                    Reason.ENDS_BEFORE_IT_STARTS,
                    "it is completed (%s) before it starts (%s)".formatted(completed, begun));
        else if (Duration.between(begun, completed).compareTo(LONGEST) > 0)
            refuse(Reason.TOO_LONG, "it took more than ten years, from %s to %s".formatted(begun, completed));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
