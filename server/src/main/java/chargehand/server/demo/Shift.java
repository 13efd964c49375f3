package chargehand.server.demo;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.Window;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Moves the world by whole weeks on the wall clock, so that a Monday stays a Monday and nine o'clock nine o'clock.
/// Promises keep their distance from today in working days instead: else holidays would make or break them.
///
/// @param today the Monday that the files take for the present
/// @param weeks by which all moves; may be negative
/// @param daysOff of the company, around the old and the new present
record Shift(ZoneId zone, LocalDate today, long weeks, Set<LocalDate> daysOff) {
    LocalDate date(LocalDate date) {
        return date.plusWeeks(weeks);
    }

    Instant moment(Instant moment) {
        return moment.atZone(zone)
                .toLocalDateTime()
                .plusWeeks(weeks)
                .atZone(zone)
                .toInstant();
    }

    private @Nullable Instant momentOrNull(@Nullable Instant moment) {
        return moment == null ? null : moment(moment);
    }

    Plan plan(Plan plan) {
        var calendars = new ArrayList<WorkingCalendar>();
        for (var each : plan.calendars())
            calendars.add(each.id().equals(plan.calendar()) ? withDaysOff(each) : shifted(each));
        var tasks = new ArrayList<Task>();
        for (var each : plan.tasks()) tasks.add(task(each));
        var bookings = new ArrayList<Booking>();
        for (var each : plan.bookings())
            bookings.add(new Booking(
                    each.resource(),
                    each.units(),
                    moment(each.fromInclusive()),
                    moment(each.toExclusive()),
                    each.reason()));
        return new Plan(
                plan.name(),
                plan.zone(),
                moment(plan.start()),
                plan.calendar(),
                calendars,
                plan.resources(),
                tasks,
                plan.links(),
                bookings);
    }

    /// Freezes move with the plan.
    private WorkingCalendar shifted(WorkingCalendar calendar) {
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        calendar.exceptions().forEach((date, ranges) -> exceptions.put(date(date), ranges));
        return new WorkingCalendar(calendar.id(), calendar.name(), calendar.zone(), calendar.week(), exceptions);
    }

    /// Holidays don't.
    private WorkingCalendar withDaysOff(WorkingCalendar calendar) {
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        for (var day : daysOff) exceptions.put(day, List.of());
        return new WorkingCalendar(calendar.id(), calendar.name(), calendar.zone(), calendar.week(), exceptions);
    }

    private Task task(Task task) {
        var windows = new ArrayList<Window>();
        for (var each : task.windows())
            windows.add(new Window(moment(each.fromInclusive()), moment(each.toExclusive())));
        return task.withNotBefore(momentOrNull(task.notBefore()))
                .withPinnedStart(momentOrNull(task.pinnedStart()))
                .withDeadline(deadline(task.deadline()))
                .withWindows(windows)
                .withProgress(progress(task.progress()));
    }

    private @Nullable Progress progress(@Nullable Progress progress) {
        if (progress == null) return null;
        return new Progress(moment(progress.started()), momentOrNull(progress.finished()), progress.remaining());
    }

    private @Nullable Deadline deadline(@Nullable Deadline deadline) {
        return deadline == null ? null : new Deadline(promised(deadline.by()), deadline.promisedTo());
    }

    /// The end of a day is the beginning of the next, which is why a second is taken off to find the day.
    private Instant promised(Instant by) {
        var local = by.minusSeconds(1).atZone(zone).toLocalDateTime();
        var day = local.toLocalDate();
        if (weeks == 0 || day.isBefore(today)) return moment(by);
        long workingDays = workingDays(today, day);
        var moved = date(today);
        for (long left = workingDays; left > 0; ) {
            if (isWorkingDay(moved) && --left == 0) break;
            moved = moved.plusDays(1);
        }
        return local.toLocalTime().atDate(moved).plusSeconds(1).atZone(zone).toInstant();
    }

    private long workingDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !daysOff.contains(day);
    }
}
