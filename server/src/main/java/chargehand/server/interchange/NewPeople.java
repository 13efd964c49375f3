package chargehand.server.interchange;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.AbsenceEditing;
import chargehand.server.people.AbsenceWrite;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.Week;
import chargehand.server.people.WorkingTimes;
import chargehand.server.shared.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes on those whom a plan file names and nobody knows, with what the file says of their time.
@Component
class NewPeople {
    private final PeopleEditing editing;
    private final AbsenceEditing absences;
    private final WorkingTimes times;

    NewPeople(PeopleEditing editing, AbsenceEditing absences, WorkingTimes times) {
        this.editing = editing;
        this.absences = absences;
        this.times = times;
    }

    /// @return the person's id
    /// @throws Problem if the caller may neither edit people nor make projects of the company
    UUID create(String name, Resource resource, Plan plan, Caller caller) {
        boolean may = caller.where(Permission.PEOPLE_EDIT).company()
                || caller.where(Permission.PROJECT_CREATE).company();
        if (!may)
            throw Problem.forbidden()
                    .hint("You may not take people on. Say who “%s” is, or keep the name in this plan alone."
                            .formatted(name));
        var calendar = plan.calendar(resource.calendar() == null ? plan.calendar() : resource.calendar());
        var person = editing.create(written(name, resource, calendar), caller);
        for (var booking : plan.bookings())
            if (booking.resource().equals(resource.id()) && booking.units() >= resource.capacity())
                away(person.id(), booking, calendar.zone());
        return person.id();
    }

    private PersonWrite written(String name, Resource resource, WorkingCalendar calendar) {
        var day = LocalDate.EPOCH;
        var company = times.ofCompany(day, day);
        boolean usual =
                calendar.week().equals(company.week()) || calendar.week().isEmpty();
        boolean pool = resource.isPool();
        return new PersonWrite(
                name.length() <= 200 ? name : name.substring(0, 200),
                null,
                null,
                resource.skills().stream().sorted().toList(),
                Map.of(),
                List.of(),
                usual ? null : Week.of(calendar.week()),
                calendar.zone().equals(company.zone()) ? null : calendar.zone().getId(),
                pool ? null : Integer.valueOf(resource.capacity()),
                pool ? Integer.valueOf(resource.capacity()) : null,
                pool,
                null,
                null,
                null);
    }

    /// Whole days; hours alone are no absence here.
    private void away(UUID person, Booking booking, ZoneId zone) {
        var from = booking.fromInclusive().atZone(zone);
        var to = booking.toExclusive().atZone(zone);
        var first = from.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? from.toLocalDate()
                : from.toLocalDate().plusDays(1);
        var last = to.toLocalDate().minusDays(1);
        if (last.isBefore(first)) return;
        absences.add(person, new AbsenceWrite(first, last, null, null), Caller.SYSTEM);
    }
}
