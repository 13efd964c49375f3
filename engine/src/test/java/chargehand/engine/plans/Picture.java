package chargehand.engine.plans;

import chargehand.engine.check.PlanFacts;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent.ByElapsedTime;
import java.time.Instant;
import java.time.LocalDate;

/// Draws a calendar as text, a letter a day of the project's zone: `X` works, `.` waits for working time, `=` spans (a
/// summary), `◆` happens. `<` and `>` stand for what lies outside of the picture.
final class Picture {
    private final PlanFacts facts;
    private final Calendar calendar;
    private final LocalDate first;
    private final int days;

    Picture(Plan plan, Calendar calendar, LocalDate first, int days) {
        this.facts = new PlanFacts(plan, calendar);
        this.calendar = calendar;
        this.first = first;
        this.days = days;
    }

    String of(Task task) {
        var placed = calendar.task(task.id());
        var line = new StringBuilder();
        if (placed.start().isBefore(day(0))) line.append('<');
        for (int i = 0; i < days; i++) line.append(letter(task, placed, day(i), day(i + 1)));
        if (placed.finish().isAfter(day(days))) line.append('>');
        return line.toString().stripTrailing();
    }

    private Instant day(int number) {
        return first.plusDays(number).atStartOfDay(facts.plan().zone()).toInstant();
    }

    private char letter(Task task, ScheduledTask placed, Instant from, Instant to) {
        if (placed.start().equals(placed.finish()))
            return !placed.start().isBefore(from) && placed.start().isBefore(to) ? '◆' : ' ';
        if (!overlap(placed.start(), placed.finish(), from, to)) return ' ';
        if (task.isSummary()) return '=';
        return works(task, placed, from, to) ? 'X' : '.';
    }

    private static boolean overlap(Instant start, Instant finish, Instant from, Instant to) {
        return start.isBefore(to) && from.isBefore(finish);
    }

    private boolean works(Task task, ScheduledTask placed, Instant from, Instant to) {
        if (task.extent() instanceof ByElapsedTime) return true;
        if (placed.assignments().isEmpty())
            return facts.working(task, null).worksBetween(latest(placed.start(), from), earliest(placed.finish(), to));
        return placed.assignments().stream()
                .filter(each -> overlap(each.start(), each.finish(), from, to))
                .anyMatch(each -> facts.working(task, each.resource())
                        .worksBetween(latest(each.start(), from), earliest(each.finish(), to)));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
