package chargehand.engine.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingDuration;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// People who are away without having told.
final class AvailabilityTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");
    private static final int TASKS = 20;
    private static final int HOURS = 16;
    private static final int RUNS = 1_000;
    private static final Availability OFTEN = new Availability(0.2, 960);

    /// Twenty tasks of sixteen hours, one after the other since one does them all; nights count.
    private static Plan plan(Resource who) {
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < TASKS; i++)
            tasks.add(Task.of("t" + i, "Task " + i, new TaskExtent.ByWorkingTime(WorkingDuration.ofHours(HOURS)))
                    .withAssignments(Assignment.of(who.id().value(), who.capacity())));
        return new Plan(
                "Twenty",
                ZONE,
                START,
                "always",
                List.of(WorkingCalendar.aroundTheClock("always", ZONE)),
                List.of(who),
                tasks,
                List.of(),
                List.of());
    }

    private static double meanMinutes(Plan plan, ForecastOptions options) {
        var calendar = Scheduler.schedule(plan, Options.schedules(1));
        var runs = Forecaster.runs(plan, calendar, options).orElseThrow();
        var all = plan.tasks().stream().map(Task::id).toList();
        return Arrays.stream(runs.lasts(all))
                .map(end -> end - WorkingTable.minute(START))
                .average()
                .orElseThrow();
    }

    @Test
    void takesItsShareOfTheTimeInBothSpeeds() {
        var plan = plan(Resource.person("Ada"));
        var options = ForecastOptions.runs(RUNS).withSeed(5);
        double always = meanMinutes(plan, options);

        double handedOn = meanMinutes(plan, options.withAvailability(OFTEN));
        double levelled = meanMinutes(plan, options.withAvailability(OFTEN).withRelevelling());

        assertEquals(0.2, 1 - always / handedOn, 0.01, "a fifth of the time from begin to end she was away");
        assertEquals(handedOn, levelled, 1, "the same draws");
    }

    @Test
    void neverMakesAnythingEarlierAndLeavesTheOtherDrawsAsTheyAre() {
        var plan = plan(Resource.person("Ada"));
        var calendar = Scheduler.schedule(plan, Options.schedules(1));
        var options = ForecastOptions.runs(200).withSeed(9);

        var always = Forecaster.runs(plan, calendar, options).orElseThrow();
        var away = Forecaster.runs(plan, calendar, options.withAvailability(new Availability(0.02, 480)))
                .orElseThrow();

        var first = Set.of(new TaskId("t0"));
        int same = 0;
        for (int run = 0; run < 200; run++) {
            assertTrue(away.lasts(first)[run] >= always.lasts(first)[run]);
            if (away.lasts(first)[run] == always.lasts(first)[run]) same++;
        }
        assertTrue(same > 170 && same < 200, same + " of 200 runs are as they were");
    }

    @Test
    void letsOthersOfAPoolStepIn() {
        var plan = plan(Resource.pool("Crew", 3));
        var options = ForecastOptions.runs(64);

        assertEquals(meanMinutes(plan, options), meanMinutes(plan, options.withAvailability(OFTEN)));
    }

    @Test
    void isAShareOfTheTime() {
        assertThrows(IllegalArgumentException.class, () -> new Availability(1, 480));
        assertThrows(IllegalArgumentException.class, () -> new Availability(0.1, 0));
    }
}
