package chargehand.engine.check;

import static chargehand.engine.check.WorkingMinutes.minute;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what of a calendar breaks the rules of `docs/engine.md`.
public final class CalendarChecker {
    private final Plan plan;
    private final Calendar calendar;
    private final @Nullable Instant now;
    private final PlanFacts facts;
    private final List<String> violations = new ArrayList<>();

    private CalendarChecker(Plan plan, Calendar calendar, @Nullable Instant now) {
        this.plan = plan;
        this.calendar = calendar;
        this.now = now;
        this.facts = new PlanFacts(plan, calendar);
    }

    /// One sentence a violation; empty if the calendar keeps all rules.
    ///
    /// @param now as it was given to the engine, or null
    public static List<String> violations(Plan plan, Calendar calendar, @Nullable Instant now) {
        return check(plan, calendar, now, true);
    }

    /// The same for a calendar made without regard to capacity: it tells dates, and finds nothing.
    public static List<String> violationsUnlevelled(Plan plan, Calendar calendar, @Nullable Instant now) {
        return check(plan, calendar, now, false);
    }

    private static List<String> check(Plan plan, Calendar calendar, @Nullable Instant now, boolean levelled) {
        var checker = new CalendarChecker(plan, calendar, now);
        if (!checker.hasEveryTaskOnceInOrder() || checker.isTooLong()) return checker.violations;
        checker.checkSpans();
        var sink = checker.violations;
        new WorkRules(checker.facts, calendar, now, sink).check();
        var holding = new HoldingRules(checker.facts, calendar, now, sink);
        holding.checkPlaces();
        if (!levelled) return sink;
        holding.checkFindings();
        new CapacityRules(checker.facts, calendar, sink).check();
        new FindingRules(checker.facts, calendar, now, sink).check();
        return sink;
    }

    private boolean hasEveryTaskOnceInOrder() {
        var written = plan.tasks().stream().map(Task::id).toList();
        var placed = calendar.tasks().stream().map(ScheduledTask::task).toList();
        if (written.equals(placed)) return true;
        violations.add("The calendar has the tasks %s, the plan %s.".formatted(placed, written));
        return false;
    }

    /// What goes on beyond any time that can be planned is found, and not planned.
    private boolean isTooLong() {
        return calendar.findings().stream().anyMatch(each -> each.code() == FindingCode.TOO_LONG);
    }

    private void checkSpans() {
        for (var task : plan.tasks()) if (task.isSummary()) checkSummary(task);
        var last = calendar.tasks().stream()
                .filter(each -> !facts.leaves(each.task()).isEmpty())
                .map(ScheduledTask::finish)
                .max(Comparator.naturalOrder());
        if (last.isPresent() && !calendar.finish().equals(last.get()))
            violations.add("The calendar finishes %s, its last task %s.".formatted(calendar.finish(), last.get()));
        var bound = calendar.bound();
        if (bound != null && bound.isAfter(calendar.finish()))
            violations.add("The bound %s lies after the finish %s.".formatted(bound, calendar.finish()));
    }

    private void checkSummary(Task summary) {
        var span = calendar.task(summary.id());
        var beneath = facts.leaves(summary.id()).stream()
                .map(each -> calendar.task(each.id()))
                .toList();
        if (!span.assignments().isEmpty()) violations.add("Summary %s has assignments.".formatted(summary.id()));
        if (beneath.isEmpty()) return;
        long first =
                beneath.stream().mapToLong(each -> minute(each.start())).min().orElseThrow();
        long last =
                beneath.stream().mapToLong(each -> minute(each.finish())).max().orElseThrow();
        if (minute(span.start()) != first || minute(span.finish()) != last)
            violations.add("Summary %s is %s to %s, but what is beneath it is not."
                    .formatted(summary.id(), span.start(), span.finish()));
    }
}
