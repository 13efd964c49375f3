package chargehand.server.people;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.time.WorkingCalendar;
import java.util.ArrayList;
import java.util.List;

/// When the persons of a team work, as the engine takes it.
///
/// @param calendars one for each way to work; those who work alike share it. The id follows from the content: equal
///     ids, equal calendars. Holidays and shutdowns are exceptions in it
/// @param resources a person's id is that of the person, as text; in the order of their names
/// @param away absences, each of all that a person has, with the reason "away"
/// @param meeting what else has a moment of its own, likewise, with the reason "meeting"
public record TeamTimes(
        List<WorkingCalendar> calendars, List<Resource> resources, List<Booking> away, List<Booking> meeting) {
    public TeamTimes {
        calendars = List.copyOf(calendars);
        resources = List.copyOf(resources);
        away = List.copyOf(away);
        meeting = List.copyOf(meeting);
    }

    /// All the time in which they do not work on tasks, though their calendars say so.
    public List<Booking> taken() {
        var all = new ArrayList<>(away);
        all.addAll(meeting);
        return all;
    }
}
