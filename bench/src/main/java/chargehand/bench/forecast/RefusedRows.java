package chargehand.bench.forecast;

import chargehand.files.history.History;
import chargehand.files.history.HistoryRow;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Tells from which rows nothing is learned, and why.
final class RefusedRows {
    private RefusedRows() {}

    /// How many for which reason, and what somebody should know of the rest.
    static void summary(History history, Consumer<String> told) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (var row : history.refused())
            if (row.refusal() != null) reasons.merge(row.refusal().reason().code(), 1, Integer::sum);
        told.accept("%,d rows, nothing is learned from %,d%s"
                .formatted(history.rows().size(), history.refused().size(), reasons.isEmpty() ? "" : ": " + reasons));
        history.notes().forEach(note -> told.accept(note.what()));
    }

    /// A line for each.
    static void each(History history, Consumer<String> told) {
        for (var row : history.refused()) told.accept(line(row));
    }

    private static String line(HistoryRow row) {
        var refusal = row.refusal();
        return "line %d, %s: %s".formatted(row.line(), row.id(), refusal == null ? "" : refusal.what());
    }
}
