package chargehand.server.work;

import chargehand.server.shared.CsvLine;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hours as a table, a row a day and line, for payroll and books.
final class SheetCsv {
    private final StringBuilder text = new StringBuilder();

    SheetCsv() {
        text.append(CsvLine.of(
                "date",
                "week",
                "person",
                "project",
                "task_id",
                "task",
                "cost_code",
                "hours",
                "state",
                "revision",
                "note"));
    }

    void add(Sheet sheet, String person, Map<UUID, String> projects, LocalDate from, LocalDate to) {
        for (var line : sheet.lines())
            for (int i = 0; i < Sheet.DAYS; i++) {
                var date = sheet.week().plusDays(i);
                int minutes = line.minutes().get(i);
                if (minutes > 0 && !date.isBefore(from) && !date.isAfter(to))
                    text.append(row(sheet, person, line, project(line, projects), date, minutes));
            }
    }

    private static @Nullable String project(Sheet.Line line, Map<UUID, String> projects) {
        return line.project() == null ? null : projects.get(line.project());
    }

    private static String row(
            Sheet sheet, String person, Sheet.Line line, @Nullable String project, LocalDate date, int minutes) {
        return CsvLine.of(
                date.toString(),
                sheet.week().toString(),
                person,
                project,
                line.task(),
                line.task() == null ? null : line.name(),
                line.code(),
                SheetLetters.hours(minutes),
                sheet.state().name(),
                Integer.toString(sheet.revision()),
                line.note());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
