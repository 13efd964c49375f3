package chargehand.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Which edits need no compiling of the whole plan. That the result is the same is tried on random plans elsewhere.
final class FewChangesTest {
    private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");
    private static final Link HALFWAY = new Link(new TaskId("a"), new TaskId("b"), LinkType.SS, new Lag.Percent(50));

    private final Compiled compiled = new Compiled();
    private final Plan plan = new Plan(
            "Small",
            ZoneOffset.UTC,
            START,
            "always",
            List.of(WorkingCalendar.aroundTheClock("always", ZoneOffset.UTC)),
            List.of(),
            List.of(task("a"), task("b")),
            List.of(HALFWAY),
            List.of());
    private final Network before = Network.of(plan, null, 600, compiled);

    @Test
    void aTaskThatTakesLongerIsCompiledAlone() {
        var after = edited(task -> task.withExtent(hours(20)));

        assertSame(before.requirements.first, after.requirements.first);
        assertEquals(20 * 60, after.requirements.length[0]);
        assertEquals(10 * 60, after.edges.lag[0], "half of what it takes");
        assertEquals(10 * 60, before.requirements.length[0], "the earlier network stays as it was");
    }

    @Test
    void soIsOneThatMayBeginLater() {
        var after = edited(task -> task.withNotBefore(START.plusSeconds(3600)));

        assertSame(before.requirements.first, after.requirements.first);
        assertEquals(before.release[0] + 60, after.release[0]);
    }

    @Test
    void whatTakesNoTimeAnyMoreIsNot() {
        assertNotSame(before.requirements.first, edited(task -> task.withExtent(hours(0))).requirements.first);
    }

    @Test
    void norIsAnotherPriority() {
        assertNotSame(before.requirements.first, edited(task -> task.withPriority(900)).requirements.first);
    }

    private Network edited(UnaryOperator<Task> edit) {
        var tasks = List.of(edit.apply(plan.tasks().getFirst()), plan.tasks().getLast());
        return Network.of(plan.withTasks(tasks), null, 600, compiled);
    }

    private static Task task(String id) {
        return Task.of(id, id, hours(10));
    }

    private static TaskExtent hours(int hours) {
        return new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(hours));
    }
}
