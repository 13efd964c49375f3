package chargehand.engine.plans;

import chargehand.engine.check.CalendarChecker;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of the calendar of every plan, tried on random ones.
final class SchedulingPropertiesTest {
    private static final int FEW = 20;

    static LongStream seeds() {
        return Property.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheRules(long seed) {
        Property.holds(
                seed, each -> CalendarChecker.violations(each.plan(), schedule(each, options(each)), each.now()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheRulesWithoutLevelling(long seed) {
        Property.holds(
                seed,
                each -> CalendarChecker.violationsUnlevelled(
                        each.plan(), Scheduler.scheduleUnlevelled(each.plan(), options(each)), each.now()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void makesTheSameCalendarAgainAndWithTwoThreads(long seed) {
        Property.holds(seed, each -> {
            var once = schedule(each, options(each));

            var again = schedule(each, options(each));
            var byTwo = schedule(each, options(each).withThreads(2));

            return once.equals(again) && once.equals(byTwo)
                    ? List.of()
                    : List.of("%s\n%s\n%s".formatted(once, again, byTwo));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isNeverWorseWithMoreSchedules(long seed) {
        Property.holds(seed, each -> {
            var few = schedule(each, Options.schedules(2).withNow(each.now()));

            var many = schedule(each, Options.schedules(60).withNow(each.now()));

            long lateness = late(each, many) - late(each, few);
            boolean worse = lateness > 0 || lateness == 0 && many.finish().isAfter(few.finish());
            return worse
                    ? List.of("late %d and %d, finish %s and %s"
                            .formatted(late(each, few), late(each, many), few.finish(), many.finish()))
                    : List.of();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void finishesNoEarlierWithLevelling(long seed) {
        Property.holds(seed, each -> {
            var levelled = schedule(each, options(each));

            var unlevelled = Scheduler.scheduleUnlevelled(each.plan(), options(each));

            boolean sound = isPlain(each) && levelled.finish().isBefore(unlevelled.finish());
            return sound ? List.of(levelled.finish() + " lies before " + unlevelled.finish()) : List.of();
        });
    }

    /// A task that finds no window is planned as if it had none, and a skill may go to somebody quicker: then
    /// levelling can well come earlier.
    private static boolean isPlain(Situation situation) {
        return situation.plan().tasks().stream()
                .allMatch(task -> task.windows().isEmpty()
                        && task.assignments().stream()
                                .allMatch(one -> one.who() instanceof chargehand.engine.plan.Who.Named));
    }

    /// In minutes, each as often as the priority of whose deadline it is.
    private static long late(Situation situation, Calendar calendar) {
        return situation.plan().tasks().stream()
                .mapToLong(task -> {
                    var deadline = task.deadline();
                    Instant finish = calendar.task(task.id()).finish();
                    return deadline == null
                            ? 0
                            : Math.max(1, task.priority())
                                    * Math.max(
                                            0,
                                            Duration.between(deadline.by(), finish)
                                                    .toMinutes());
                })
                .sum();
    }

    private static Options options(Situation situation) {
        return Options.schedules(FEW).withNow(situation.now());
    }

    private static Calendar schedule(Situation situation, Options options) {
        return Scheduler.schedule(situation.plan(), options);
    }
}
