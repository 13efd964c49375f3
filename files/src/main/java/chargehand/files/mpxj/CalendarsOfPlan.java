package chargehand.files.mpxj;

import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mpxj.DayType;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;

/// A plan's working calendars in a project file: each a base calendar, and for each resource one derived
/// from its own or the project's, as Microsoft Project wants it.
final class CalendarsOfPlan {
    private final ProjectFile file;
    private final Map<String, ProjectCalendar> written = new HashMap<>();
    private final ProjectCalendar ofProject;
    private int last;

    CalendarsOfPlan(Plan plan, ProjectFile file) {
        this.file = file;
        var numbers =
                new Numbers(plan.calendars().stream().map(WorkingCalendar::id).toList());
        for (var each : plan.calendars()) {
            var number = numbers.of(each.id());
            written.put(each.id(), write(each, number));
            last = Math.max(last, number);
        }
        ofProject = of(plan.calendar());
        file.getProjectProperties().setDefaultCalendar(ofProject);
    }

    /// Throws if the plan has none of that id.
    ProjectCalendar of(String id) {
        var calendar = written.get(id);
        if (calendar == null) throw new IllegalArgumentException("The plan has no calendar (%s).".formatted(id));
        return calendar;
    }

    @Nullable
    ProjectCalendar ofTask(@Nullable String id) {
        return id == null ? null : written.get(id);
    }

    ProjectCalendar derivedFor(Resource resource) {
        var calendar = file.addCalendar();
        calendar.setUniqueID(++last);
        calendar.setGUID(guid("calendar of " + resource.id()));
        calendar.setName(resource.name());
        calendar.setParent(resource.calendar() == null ? ofProject : of(resource.calendar()));
        for (var day : DayOfWeek.values()) calendar.setCalendarDayType(day, DayType.DEFAULT);
        return calendar;
    }

    /// The same for the same thing, whenever and wherever it is written.
    static UUID guid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    private ProjectCalendar write(WorkingCalendar calendar, int number) {
        var written = file.addCalendar();
        written.setUniqueID(number);
        written.setGUID(guid("calendar " + calendar.id()));
        written.setName(calendar.name());
        for (var day : DayOfWeek.values()) {
            var ranges = calendar.week().getOrDefault(day, List.of());
            written.setWorkingDay(day, !ranges.isEmpty());
            var hours = written.addCalendarHours(day);
            for (var range : ranges) hours.add(hours(range));
        }
        calendar.exceptions().forEach((date, ranges) -> {
            var exception = written.addCalendarException(date);
            for (var range : ranges) exception.add(hours(range));
        });
        return written;
    }

    private static LocalTimeRange hours(TimeRange range) {
        return new LocalTimeRange(time(range.fromInclusive()), time(range.toExclusive()));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % TimeRange.MINUTES_OF_DAY * 60L);
    }
}
