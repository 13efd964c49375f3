package chargehand.engine.plans;

import chargehand.engine.explain.Cause;
import chargehand.engine.explain.Explainer;
import chargehand.engine.explain.Reason;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every task has a cause, and every cause is true of the calendar.
final class ExplanationPropertiesTest {
    static LongStream seeds() {
        return Property.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsTheTruth(long seed) {
        Property.holds(seed, each -> {
            var calendar = Scheduler.schedule(each.plan(), Options.schedules(10).withNow(each.now()));

            var reasons = Explainer.explain(each.plan(), calendar, each.now());

            return complaints(each, calendar, reasons);
        });
    }

    private static List<String> complaints(Situation situation, Calendar calendar, List<Reason> reasons) {
        var complaints = new ArrayList<String>();
        for (int i = 0; i < reasons.size(); i++) {
            var task = situation.plan().tasks().get(i);
            var reason = reasons.get(i);
            if (!reason.task().equals(task.id())) complaints.add("The reasons are not in the order of the plan.");
            if (reason.causes().isEmpty() && !task.isSummary()) complaints.add("Nothing is said of " + task.id());
            for (var cause : reason.causes())
                if (!isTrue(cause, task, situation, calendar))
                    complaints.add("%s is at %s, and not for %s."
                            .formatted(task.id(), calendar.task(task.id()).start(), cause));
        }
        return complaints;
    }

    private static boolean isTrue(Cause cause, Task task, Situation situation, Calendar calendar) {
        var placed = calendar.task(task.id());
        var plan = situation.plan();
        return switch (cause) {
            case Cause.PlanStart start -> start.at().equals(plan.start());
            case Cause.Now now -> now.at().equals(situation.now());
            case Cause.NotBefore notBefore ->
                withAbove(situation, task).anyMatch(each -> notBefore.at().equals(each.notBefore()));
            case Cause.Pinned pinned ->
                pinned.at().equals(task.pinnedStart()) && placed.start().equals(pinned.at());
            case Cause.Happened happened -> placed.start().equals(happened.at());
            case Cause.Waits wait -> isTrue(wait, task, situation, calendar);
            case Cause.Busy busy ->
                calendar.task(busy.on()).assignments().stream()
                        .anyMatch(each -> each.resource().equals(busy.resource())
                                && each.finish().equals(busy.until())
                                && each.start().isBefore(placed.finish()));
            case Cause.Booked booked ->
                plan.bookings().stream()
                        .anyMatch(each -> each.resource().equals(booked.resource())
                                && each.toExclusive().equals(booked.until()));
            case Cause.OffHours off -> isDoneBy(placed, off);
            case Cause.WindowOpens opens ->
                withAbove(situation, task)
                        .flatMap(each -> each.windows().stream())
                        .anyMatch(window -> window.fromInclusive().equals(opens.at()));
            case Cause.FirstBeneath first -> calendar.task(first.task()).start().equals(placed.start());
            // Of a calendar that was just made, every task is somewhere for a reason.
            case Cause.Kept _ -> false;
        };
    }

    private static boolean isDoneBy(ScheduledTask placed, Cause.OffHours off) {
        return placed.assignments().stream().anyMatch(each -> each.resource().equals(off.resource()));
    }

    private static boolean isTrue(Cause.Waits wait, Task task, Situation situation, Calendar calendar) {
        var predecessor = calendar.task(wait.predecessor());
        boolean byFinish = wait.type() == LinkType.FS || wait.type() == LinkType.FF;
        boolean linked = situation.plan().links().stream()
                .anyMatch(link -> link.predecessor().equals(wait.predecessor())
                        && link.type() == wait.type()
                        && withAbove(situation, task).anyMatch(each -> each.id().equals(link.successor())));
        return linked && wait.moment().equals(byFinish ? predecessor.finish() : predecessor.start());
    }

    private static Stream<Task> withAbove(Situation situation, Task task) {
        var parent = task.parent();
        var above = parent == null ? null : situation.plan().task(parent).orElse(null);
        return Stream.concat(Stream.of(task), above == null ? Stream.of() : withAbove(situation, above));
    }
}
