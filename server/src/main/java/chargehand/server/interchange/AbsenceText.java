package chargehand.server.interchange;

import chargehand.server.people.AbsenceWrite;
import chargehand.server.shared.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Absences in one cell: `2027-02-08..2027-02-12 leave; 2027-03-01`, also with dates as `8.2.2027`.
final class AbsenceText {
    private static final String DATE = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})";
    private static final Pattern ABSENCE =
            Pattern.compile(DATE + "(?:\\s*(?:\\.\\.|[-–]|to|bis)\\s*" + DATE + ")?\\s*(.*)");

    private AbsenceText() {}

    /// @throws Problem if one can't be understood
    static List<AbsenceWrite> read(String cell) {
        var absences = new ArrayList<AbsenceWrite>();
        for (var part : cell.split("[;\\n]")) {
            if (part.isBlank()) continue;
            var match = ABSENCE.matcher(part.strip());
            if (!match.matches()) throw unreadable(part);
            var from = date(match.group(1), part);
            var to = match.group(2) == null ? from : date(match.group(2), part);
            if (to.isBefore(from)) throw unreadable(part);
            var kind = match.group(3).strip();
            absences.add(new AbsenceWrite(from, to, kind.isEmpty() ? null : kind, null));
        }
        return absences;
    }

    private static LocalDate date(String text, String part) {
        try {
            if (text.indexOf('-') > 0) return LocalDate.parse(text);
            var parts = text.split("\\.");
            return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        } catch (DateTimeException noDate) {
            throw unreadable(part);
        }
    }

    private static Problem unreadable(String part) {
        return Problem.invalid("absences", "“%s” is no absence.".formatted(part.strip()))
                .hint("Write it as 2027-02-08..2027-02-12 leave, several with a semicolon.");
    }
}
