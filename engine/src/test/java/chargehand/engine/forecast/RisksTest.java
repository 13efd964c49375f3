package chargehand.engine.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What may happen besides, and what it costs.
final class RisksTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Plan PLAN = plan();
    private static final Calendar CALENDAR = Scheduler.schedule(PLAN, Options.schedules(4));
    private static final RiskEvent LATE = new RiskEvent("late", 0.5, Set.of(new TaskId("t3")), 0, 0, 30 * 24 * 60);
    private static final RiskEvent SLOW = new RiskEvent("slow", 0.3, Set.of(), 1, 0, 0);

    /// Ten tasks of two days after another.
    private static Plan plan() {
        var tasks = new ArrayList<Task>();
        var links = new ArrayList<Link>();
        for (int i = 0; i < 10; i++) {
            tasks.add(Task.of("t" + i, "Task " + i, new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(16)))
                    .withAssignments(Assignment.of("Ada")));
            if (i > 0) links.add(Link.of("t" + (i - 1), "t" + i));
        }
        return new Plan(
                "Ten",
                ZONE,
                Instant.parse("2027-01-04T08:00:00Z"),
                "office",
                List.of(WorkingCalendar.officeHours("office", ZONE)),
                List.of(Resource.person("Ada")),
                tasks,
                links,
                List.of());
    }

    private static Forecast forecast(int threads, RiskEvent... risks) {
        var options =
                ForecastOptions.runs(4_000).withSeed(7).withThreads(threads).withRisks(List.of(risks));
        return Forecaster.forecast(PLAN, CALENDAR, options).orElseThrow();
    }

    @Test
    void saysTheSameOnAnyNumberOfThreads() {
        assertEquals(forecast(1, LATE, SLOW), forecast(3, LATE, SLOW));
    }

    @Test
    void costsWhatItMovesInTheRunsInWhichItHappens() {
        var without = forecast(1);
        var with = forecast(1, LATE);

        var day = without.finishes().last().plus(Duration.ofDays(1));
        assertEquals(1, without.finishes().by(day), 1e-9);
        assertTrue(with.finish().p80().isAfter(without.finish().p80().plus(Duration.ofDays(10))));
        assertEquals(without.tasks().get(2), with.tasks().get(2), "what comes before doesn't change");
        assertNotEquals(without.tasks().get(3), with.tasks().get(3));
        assertTrue(with.finish().p10().isBefore(without.finish().p90()), "half of the runs are as they were");
    }

    @Test
    void drawsTheSameForARiskWhateverOthersThereAre() {
        var alone = forecast(1, LATE);
        var never = new RiskEvent("never", 0, Set.of(), 5, 0, 0);

        assertEquals(alone, forecast(1, never, LATE));
        assertNotEquals(alone.finish(), forecast(1, LATE, SLOW).finish());
    }

    @Test
    void hitsAllItsTasksInTheSameRuns() {
        var share = new RiskEvent("all", 0.3, Set.of(), 3, 0, 0);
        var forecast = forecast(1, share);

        var span = Duration.between(forecast.finish().p50(), forecast.finish().p90());
        assertTrue(span.toDays() > 30, "three of ten runs take four times as long as a whole: " + span);
    }

    @Test
    void hasNothingToSayOfAPlanWithoutTasks() {
        var none = PLAN.withTasks(List.of());
        var empty = new Plan(
                none.name(),
                none.zone(),
                none.start(),
                none.calendar(),
                none.calendars(),
                none.resources(),
                List.of(),
                List.of(),
                List.of());
        var calendar = Scheduler.schedule(empty, Options.schedules(1));

        var options = ForecastOptions.runs(2_000).withDrivers().withRisks(List.of(LATE));
        var forecast = Forecaster.forecast(empty, calendar, options).orElseThrow();
        assertEquals(forecast.finish().p10(), forecast.finish().p90());
    }

    @Test
    void refusesWhatWouldGiveTime() {
        assertThrows(IllegalArgumentException.class, () -> new RiskEvent("x", 1.2, Set.of(), 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new RiskEvent("x", 0.2, Set.of(), 0, -1, 0));
    }
}
