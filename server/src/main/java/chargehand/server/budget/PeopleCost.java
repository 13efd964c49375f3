package chargehand.server.budget;

import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the people of a calendar cost: the work of each part at the rate of whoever does it, in the months in which it
/// lies.
@Component
class PeopleCost {
    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
    private static final int DIGITS = 9;

    private final People people;

    PeopleCost(People people) {
        this.people = people;
    }

    /// A part of a month's work on a task.
    ///
    /// @param done whether the task is finished
    record Part(String task, LocalDate month, BigDecimal minor, String currency, boolean done) {}

    /// @param withoutRate names of those whose rate nobody said; their work costs nothing here
    record Costs(List<Part> parts, List<String> withoutRate) {}

    Costs of(Current current) {
        var rates = byId(current);
        var parts = new ArrayList<Part>();
        var without = new TreeSet<String>();
        for (var work : WorkParts.of(current, Collections.emptySortedSet())) {
            var person = rates.get(work.resource());
            if (person == null) continue;
            var rate = person.rate();
            if (rate == null) without.add(person.name());
            else
                parts.add(new Part(
                        work.task(),
                        work.from().withDayOfMonth(1),
                        worth(work.minutes(), rate),
                        rate.currency(),
                        work.done()));
        }
        return new Costs(parts, List.copyOf(without));
    }

    /// In minor units, not rounded to whole ones.
    static BigDecimal worth(BigDecimal minutes, Money hour) {
        return minutes.multiply(BigDecimal.valueOf(hour.minor()))
                .divide(MINUTES_OF_AN_HOUR, DIGITS, RoundingMode.HALF_EVEN);
    }

    /// By what the plan calls them.
    Map<String, Person> byId(Current current) {
        var ids = new ArrayList<UUID>();
        for (var each : current.plan().resources()) id(each.id().value(), ids);
        var byId = new HashMap<String, Person>();
        for (var person : people.of(ids)) byId.put(person.id().toString(), person);
        return byId;
    }

    private static void id(String resource, List<UUID> ids) {
        try {
            ids.add(UUID.fromString(resource));
        } catch (IllegalArgumentException noPerson) {
            // A resource of an imported plan, which has no rate.
        }
    }
}
