package chargehand.engine.check;

import static chargehand.engine.check.WorkingMinutes.minute;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent.ByElapsedTime;
import chargehand.engine.plan.Who.AnyoneWith;
import chargehand.engine.plan.Who.Named;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rules 3 to 7, 9 and 15: who works on a task, how long, and in which minutes.
final class WorkRules {
    private final PlanFacts facts;
    private final Calendar calendar;
    private final @Nullable Instant now;
    private final List<String> violations;
    private final Lengths lengths;

    WorkRules(PlanFacts facts, Calendar calendar, @Nullable Instant now, List<String> violations) {
        this.facts = facts;
        this.calendar = calendar;
        this.now = now;
        this.violations = violations;
        this.lengths = new Lengths(facts);
    }

    void check() {
        for (var task : facts.plan().tasks()) if (!task.isSummary()) check(task, calendar.task(task.id()));
    }

    private void check(Task task, ScheduledTask placed) {
        if (placed.finish().isBefore(placed.start())) blame(task, "finishes before it starts");
        var carried = lengths.carried(task);
        if (carried.size() != placed.assignments().size()) {
            blame(
                    task,
                    "has %d assignments, not %d".formatted(placed.assignments().size(), carried.size()));
            return;
        }
        checkWho(task, carried, placed.assignments());
        if (task.progress() == null) checkUnstarted(task, carried, placed);
        else checkProgress(task, carried, placed);
    }

    private void checkWho(Task task, List<Assignment> carried, List<ScheduledAssignment> placed) {
        var taken = new HashSet<>();
        for (int i = 0; i < carried.size(); i++) {
            var at = placed.get(i);
            var resource = facts.resource(at.resource());
            if (resource == null) {
                blame(task, "is done by %s, who is not in the plan".formatted(at.resource()));
                return;
            }
            boolean right = switch (carried.get(i).who()) {
                case Named(var name) -> name.equals(at.resource());
                case AnyoneWith(var skill) -> resource.skills().contains(skill);
            };
            if (!right) blame(task, "is done by %s, who was not asked".formatted(at.resource()));
            if (!taken.add(at.resource())) blame(task, "is done twice by %s".formatted(at.resource()));
            if (at.units() != Math.min(carried.get(i).units(), resource.capacity()))
                blame(task, "takes %d units of %s".formatted(at.units(), at.resource()));
        }
    }

    private void checkUnstarted(Task task, List<Assignment> carried, ScheduledTask placed) {
        long start = minute(placed.start());
        long finish = minute(placed.finish());
        if (task.extent() instanceof ByElapsedTime(var duration)) {
            if (finish - start != duration.toMinutes()) blame(task, "takes %d minutes".formatted(finish - start));
            for (var each : placed.assignments())
                if (minute(each.start()) != start || minute(each.finish()) != finish)
                    blame(task, "does not hold %s from start to finish".formatted(each.resource()));
            return;
        }
        if (carried.isEmpty()) {
            checkAlone(task, start, finish);
            return;
        }
        checkAssignments(task, carried, placed, start);
        var span = span(placed);
        boolean pinned = task.pinnedStart() != null;
        if (span[0] < start || (span[0] != start && !pinned) || span[1] != finish)
            blame(task, "spans %s to %s, its assignments do not".formatted(placed.start(), placed.finish()));
    }

    private void checkAlone(Task task, long start, long finish) {
        long length = Lengths.length(task, null);
        var working = facts.working(task, null);
        if (length > 0 && task.pinnedStart() == null && !working.works(start))
            blame(task, "starts in time off at %s".formatted(Instant.ofEpochSecond(start * 60)));
        if (finish != working.end(start, length))
            blame(task, "does not finish after its length of %d minutes".formatted(length));
    }

    private void checkAssignments(Task task, List<Assignment> carried, ScheduledTask placed, long start) {
        for (int i = 0; i < carried.size(); i++) {
            var at = placed.assignments().get(i);
            long length = Lengths.length(task, carried.get(i));
            var working = facts.working(task, at.resource());
            long begin = working.next(start);
            if (minute(at.start()) != begin)
                blame(task, "%s starts %s, not with the first working minute".formatted(at.resource(), at.start()));
            if (minute(at.finish()) != working.end(begin, length))
                blame(task, "%s finishes %s, not after %d minutes".formatted(at.resource(), at.finish(), length));
        }
    }

    private static long[] span(ScheduledTask placed) {
        return new long[] {
            placed.assignments().stream()
                    .mapToLong(each -> minute(each.start()))
                    .min()
                    .orElseThrow(),
            placed.assignments().stream()
                    .mapToLong(each -> minute(each.finish()))
                    .max()
                    .orElseThrow()
        };
    }

    private void checkProgress(Task task, List<Assignment> carried, ScheduledTask placed) {
        var progress = Objects.requireNonNull(task.progress());
        if (!placed.start().equals(progress.started())) blame(task, "does not start when it really started");
        var finished = progress.finished();
        if (finished != null) {
            if (!placed.finish().equals(finished)) blame(task, "does not finish when it really finished");
        } else if (minute(placed.finish()) != expectedFinish(task, carried, placed)) {
            blame(task, "finishes %s, not after what remains".formatted(placed.finish()));
        }
    }

    private long expectedFinish(Task task, List<Assignment> carried, ScheduledTask placed) {
        var progress = Objects.requireNonNull(task.progress());
        long start = minute(progress.started());
        var remainder = progress.remaining();
        long remaining = remainder == null ? 0 : remainder.minutes();
        long from = now == null || remainder == null ? start : Math.max(start, minute(now));
        long finish = from;
        for (int i = carried.isEmpty() ? -1 : 0; i < carried.size(); i++) {
            long length = Lengths.length(task, i < 0 ? null : carried.get(i));
            long left = length == 0 ? 0 : now != null && remainder != null ? remaining : Math.max(length, remaining);
            boolean byClock = task.extent() instanceof ByElapsedTime;
            var working = facts.working(
                    task, i < 0 ? null : placed.assignments().get(i).resource());
            finish = Math.max(finish, byClock ? from + left : working.end(from, left));
            if (i < 0) break;
        }
        return now == null ? finish : Math.max(finish, minute(now));
    }

    private void blame(Task task, String what) {
        violations.add("Task %s %s.".formatted(task.id(), what));
    }
}
