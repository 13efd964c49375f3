package chargehand.engine.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Runs that are levelled anew, beside runs that hand slips on.
final class RelevellingTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");

    private static Task task(String id, String who) {
        return Task.of(id, id, new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(16)))
                .withAssignments(Assignment.of(who));
    }

    /// Ada builds on Bram's part, which may come late, and has something else to do that waits for nothing.
    private static Plan plan(Task... tasks) {
        return new Plan(
                "Move",
                ZONE,
                START,
                "office",
                List.of(WorkingCalendar.officeHours("office", ZONE)),
                List.of(Resource.person("Ada"), Resource.person("Bram")),
                List.of(tasks),
                List.of(Link.of("part", "build")),
                List.of());
    }

    private static final Plan PLAN = plan(
            task("part", "Bram"),
            task("build", "Ada"),
            task("other", "Ada").withPriority(1).withNotBefore(START.plus(Duration.ofDays(2))));
    private static final Calendar CALENDAR = Scheduler.schedule(PLAN, Options.schedules(1));
    private static final RiskEvent LATE = new RiskEvent("late", 0.5, Set.of(new TaskId("build")), 0, 0, 30 * 24 * 60);

    private static Forecast forecast(boolean relevelled, int threads, int runs) {
        var options =
                ForecastOptions.runs(runs).withSeed(3).withThreads(threads).withRisks(List.of(LATE));
        return Forecaster.forecast(PLAN, CALENDAR, relevelled ? options.withRelevelling() : options)
                .orElseThrow();
    }

    @Test
    void letsSomethingElseGoFirstWhereTheCalendarWouldWait() {
        var handedOn = forecast(false, 1, 400);
        var levelled = forecast(true, 1, 400);

        assertEquals(handedOn.tasks().getFirst(), levelled.tasks().getFirst(), "the same draws");
        var month = START.plus(Duration.ofDays(28));
        assertTrue(handedOn.tasks().get(2).p90().isAfter(month), "it waits for Ada, who waits for Bram");
        assertTrue(levelled.tasks().get(2).p90().isBefore(month), "it needn't");
        assertFalse(levelled.finish().p90().isAfter(handedOn.finish().p90()));
    }

    @Test
    void saysTheSameOnAnyNumberOfThreadsAndHoweverMany() {
        assertEquals(forecast(true, 1, 3_000), forecast(true, 3, 3_000));
        assertEquals(forecast(true, 1, 400), forecast(true, 2, 400));
    }

    @Test
    void drawsWhatIsLeftOfBegunTasksAndLeavesWhatIsDone() {
        var done = task("part", "Bram").withProgress(new Progress(START, START.plus(Duration.ofHours(5)), null));
        var begun = task("build", "Ada").withProgress(new Progress(START.plus(Duration.ofHours(6)), null, null));
        var plan = plan(done, begun, task("other", "Ada"));
        var now = START.plus(Duration.ofHours(7));
        var calendar = Scheduler.schedule(plan, Options.schedules(1).withNow(now));

        var forecast = Forecaster.forecast(
                        plan, calendar, ForecastOptions.runs(200).withNow(now).withRelevelling())
                .orElseThrow();

        assertEquals(
                forecast.tasks().getFirst().p10(), forecast.tasks().getFirst().p90());
        assertTrue(
                forecast.tasks().get(1).p10().isBefore(forecast.tasks().get(1).p90()));
        assertFalse(
                forecast.tasks().get(2).p10().isBefore(forecast.tasks().get(1).p10()));
    }
}
