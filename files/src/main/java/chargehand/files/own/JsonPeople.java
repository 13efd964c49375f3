package chargehand.files.own;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.files.UnreadableFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The people of a JSON plan, and the time of theirs that belongs to something else.
///
/// @param calendars the ids of those that people may have
record JsonPeople(Times times, Set<String> calendars) {
    private static final int MOST_PERCENT = 10_000_000;
    private static final Set<String> KEYS = Set.of("id", "name", "capacity", "calendar", "skills", "absences");
    private static final Set<String> ABSENCE_KEYS = Set.of("from", "to", "reason");
    private static final Set<String> BOOKING_KEYS = Set.of("name", "units", "from", "to", "reason");

    Team team(Json plan) throws UnreadableFile {
        var listed = plan.get("people");
        if (listed == null) return Team.open();
        var people = listed.list(this::person);
        var ids = new HashSet<ResourceId>();
        for (int i = 0; i < people.size(); i++)
            if (!ids.add(people.get(i).id()))
                throw listed.items()
                        .get(i)
                        .refusal(
                                "duplicate-id",
                                "somebody has the id \"%s\" already"
                                        .formatted(people.get(i).id()),
                                "Give each person an id of their own.");
        return Team.of(people);
    }

    private Resource person(Json json) throws UnreadableFile {
        json.onlyWith(KEYS);
        var id = json.has("id") ? json.need("id").id() : json.need("name").id();
        return new Resource(
                new ResourceId(id),
                json.or("name", Json::text, id),
                json.or("capacity", JsonPeople::percent, 100),
                json.optional("calendar", each -> calendar(each, calendars)),
                Set.copyOf(json.list("skills", Json::notBlank)));
    }

    /// Absences of the people first, each of all that they have, then the bookings.
    List<Booking> bookings(Json plan, Team team) throws UnreadableFile {
        var bookings = new ArrayList<Booking>();
        var listed = plan.get("people");
        var people = team.resources();
        if (listed != null)
            for (int i = 0; i < people.size(); i++)
                bookings.addAll(absences(listed.items().get(i), people.get(i)));
        bookings.addAll(plan.list("bookings", each -> booking(each, team)));
        return bookings;
    }

    private List<Booking> absences(Json person, Resource resource) throws UnreadableFile {
        return person.list(
                "absences", each -> booking(each.onlyWith(ABSENCE_KEYS), resource.id(), resource.capacity(), "away"));
    }

    private Booking booking(Json json, Team team) throws UnreadableFile {
        json.onlyWith(BOOKING_KEYS);
        int units = json.or("units", JsonPeople::percent, 100);
        var resource = json.need("name").as(name -> team.named(name, units));
        return booking(json, resource, units, "booked elsewhere");
    }

    private Booking booking(Json json, ResourceId resource, int units, String reason) throws UnreadableFile {
        var from = json.need("from").as(times::start);
        var to = json.need("to").as(times::end);
        if (!from.isBefore(to)) throw endsBeforeItBegins(json);
        return new Booking(resource, units, from, to, json.or("reason", Json::text, reason));
    }

    static UnreadableFile endsBeforeItBegins(Json json) {
        return json.refusal("bad-value", "this ends before it begins", "Put the earlier moment first.");
    }

    static int percent(Json json) throws UnreadableFile {
        return json.whole(1, MOST_PERCENT);
    }

    static String calendar(Json json, Set<String> calendars) throws UnreadableFile {
        if (calendars.contains(json.id())) return json.id();
        throw json.refusal(
                "unknown-id",
                "no calendar has the id \"%s\"".formatted(Quoted.shortened(json.id())),
                "Add it to \"calendars\", or write one of %s."
                        .formatted(String.join(", ", calendars.stream().sorted().toList())));
    }
}
