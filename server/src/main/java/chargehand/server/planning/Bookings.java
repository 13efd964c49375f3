package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.server.people.BookedTime;
import chargehand.server.people.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        var tasks = new HashSet<UUID>();
        var booked = new ArrayList<BookedTime>();
        for (var task : before) {
            if (addPersons(task, persons)) tasks.add(id(live.project(), task.task()));
        }
        for (int place : moved) {
            var task = live.calendar().tasks().get(place);
            if (!addPersons(task, persons)) continue;
            var id = id(live.project(), task.task());
            tasks.add(id);
            addBooked(task, id, booked);
        }
        ledger.replace(live.project(), tasks, booked);
        return persons;
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

    /// The task's own id where it is a UUID, else one made of the project's and its.
    static UUID id(UUID project, TaskId task) {
        return Facts.person(task.value())
                .orElseGet(
                        () -> UUID.nameUUIDFromBytes((project + "/" + task.value()).getBytes(StandardCharsets.UTF_8)));
    }
}
