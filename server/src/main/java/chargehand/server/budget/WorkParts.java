package chargehand.server.budget;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.Who;
import chargehand.server.planning.PlanReading.Current;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The work of a calendar's people, cut where months begin.
final class WorkParts {
    private static final int DIGITS = 9;

    private WorkParts() {}

    /// Somebody's work on a task within a month.
    ///
    /// @param resource whose, as the plan names it
    /// @param skill that the task asks for in their place, where it doesn't ask for them by name
    /// @param from the day on which it begins
    /// @param minutes of one person's work
    /// @param done whether the task is finished
    record Part(
            String task, String resource, @Nullable String skill, LocalDate from, BigDecimal minutes, boolean done) {}

    /// @param cuts days on which it is cut, too, since other rates hold from then on
    static List<Part> of(Current current, SortedSet<LocalDate> cuts) {
        var zone = current.plan().zone();
        var parts = new ArrayList<Part>();
        for (int i = 0; i < current.plan().tasks().size(); i++) {
            var task = current.plan().tasks().get(i);
            var placed = current.calendar().tasks().get(i);
            for (var assignment : placed.assignments()) add(task, placed, assignment, zone, cuts, parts);
        }
        return parts;
    }

    private static void add(
            Task task,
            ScheduledTask placed,
            ScheduledAssignment assignment,
            ZoneId zone,
            SortedSet<LocalDate> cuts,
            List<Part> parts) {
        var first = LocalDate.ofInstant(assignment.start(), zone);
        var minutes = minutes(task, placed, assignment);
        long span = Math.max(
                1, assignment.finish().getEpochSecond() - assignment.start().getEpochSecond());
        boolean done = task.progress() != null && task.progress().finished() != null;
        var skill = skill(task, placed, assignment);
        var resource = assignment.resource().value();
        var left = minutes;
        var begin = assignment.start();
        var from = first;
        for (var day : days(first, LocalDate.ofInstant(assignment.finish(), zone), cuts)) {
            var cut = day.atStartOfDay(zone).toInstant();
            if (!cut.isBefore(assignment.finish())) break;
            var share = share(minutes, begin, cut, span);
            parts.add(new Part(task.id().value(), resource, skill, from, share, done));
            left = left.subtract(share);
            begin = cut;
            from = day;
        }
        parts.add(new Part(task.id().value(), resource, skill, from, left, done));
    }

    private static BigDecimal share(BigDecimal minutes, Instant begin, Instant end, long span) {
        return minutes.multiply(BigDecimal.valueOf(end.getEpochSecond() - begin.getEpochSecond()))
                .divide(BigDecimal.valueOf(span), DIGITS, RoundingMode.DOWN);
    }

    private static SortedSet<LocalDate> days(LocalDate first, LocalDate last, SortedSet<LocalDate> cuts) {
        var days = new TreeSet<>(cuts.subSet(first.plusDays(1), last.plusDays(1)));
        for (var month = first.withDayOfMonth(1).plusMonths(1); !month.isAfter(last); month = month.plusMonths(1))
            days.add(month);
        return days;
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
                                .divide(BigDecimal.valueOf(Math.max(1, all)), DIGITS, RoundingMode.HALF_EVEN);
            }
            case TaskExtent.ByWorkingTime(var duration) ->
                BigDecimal.valueOf(duration.minutes()).multiply(units).movePointLeft(2);
            case TaskExtent.ByElapsedTime any -> BigDecimal.ZERO;
            case TaskExtent.Milestone any -> BigDecimal.ZERO;
            case TaskExtent.Summary any -> BigDecimal.ZERO;
        };
    }

    private static @Nullable Long own(Task task, ScheduledTask placed, ScheduledAssignment assignment) {
        int place = place(task, placed, assignment);
        var effort = place < 0 ? null : task.assignments().get(place).effort();
        return effort == null ? null : effort.personMinutes();
    }

    private static @Nullable String skill(Task task, ScheduledTask placed, ScheduledAssignment assignment) {
        int place = place(task, placed, assignment);
        return place >= 0 && task.assignments().get(place).who() instanceof Who.AnyoneWith(var skill) ? skill : null;
    }

    private static int place(Task task, ScheduledTask placed, ScheduledAssignment assignment) {
        int place = placed.assignments().indexOf(assignment);
        return place < task.assignments().size() ? place : -1;
    }
}
