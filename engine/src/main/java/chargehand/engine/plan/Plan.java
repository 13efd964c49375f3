package chargehand.engine.plan;

import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people wrote, whole. It may well be impossible: the engine answers that with findings, not with
/// exceptions.
///
/// @param zone the project's zone: of its dates, deadlines and day grid
/// @param start nothing unstarted begins earlier; whole minutes
/// @param calendar the id of the project's working calendar, one of `calendars`
/// @param tasks in the order of the file; a summary stands before those beneath it
public record Plan(
        String name,
        ZoneId zone,
        Instant start,
        String calendar,
        List<WorkingCalendar> calendars,
        List<Resource> resources,
        List<Task> tasks,
        List<Link> links,
        List<Booking> bookings) {
    public Plan {
        calendars = List.copyOf(calendars);
        resources = List.copyOf(resources);
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
        bookings = List.copyOf(bookings);
    }

    /// Throws if the plan has no calendar of that id.
    public WorkingCalendar calendar(String id) {
        return calendars.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The plan has no calendar (%s).".formatted(id)));
    }

    public WorkingCalendar projectCalendar() {
        return calendar(calendar);
    }

    public Optional<Task> task(TaskId id) {
        return tasks.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The place of each task in `tasks`.
    public Map<TaskId, Integer> positions() {
        var positions = new HashMap<TaskId, Integer>();
        for (int i = 0; i < tasks.size(); i++) positions.put(tasks.get(i).id(), i);
        return positions;
    }

    public Plan withTasks(List<Task> tasks) {
        return new Plan(name, zone, start, calendar, calendars, resources, tasks, links, bookings);
    }

    public Plan withStart(Instant start) {
        return new Plan(name, zone, start, calendar, calendars, resources, tasks, links, bookings);
    }
}
