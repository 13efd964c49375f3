package chargehand.files.chart;

import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;

/// Sums with the working time of one calendar within one stretch of time; what lies outside counts as its ends.
final class WorkingTime {
    private final WorkingTable table;
    private final int start;
    private final int end;

    WorkingTime(WorkingCalendar calendar, Instant start, Instant end) {
        this.start = WorkingTable.minute(start);
        this.end = WorkingTable.minute(end);
        table = WorkingTable.of(calendar, this.start, this.end + 1);
    }

    /// The end of so many working minutes from a moment on.
    Instant after(Instant from, int minutes) {
        int moment = minute(from);
        return WorkingTable.instant(
                table.workBefore(moment) + minutes > table.total() ? end : table.add(moment, minutes));
    }

    /// Working minutes from a moment to another.
    long between(Instant from, Instant to) {
        return table.workBetween(minute(from), minute(to));
    }

    private int minute(Instant at) {
        return Math.clamp(Math.floorDiv(at.getEpochSecond(), 60), start, end);
    }
}
