package chargehand.files.own;

import java.util.List;

/// One record of a CSV file.
///
/// @param line of the file on which it begins, from 1
record CsvRow(int line, List<String> cells) {
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
