package chargehand.engine.check;

import static chargehand.engine.check.WorkingMinutes.minute;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Rule 8: nobody does more at once than they can, unless pins and the past dictate it. Counts every single
/// minute.
final class CapacityRules {
    private record Hold(Task task, ScheduledAssignment assignment) {
        boolean isAt(long minute) {
            return minute(assignment.start()) <= minute && minute < minute(assignment.finish());
        }

        boolean isDictated() {
            return task.pinnedStart() != null || task.progress() != null;
        }
    }

    private final PlanFacts facts;
    private final Calendar calendar;
    private final List<String> violations;
    private final TreeSet<TaskId> overloaded = new TreeSet<>();

    CapacityRules(PlanFacts facts, Calendar calendar, List<String> violations) {
        this.facts = facts;
        this.calendar = calendar;
        this.violations = violations;
    }

    void check() {
        for (var resource : facts.plan().resources()) check(resource);
        var found = new TreeSet<TaskId>();
        for (var finding : calendar.findings())
            if (finding.code() == FindingCode.OVERLOAD) found.addAll(finding.tasks());
        if (!overloaded.containsAll(found) || overloaded.isEmpty() != found.isEmpty())
            violations.add("Overloaded are %s, found as such %s.".formatted(overloaded, found));
    }

    private void check(Resource resource) {
        var holds = holds(resource);
        if (holds.isEmpty()) return;
        long first = holds.stream()
                .mapToLong(each -> minute(each.assignment.start()))
                .min()
                .orElseThrow();
        long last = holds.stream()
                .mapToLong(each -> minute(each.assignment.finish()))
                .max()
                .orElseThrow();
        var load = load(resource, holds, first, last);
        for (long minute = first; minute < last; minute++) {
            int units = load[(int) (minute - first)];
            if (units <= resource.capacity() || minute > first && load[(int) (minute - first - 1)] == units) continue;
            judge(resource, holds, minute, units);
        }
    }

    private int[] load(Resource resource, List<Hold> holds, long first, long last) {
        var load = new int[(int) (last - first)];
        var working = facts.available(resource.id());
        for (var hold : holds) {
            long finish = minute(hold.assignment.finish());
            for (long minute = minute(hold.assignment.start()); minute < finish; minute++)
                if (working.works(minute)) load[(int) (minute - first)] += hold.assignment.units();
        }
        for (var booking : facts.bookings(resource.id())) {
            long from = Math.max(first, minute(booking.fromInclusive()));
            long to = Math.min(last, minute(booking.toExclusive()));
            for (long minute = from; minute < to; minute++)
                if (load[(int) (minute - first)] > 0) load[(int) (minute - first)] += booking.units();
        }
        return load;
    }

    private void judge(Resource resource, List<Hold> holds, long minute, int units) {
        var at = holds.stream().filter(hold -> hold.isAt(minute)).toList();
        for (var hold : at) overloaded.add(hold.task.id());
        if (!at.stream().allMatch(Hold::isDictated))
            violations.add("%s works %d units of %d at %s, on %s."
                    .formatted(
                            resource.id(),
                            units,
                            resource.capacity(),
                            Instant.ofEpochSecond(minute * 60),
                            at.stream().map(hold -> hold.task.id()).toList()));
    }

    private List<Hold> holds(Resource resource) {
        var holds = new ArrayList<Hold>();
        for (var placed : calendar.tasks()) {
            var task = facts.task(placed.task());
            for (var assignment : placed.assignments())
                if (assignment.resource().equals(resource.id())) holds.add(new Hold(task, assignment));
        }
        return holds;
    }
}
