package chargehand.files.history;

import java.util.List;

/// A history as it was read.
///
/// @param rows in the order of the file, refused ones included
/// @param notes what somebody should know before they believe it
public record History(List<HistoryRow> rows, List<Note> notes) {
    public History {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// The rows from which nothing is learned although somebody meant it.
    public List<HistoryRow> refused() {
        return rows.stream().filter(row -> row.refusal() != null).toList();
    }
}
