package chargehand.engine.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.check.CalendarChecker;
import chargehand.engine.levelling.Aim;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Measures;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a manager puts first decides between calendars.
final class AimsTest {
    private static final List<List<Aim>> ORDERS = List.of(
            Aim.USUAL,
            List.of(Aim.DISTURBANCE, Aim.LATENESS, Aim.FINISH),
            List.of(Aim.LATENESS, Aim.DISTURBANCE, Aim.FINISH),
            List.of(Aim.FINISH));

    static LongStream seeds() {
        return Property.seeds();
    }

    /// A calendar that people know is among those that are looked at.
    @ParameterizedTest
    @MethodSource("seeds")
    void isNeverWorseThanWhatPeopleWereTold(long seed) {
        Property.holds(seed, each -> {
            var told = Scheduler.schedule(each.plan(), Options.schedules(2).withNow(each.now()));
            if (isOutsideWindows(told)) return List.of();
            return ORDERS.stream()
                    .filter(order -> isWorse(each, told, order))
                    .map(order -> "By %s it is worse than what was told.".formatted(order))
                    .toList();
        });
    }

    private static boolean isOutsideWindows(Calendar calendar) {
        return calendar.findings().stream().anyMatch(each -> each.code() == FindingCode.NO_WINDOW_FITS);
    }

    private static boolean isWorse(Situation situation, Calendar told, List<Aim> order) {
        var found = search(situation, told, order);
        return Measures.of(situation.plan(), found, told).compare(Measures.of(situation.plan(), told, told), order) > 0;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheRulesInAnyOrder(long seed) {
        Property.holds(seed, each -> {
            var told = Scheduler.schedule(each.plan(), Options.schedules(2).withNow(each.now()));
            return ORDERS.stream()
                    .flatMap(order ->
                            CalendarChecker.violations(each.plan(), search(each, told, order), each.now()).stream())
                    .toList();
        });
    }

    private static Calendar search(Situation situation, Calendar told, List<Aim> order) {
        var options = Options.schedules(40).withNow(situation.now());
        return Scheduler.schedule(situation.plan(), options.withAims(order).withTold(told));
    }

    @Test
    void quietFirstMovesNothing() {
        var told = Scheduler.schedule(plan(), Options.schedules(1));
        var longer = lengthened(told);

        var kept = Scheduler.schedule(
                longer,
                Options.schedules(60)
                        .withAims(List.of(Aim.DISTURBANCE, Aim.FINISH))
                        .withTold(told));

        assertEquals(0, Measures.of(longer, kept, told).disturbance());
    }

    @Test
    void finishFirstMovesNoMoreThanItHasTo() {
        var told = Scheduler.schedule(plan(), Options.schedules(1));

        var anew = Scheduler.schedule(plan(), Options.schedules(200).withAims(List.of(Aim.FINISH)));
        var near = Scheduler.schedule(plan(), Options.schedules(200).withTold(told));

        assertEquals(anew.finish(), near.finish());
        int moved = Measures.of(plan(), near, told).disturbance();
        int movedAnew = Measures.of(plan(), anew, told).disturbance();
        assertTrue(moved <= movedAnew, "%d tasks move, %d anew".formatted(moved, movedAnew));
    }

    @Test
    void eachAimCountsOnce() {
        var options = Options.schedules(1);

        assertThrows(IllegalArgumentException.class, () -> options.withAims(List.of(Aim.FINISH, Aim.FINISH)));
    }

    /// Twelve tasks of three people in four chains.
    private static Plan plan() {
        var zone = ZoneId.of("UTC");
        var tasks = new ArrayList<Task>();
        var links = new ArrayList<Link>();
        for (int i = 0; i < 12; i++) {
            var length = WorkingDuration.ofHours(8 * (1 + i * 5 % 4));
            tasks.add(Task.of("t" + i, "Task " + i, new TaskExtent.ByWorkingTime(length))
                    .withAssignments(Assignment.of("p" + i * 7 % 3)));
            if (i >= 4) links.add(Link.of("t" + (i - 4), "t" + i));
        }
        return new Plan(
                "Chains",
                zone,
                Instant.parse("2027-01-04T00:00:00Z"),
                "office",
                List.of(WorkingCalendar.officeHours("office", zone)),
                List.of(Resource.person("p0"), Resource.person("p1"), Resource.person("p2")),
                tasks,
                links,
                List.of());
    }

    /// The last task that ends takes a day more.
    private static Plan lengthened(Calendar told) {
        var plan = plan();
        return plan.withTasks(plan.tasks().stream()
                .map(task -> told.task(task.id()).finish().equals(told.finish())
                        ? task.withExtent(new TaskExtent.ByWorkingTime(
                                WorkingDuration.ofMinutes((int) task.extent().minutes() + 480)))
                        : task)
                .toList());
    }
}
