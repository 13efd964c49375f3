package chargehand.server.forecasting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a file would teach, before anything is taken.
///
/// @param headers of its columns, in their order
/// @param sample the first rows, as they stand there
/// @param columns where each column that we know stands, from 0, by its name in a history
/// @param rows in all
/// @param teaches rows of finished work with estimate and actual
/// @param unfinished rows of work that isn't finished, or lacks a figure: no fault, but nothing to learn
/// @param refused how many rows are refused, and by reason how many
/// @param refusals the first hundred of them
/// @param notes codes of what should be known before all is believed
/// @param knownPeople how many of the people in it are known here by their names
@Schema(name = "HistoryImport")
public record HistoryLook(
        UUID id,
        String name,
        List<String> headers,
        List<List<String>> sample,
        Map<String, Integer> columns,
        int rows,
        int teaches,
        int unfinished,
        int refused,
        Map<String, Integer> reasons,
        List<RefusedRow> refusals,
        List<String> notes,
        int knownPeople,
        int unknownPeople) {
    /// @param line of the file
    /// @param reason a code
    /// @param what in a sentence, with the value
    @Schema(name = "RefusedRow")
    public record RefusedRow(int line, String id, String reason, String what) {}
}
