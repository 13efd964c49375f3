package chargehand.server.planning;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.time.WorkingCalendar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a calendar was made on besides the plan: the people as they were then, their working time, and what was booked
/// of it elsewhere. It stays as it is until somebody takes newer facts.
///
/// @param resources persons by the text of their id, and what came with an imported plan by its own
record Facts(List<Resource> resources, List<WorkingCalendar> calendars, List<Booking> bookings) {
    static final Facts NONE = new Facts(List.of(), List.of(), List.of());

    Facts {
        resources = List.copyOf(resources);
        calendars = List.copyOf(calendars);
        bookings = List.copyOf(bookings);
    }

    /// The persons among the resources.
    Set<UUID> persons() {
        var persons = new LinkedHashSet<UUID>();
        for (var each : resources) person(each.id().value()).ifPresent(persons::add);
        return persons;
    }

    static Optional<UUID> person(String resource) {
        if (resource.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(resource));
        } catch (IllegalArgumentException noPerson) {
            return Optional.empty();
        }
    }

    /// These persons as they are now, and all that is no person as it was.
    Facts with(Facts newer) {
        var persons = new HashSet<String>();
        for (var each : newer.resources) persons.add(each.id().value());
        return without(persons).and(newer);
    }

    /// Without some resources, and the calendars that only those used.
    Facts without(Set<String> gone) {
        var kept = new ArrayList<Resource>();
        for (var each : resources) if (!gone.contains(each.id().value())) kept.add(each);
        var used = new HashSet<String>();
        for (var each : kept) if (each.calendar() != null) used.add(each.calendar());
        return new Facts(
                kept,
                calendars.stream().filter(each -> used.contains(each.id())).toList(),
                bookings.stream()
                        .filter(each -> !gone.contains(each.resource().value()))
                        .toList());
    }

    private Facts and(Facts newer) {
        var allResources = new ArrayList<>(resources);
        allResources.addAll(newer.resources);
        var ids = new HashSet<String>();
        for (var each : newer.calendars) ids.add(each.id());
        var allCalendars = new ArrayList<WorkingCalendar>();
        for (var each : calendars) if (!ids.contains(each.id())) allCalendars.add(each);
        allCalendars.addAll(newer.calendars);
        var allBookings = new ArrayList<>(bookings);
        allBookings.addAll(newer.bookings);
        return new Facts(allResources, allCalendars, allBookings);
    }

    /// The same facts where nothing differs, with the objects of before, so that what was compiled can be used again.
    Facts sharing(Facts before) {
        var shared = new ArrayList<WorkingCalendar>();
        for (var each : calendars)
            shared.add(
                    before.calendars.stream().filter(each::equals).findFirst().orElse(each));
        return new Facts(resources, shared, bookings);
    }
}
