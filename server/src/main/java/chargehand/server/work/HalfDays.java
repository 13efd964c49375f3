package chargehand.server.work;

import chargehand.engine.plan.Booking;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// A person's working days cut in two, and how much of each half a stretch of time takes. A day with a break is cut at
/// its longest one, another at 13:00.
final class HalfDays {
    private static final int MIDDAY = 13 * 60;

    private final WorkingCalendar calendar;
    private final WorkingTable table;
    private final List<Half> halves = new ArrayList<>();

    enum Part {
        morning,
        afternoon
    }

    /// @param minutes of working time in it, absences left out
    record Half(LocalDate date, Part part, Instant from, Instant to, int minutes) {}

    /// @param away when the person does not work at all, though the calendar says so
    /// @param days how many, from the first
    HalfDays(WorkingCalendar calendar, List<Booking> away, LocalDate first, int days) {
        this.calendar = calendar;
        int base = WorkingTable.minute(first.atStartOfDay(calendar.zone()).toInstant());
        // A table can't be asked about its own end.
        int end = WorkingTable.minute(
                        first.plusDays(days).atStartOfDay(calendar.zone()).toInstant())
                + 1;
        var working = WorkingTable.of(calendar, base, end);
        for (var each : away) {
            int from = Math.max(base, WorkingTable.minute(each.fromInclusive()));
            int to = Math.min(end, WorkingTable.minute(each.toExclusive()));
            if (from < to) working = working.without(from, to);
        }
        table = working;
        for (var date = first; date.isBefore(first.plusDays(days)); date = date.plusDays(1)) cut(date);
    }

    private void cut(LocalDate date) {
        var ranges = calendar.on(date);
        if (ranges.isEmpty()) return;
        int middle = middle(ranges);
        add(date, Part.morning, ranges.getFirst().fromInclusive(), middle);
        add(date, Part.afternoon, middle, ranges.getLast().toExclusive());
    }

    private static int middle(List<TimeRange> ranges) {
        int longest = 0;
        int middle = MIDDAY;
        for (int i = 1; i < ranges.size(); i++) {
            int pause = ranges.get(i).fromInclusive() - ranges.get(i - 1).toExclusive();
            if (pause <= longest) continue;
            longest = pause;
            middle = ranges.get(i).fromInclusive();
        }
        return middle;
    }

    private void add(LocalDate date, Part part, int from, int to) {
        if (from >= to) return;
        var begins = at(date, from);
        var ends = at(date, to);
        halves.add(new Half(date, part, begins, ends, between(begins, ends)));
    }

    private Instant at(LocalDate date, int minute) {
        return ZonedDateTime.of(date.atStartOfDay().plusMinutes(minute), calendar.zone())
                .toInstant();
    }

    /// Those that hold any of the person's hours by the calendar, in order; where they are away with no minutes.
    List<Half> all() {
        return halves;
    }

    List<Half> on(LocalDate date) {
        return halves.stream().filter(each -> each.date().equals(date)).toList();
    }

    /// Working minutes that `[from, to)` has in a half.
    int within(Half half, Instant from, Instant to) {
        var begins = from.isAfter(half.from()) ? from : half.from();
        var ends = to.isBefore(half.to()) ? to : half.to();
        return begins.isBefore(ends) ? between(begins, ends) : 0;
    }

    private int between(Instant from, Instant to) {
        return table.workBetween(WorkingTable.minute(from), WorkingTable.minute(to));
    }
}
