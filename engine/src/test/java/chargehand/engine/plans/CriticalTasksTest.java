package chargehand.engine.plans;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent.ByWorkingTime;
import chargehand.engine.plan.Who;
import chargehand.engine.time.WorkingDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rule 20 by brute force: makes each task a minute longer and looks at the end of the project.
final class CriticalTasksTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Property.seeds().count() / 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMinuteMoreOfACriticalTaskIsAMinuteLaterAtTheEnd(long seed) {
        Property.holds(seed, each -> {
            var plain = plain(each.plan());
            var calendar = Scheduler.schedule(plain, Options.schedules(5));
            var complaints = new ArrayList<String>();
            for (var task : plain.tasks()) {
                if (task.isSummary()) continue;
                var longer = Rescheduler.repair(plain, calendar, withAMinuteMore(plain, task), null);
                boolean moves = longer.finish().isAfter(calendar.finish());
                boolean critical = calendar.task(task.id()).critical();
                if (moves != critical)
                    complaints.add("%s is %scritical, and a minute more of it %s the finish"
                            .formatted(task.id(), critical ? "" : "not ", moves ? "moves" : "does not move"));
            }
            return complaints;
        });
    }

    /// Everybody works on the project's calendar, so that a minute here is a minute there, and does one thing at a
    /// time, so that there is an order to keep.
    private static Plan plain(Plan plan) {
        var resources = plan.resources().stream()
                .map(each -> new Resource(each.id(), each.name(), Assignment.WHOLE, null, each.skills()))
                .toList();
        var tasks = plan.tasks().stream().map(CriticalTasksTest::plain).toList();
        var links = plan.links().stream()
                .map(each ->
                        Link.of(each.predecessor().value(), each.successor().value()))
                .toList();
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars(),
                resources,
                tasks,
                links,
                List.of());
    }

    private static Task plain(Task task) {
        var plain = Task.of(task.id().value(), task.name(), task.extent()).withParent(task.parent());
        return task.isSummary()
                ? plain
                : plain.withExtent(new ByWorkingTime(new WorkingDuration(480)))
                        .withAssignments(task.assignments().stream()
                                .filter(each -> each.who() instanceof Who.Named)
                                .map(each -> new Assignment(each.who(), Assignment.WHOLE, null))
                                .limit(1)
                                .toList());
    }

    private static Plan withAMinuteMore(Plan plan, Task longer) {
        return plan.withTasks(plan.tasks().stream()
                .map(each -> each == longer ? each.withExtent(new ByWorkingTime(new WorkingDuration(481))) : each)
                .toList());
    }
}
