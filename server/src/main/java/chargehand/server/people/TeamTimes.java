package chargehand.server.people;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.people.Appointments.Appointment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/// When the persons of a team work, as the engine takes it.
///
/// @param calendars one for each way to work; those who work alike share it. The id follows from the content: equal
///     ids, equal calendars. Holidays and shutdowns are exceptions in it
/// @param resources a person's id is that of the person, as text; in the order of their names
/// @param away absences, each of all that a person has, with the reason "away"
/// @param appointments what else has a moment of its own in their days, with those of them who are there
public record TeamTimes(
        List<WorkingCalendar> calendars, List<Resource> resources, List<Booking> away, List<Appointment> appointments) {
    public TeamTimes {
        calendars = List.copyOf(calendars);
        resources = List.copyOf(resources);
        away = List.copyOf(away);
        appointments = List.copyOf(appointments);
    }

    /// The time of appointments, with the reason "meeting": whoever is at one is there wholly, as whoever is away.
    public List<Booking> meeting() {
        var capacities = new HashMap<ResourceId, Integer>();
        for (var each : resources) capacities.put(each.id(), each.capacity());
        var taken = new ArrayList<Booking>();
        for (var each : appointments)
            for (var person : each.persons()) {
                var who = new ResourceId(person.toString());
                int all = Objects.requireNonNull(capacities.get(who));
                taken.add(new Booking(who, all, each.from(), each.to(), WorkingTimes.MEETING));
            }
        return taken;
    }

    /// All the time in which they do not work on tasks, though their calendars say so.
    public List<Booking> taken() {
        var all = new ArrayList<>(away);
        all.addAll(meeting());
        return all;
    }
}
