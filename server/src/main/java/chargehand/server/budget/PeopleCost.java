package chargehand.server.budget;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the people of a calendar cost: the work of each part at the rate of whoever does it, in the months in which it
/// lies.
@Component
class PeopleCost {
    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

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
        var zone = current.plan().zone();
        var rates = rates(current);
        var parts = new ArrayList<Part>();
        var without = new java.util.TreeSet<String>();
        for (int i = 0; i < current.plan().tasks().size(); i++) {
            var task = current.plan().tasks().get(i);
            var placed = current.calendar().tasks().get(i);
            for (var assignment : placed.assignments()) {
                var person = rates.get(assignment.resource().value());
                if (person == null) continue;
                var rate = person.rate();
                if (rate == null) without.add(person.name());
                else parts.addAll(parts(task, placed, assignment, rate, zone));
            }
        }
        return new Costs(parts, List.copyOf(without));
    }

    private Map<String, Person> rates(Current current) {
        var ids = new ArrayList<UUID>();
        for (var each : current.plan().resources()) id(each.id().value(), ids);
        var rates = new HashMap<String, Person>();
        for (var person : people.of(ids)) rates.put(person.id().toString(), person);
        return rates;
    }

    private static void id(String resource, List<UUID> ids) {
        try {
            ids.add(UUID.fromString(resource));
        } catch (IllegalArgumentException noPerson) {
            // A resource of an imported plan, which has no rate.
        }
    }

    private static List<Part> parts(
            Task task, ScheduledTask placed, ScheduledAssignment assignment, Money rate, ZoneId zone) {
        var minutes = minutes(task, placed, assignment);
        var cost = minutes.multiply(BigDecimal.valueOf(rate.minor()))
                .divide(MINUTES_OF_AN_HOUR, 6, RoundingMode.HALF_EVEN);
        boolean done = task.progress() != null && task.progress().finished() != null;
        var first = YearMonth.from(assignment.start().atZone(zone));
        var last = YearMonth.from(assignment.finish().atZone(zone));
        var parts = new ArrayList<Part>();
        long span = Math.max(
                1, assignment.finish().getEpochSecond() - assignment.start().getEpochSecond());
        var left = cost;
        for (var month = first; month.isBefore(last); month = month.plusMonths(1)) {
            var from =
                    later(assignment.start(), month.atDay(1).atStartOfDay(zone).toInstant());
            var to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
            var share = cost.multiply(BigDecimal.valueOf(to.getEpochSecond() - from.getEpochSecond()))
                    .divide(BigDecimal.valueOf(span), 6, RoundingMode.DOWN);
            parts.add(new Part(task.id().value(), month.atDay(1), share, rate.currency(), done));
            left = left.subtract(share);
        }
        parts.add(new Part(task.id().value(), last.atDay(1), left, rate.currency(), done));
        return parts;
    }

    private static java.time.Instant later(java.time.Instant one, java.time.Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The person-minutes of one part: its own where it has some, else its share of the task's by units.
    private static BigDecimal minutes(Task task, ScheduledTask placed, ScheduledAssignment assignment) {
        var units = BigDecimal.valueOf(assignment.units());
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) -> {
                long all = placed.assignments().stream()
                        .mapToLong(ScheduledAssignment::units)
                        .sum();
                var own = own(task, placed, assignment);
                yield own != null
                        ? BigDecimal.valueOf(own)
                        : BigDecimal.valueOf(effort.personMinutes())
                                .multiply(units)
                                .divide(BigDecimal.valueOf(Math.max(1, all)), 6, RoundingMode.HALF_EVEN);
            }
            case TaskExtent.ByWorkingTime(var duration) ->
                BigDecimal.valueOf(duration.minutes()).multiply(units).movePointLeft(2);
            case TaskExtent.ByElapsedTime any -> BigDecimal.ZERO;
            case TaskExtent.Milestone any -> BigDecimal.ZERO;
            case TaskExtent.Summary any -> BigDecimal.ZERO;
        };
    }

    private static @Nullable Long own(Task task, ScheduledTask placed, ScheduledAssignment assignment) {
        int place = placed.assignments().indexOf(assignment);
        if (place < 0 || place >= task.assignments().size()) return null;
        var effort = task.assignments().get(place).effort();
        return effort == null ? null : effort.personMinutes();
    }
}
