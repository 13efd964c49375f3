package chargehand.files.own;

import chargehand.files.Planned;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.io.IOException;
import java.io.OutputStream;

/// Plans as tables, as `docs/guide/csv.md` shows: a header, then a task a line. A table holds no working
/// calendars, no absences and no windows; what it does hold reads back as it was.
public final class CsvPlans {
    private CsvPlans() {}

    /// Everyone who is named is there all the time, in office hours. A column that is unknown is not carried
    /// over; a cell that can't be understood is refused, with its line and column. The plan starts when the
    /// caller says, else on the day of the earliest `start`.
    public static ReadPlan read(byte[] bytes, Reading reading, String name) throws UnreadableFile {
        var table = CsvTable.of(FileText.of(bytes));
        int tasks = table.lines().size();
        if (tasks <= JsonTasks.MOST_TASKS) return new CsvReading(table, reading, name).read();
        throw new UnreadableFile(
                "too-many-tasks",
                "The file has %d tasks; a plan may have %d.".formatted(tasks, JsonTasks.MOST_TASKS),
                "Split it into several projects.");
    }

    /// The columns of the guide, as UTF-8 with a byte order mark, without which spreadsheets spoil umlauts.
    public static void write(Planned planned, OutputStream out) throws IOException {
        new CsvOutput(planned).write(out);
    }
}
