package chargehand.files.own;

import chargehand.files.UnreadableFile;
import java.util.List;

/// One record of a CSV file.
///
/// @param line of the file on which it begins, from 1
public record CsvRow(int line, List<String> cells) {
    /// All records that are not blank, with comma, semicolon or tab, whichever the first has most of.
    ///
    /// @throws UnreadableFile if it is no text, or a quote is not closed
    public static List<CsvRow> all(byte[] file) throws UnreadableFile {
        return CsvText.rows(FileText.of(file));
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
