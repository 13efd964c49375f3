package chargehand.files.mpxj;

import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;

/// Working calendars of a project file. One that is derived from another becomes whole by itself; recurring
/// exceptions and the weeks of a season become exceptions by date, within a span of dates.
final class CalendarsOfProject {
    private final ZoneId zone;
    private final Span span;
    private final Leftovers leftovers;
    private final WorkingCalendar ofProject;
    private final Map<String, WorkingCalendar> flattened = new HashMap<>();
    private final Map<String, WorkingCalendar> used = new LinkedHashMap<>();

    CalendarsOfProject(@Nullable ProjectCalendar ofProject, ZoneId zone, Span span, Leftovers leftovers) {
        this.zone = zone;
        this.span = span;
        this.leftovers = leftovers;
        this.ofProject = ofProject == null ? usual() : flatOnce(ofProject);
        used.put(this.ofProject.id(), this.ofProject);
    }

    WorkingCalendar ofProject() {
        return ofProject;
    }

    /// The project's first, then the others that were asked for, in the order of asking.
    List<WorkingCalendar> used() {
        return List.copyOf(used.values());
    }

    /// The id of the plan's calendar for this one; null if there is none.
    @Nullable
    String id(@Nullable ProjectCalendar calendar) {
        if (calendar == null) return null;
        var flat = flatOnce(calendar);
        used.putIfAbsent(flat.id(), flat);
        return flat.id();
    }

    /// The same; null also if it is like the project's.
    @Nullable
    String idUnlessProjects(@Nullable ProjectCalendar calendar) {
        if (calendar == null) return null;
        var flat = flatOnce(calendar);
        var same = flat.week().equals(ofProject.week()) && flat.exceptions().equals(ofProject.exceptions());
        return same ? null : id(calendar);
    }

    private WorkingCalendar flatOnce(ProjectCalendar calendar) {
        return flattened.computeIfAbsent(idText(calendar), id -> flat(calendar));
    }

    private WorkingCalendar usual() {
        leftovers.add(
                "the project's calendar", "The file has none: Monday to Friday, 8:00–12:00 and 13:00–17:00 is taken.");
        return WorkingCalendar.weekdays("standard", zone, TimeRange.ofHours(8, 12), TimeRange.ofHours(13, 17));
    }

    private WorkingCalendar flat(ProjectCalendar calendar) {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) week.put(day, ranges(calendar, calendar.getHours(day)));
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        for (var each = calendar; each != null; each = each.getParent()) {
            for (var exception : each.getExpandedCalendarExceptions())
                put(exceptions, calendar, week, exception.getFromDate(), exception.getToDate());
            for (var season : each.getWorkWeeks())
                put(
                        exceptions,
                        calendar,
                        week,
                        season.getDateRange().getStart(),
                        season.getDateRange().getEnd());
        }
        return new WorkingCalendar(idText(calendar), name(calendar), zone, week, exceptions);
    }

    private void put(
            Map<LocalDate, List<TimeRange>> exceptions,
            ProjectCalendar calendar,
            Map<DayOfWeek, List<TimeRange>> week,
            LocalDate from,
            LocalDate to) {
        var last = span.to().toLocalDate();
        if (to.isAfter(last))
            leftovers.add("exceptions of calendar", name(calendar), "Those after %s are left out.".formatted(last));
        var first = span.from().toLocalDate();
        var end = to.isAfter(last) ? last : to;
        for (var date = from.isBefore(first) ? first : from; !date.isAfter(end); date = date.plusDays(1)) {
            var hours = ranges(calendar, calendar.getHours(date));
            if (!hours.equals(week.get(date.getDayOfWeek()))) exceptions.put(date, hours);
        }
    }

    private List<TimeRange> ranges(ProjectCalendar calendar, @Nullable Iterable<LocalTimeRange> hours) {
        var ranges = new ArrayList<TimeRange>();
        if (hours == null) return ranges;
        for (var each : hours) {
            if (each.getStart() == null || each.getEnd() == null) continue;
            var from = minuteOfDay(each.getStart());
            var to = each.getEnd().equals(LocalTime.MIDNIGHT) ? TimeRange.MINUTES_OF_DAY : minuteOfDay(each.getEnd());
            if (to < from) {
                leftovers.add("hours past midnight of calendar", name(calendar), "Work until midnight alone is taken.");
                to = TimeRange.MINUTES_OF_DAY;
            }
            if (from < to) ranges.add(new TimeRange(from, to));
        }
        return ranges;
    }

    private static int minuteOfDay(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static String idText(ProjectCalendar calendar) {
        return String.valueOf(calendar.getUniqueID());
    }

    private static String name(ProjectCalendar calendar) {
        var name = calendar.getName();
        return name == null || name.isBlank() ? "Calendar " + idText(calendar) : name;
    }
}
