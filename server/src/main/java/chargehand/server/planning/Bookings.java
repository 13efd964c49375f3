package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.server.people.BookedRange;
import chargehand.server.people.BookedTime;
import chargehand.server.people.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a calendar takes of people's time, as the ledger has it.
@Component
class Bookings {
    private final Ledger ledger;

    Bookings(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Writes down what moved tasks take now.
    ///
    /// @param moved their places
    /// @param before where these and removed tasks were
    /// @return the persons of whose time the project has another share than before
    Set<UUID> replace(LivePlan live, List<Integer> moved, List<ScheduledTask> before) {
        var persons = new LinkedHashSet<UUID>();
        var was = new HashMap<TaskId, List<BookedTime>>();
        for (var task : before) was.put(task.task(), booked(live.project(), task, persons));
        var replaced = new HashSet<UUID>();
        var anew = new ArrayList<BookedTime>();
        var elsewhere = new ArrayList<BookedTime>();
        for (int place : moved) {
            var task = live.calendar().tasks().get(place);
            var now = booked(live.project(), task, persons);
            var then = was.getOrDefault(task.task(), List.of());
            if (haveSamePersons(then, now)) {
                elsewhere.addAll(now);
                was.remove(task.task());
            } else if (!now.isEmpty()) {
                replaced.add(now.getFirst().task());
                anew.addAll(now);
            }
        }
        for (var each : was.values())
            if (!each.isEmpty()) replaced.add(each.getFirst().task());
        ledger.move(live.project(), elsewhere);
        ledger.replace(live.project(), replaced, anew);
        return persons;
    }

    private static boolean haveSamePersons(List<BookedTime> then, List<BookedTime> now) {
        if (now.isEmpty() || then.size() != now.size()) return false;
        var persons = new HashSet<UUID>();
        for (var each : then) persons.add(each.person());
        for (var each : now) if (!persons.remove(each.person())) return false;
        return persons.isEmpty();
    }

    private static List<BookedTime> booked(UUID project, ScheduledTask task, Set<UUID> persons) {
        if (!addPersons(task, persons)) return List.of();
        var id = id(project, task.task());
        var booked = new ArrayList<BookedTime>(1);
        addBooked(task, id, booked);
        return booked;
    }

    private static boolean addPersons(ScheduledTask task, Set<UUID> persons) {
        boolean any = false;
        for (var each : task.assignments()) {
            var person = Facts.person(each.resource().value());
            if (person.isEmpty()) continue;
            persons.add(person.get());
            any = true;
        }
        return any;
    }

    private static void addBooked(ScheduledTask task, UUID id, List<BookedTime> booked) {
        for (var each : task.assignments()) {
            var person = Facts.person(each.resource().value());
            if (person.isPresent() && each.start().isBefore(each.finish()))
                booked.add(new BookedTime(id, person.get(), each.start(), each.finish(), each.units(), true));
        }
    }

    /// What a calendar would take of one person's time.
    static List<BookedRange> of(UUID project, Calendar calendar, UUID person) {
        var ranges = new ArrayList<BookedRange>();
        for (var task : calendar.tasks())
            for (var each : task.assignments())
                if (each.resource().value().equals(person.toString())
                        && each.start().isBefore(each.finish()))
                    ranges.add(new BookedRange(
                            person,
                            project,
                            id(project, task.task()),
                            each.start(),
                            each.finish(),
                            each.units(),
                            true));
        return ranges;
    }

    /// The task's own id where it is a UUID, else one made of the project's and its.
    static UUID id(UUID project, TaskId task) {
        return Facts.person(task.value())
                .orElseGet(
                        () -> UUID.nameUUIDFromBytes((project + "/" + task.value()).getBytes(StandardCharsets.UTF_8)));
    }
}
