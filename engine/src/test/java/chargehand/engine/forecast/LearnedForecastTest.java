package chargehand.engine.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What history says of single tasks, in a forecast; and what finished tasks say to the next.
class LearnedForecastTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2027-02-01T08:00:00Z");
    private static final int DAY = 8 * 60;

    @Test
    void drawsATaskFromItsOwnSpreadAndOthersFromThePrior() {
        var plan = plan(task("cable", 5), task("test", 5));
        var twice = new Spreads(Map.of(new TaskId("cable"), always(2)), 0);

        var forecast = forecast(plan, ForecastOptions.runs(400).withSpreads(twice));

        assertEquals(
                Instant.parse("2027-02-12T17:00:00Z"),
                forecast.tasks().getFirst().p10(),
                "ten days by Ada, in each run");
        assertEquals(
                forecast.tasks().getFirst().p10(), forecast.tasks().getFirst().p90());
        assertTrue(forecast.tasks().get(1).p90().isAfter(forecast.tasks().get(1).p10()));
    }

    @Test
    void scattersSumsMoreWhereTasksGoWrongTogether() {
        var tasks = new Task[20];
        for (int i = 0; i < tasks.length; i++) tasks[i] = task("t" + i, 2);
        var plan = plan(tasks);
        var ratios = new HashMap<TaskId, float[]>();
        for (var each : plan.tasks()) ratios.put(each.id(), from(0.5f, 2));

        var alone = forecast(plan, ForecastOptions.runs(800).withSpreads(new Spreads(ratios, 0)));
        var together = forecast(plan, ForecastOptions.runs(800).withSpreads(new Spreads(ratios, 0.5)));

        assertTrue(width(together) > 1.5 * width(alone), width(together) + " against " + width(alone));
    }

    @Test
    void scattersSumsMoreOfWhatSharesATechnologyOrATeam() {
        var tasks = new Task[20];
        for (int i = 0; i < tasks.length; i++) tasks[i] = task("t" + i, 2);
        var plan = plan(tasks);
        var ratios = new HashMap<TaskId, float[]>();
        var same = new HashMap<TaskId, Spreads.Shared>();
        var different = new HashMap<TaskId, Spreads.Shared>();
        for (var each : plan.tasks()) {
            ratios.put(each.id(), from(0.5f, 2));
            same.put(each.id(), new Spreads.Shared("java", "Ward"));
            different.put(each.id(), new Spreads.Shared(each.id().value(), "Ward"));
        }
        var technology = new Together(0, 0.5, 0);

        var alone = width(plan, new Spreads(ratios, technology, different));
        var together = width(plan, new Spreads(ratios, technology, same));
        var byTeam = width(plan, new Spreads(ratios, new Together(0, 0, 0.5), different));
        var byProject = width(plan, new Spreads(ratios, 0.5));

        assertTrue(together > 1.5 * alone, together + " against " + alone);
        assertEquals(byProject, together, 0.1 * byProject, "the same correlation, whatever it is of");
        assertEquals(byProject, byTeam, 0.1 * byProject);
    }

    private static double width(Plan plan, Spreads spreads) {
        return width(forecast(plan, ForecastOptions.runs(2_000).withSpreads(spreads)));
    }

    @Test
    void saysHowFarTheFinishGoesWithATask() {
        var plan = plan(task("sure", 1), task("wide", 10));
        var spreads = new Spreads(Map.of(new TaskId("sure"), always(1), new TaskId("wide"), from(0.5f, 3)), 0);

        var forecast =
                forecast(plan, ForecastOptions.runs(2_000).withSpreads(spreads).withDrivers());

        var wide = forecast.drivers().get(1);
        assertTrue(wide.ifShort().isNegative() && wide.ifLong().toDays() >= 10, wide.toString());
        assertTrue(
                forecast.drivers().getFirst().ifLong().abs().toDays() <= 2,
                forecast.drivers().toString());
        assertTrue(wide.sensitivity() > 0.9);
    }

    @Test
    void knowsTheWholeDistributionOfTheFinish() {
        var plan = plan(task("cable", 5));

        for (var options :
                List.of(ForecastOptions.runs(500), ForecastOptions.runs(500).withDrivers())) {
            var forecast = forecast(plan, options);
            var finishes = forecast.finishes();

            assertEquals(0, finishes.by(finishes.first().minusSeconds(60)));
            assertEquals(1, finishes.by(finishes.last()));
            assertTrue(finishes.by(finishes.at(0.8)) >= 0.8);
            assertTrue(Duration.between(finishes.at(0.8), forecast.finish().p80())
                            .abs()
                            .toHours()
                    < 24);
        }
    }

    @Test
    void refusesRatiosThatAreTooFew() {
        assertThrows(
                IllegalArgumentException.class, () -> new Spreads(Map.of(new TaskId("cable"), new float[] {1}), 0));
    }

    @Test
    void tellsWhatFinishedTasksTookOnTheCalendarOfWhoeverDidThem() {
        // Five days' work, from Monday morning to the Tuesday after: six days and an hour, the weekend
        // aside.
        var late = task("cable", 5).withProgress(new Progress(MONDAY, Instant.parse("2027-02-09T09:00:00Z"), null));
        var open = task("test", 5).withProgress(new Progress(Instant.parse("2027-02-09T09:00:00Z"), null, null));
        var delivery = Task.of("delivery", "Delivery", new TaskExtent.ByElapsedTime(Duration.ofDays(10)))
                .withProgress(new Progress(MONDAY, Instant.parse("2027-02-21T08:00:00Z"), null));
        var milestone =
                Task.of("done", "Done", new TaskExtent.Milestone()).withProgress(new Progress(MONDAY, MONDAY, null));
        var plan = plan(late, open, delivery, milestone);

        var took = FinishedTasks.of(plan, schedule(plan));

        assertEquals(
                List.of("cable", "delivery"),
                took.stream().map(each -> each.task().value()).toList());
        assertEquals(40, took.getFirst().estimate());
        assertEquals(49, took.getFirst().actual(), 0.01);
        assertEquals(240, took.get(1).estimate());
        assertEquals(480, took.get(1).actual());
        assertTrue(took.get(1).elapsed());
    }

    private static Task task(String id, int days) {
        return Task.of(id, id, new TaskExtent.ByEffort(new Effort((long) days * DAY)))
                .withAssignments(Assignment.of("Ada"));
    }

    private static Plan plan(Task... tasks) {
        return new Plan(
                "Move",
                BERLIN,
                MONDAY,
                "office",
                List.of(WorkingCalendar.officeHours("office", BERLIN)),
                List.of(Resource.person("Ada")),
                List.of(tasks),
                List.of(),
                List.of());
    }

    private static Calendar schedule(Plan plan) {
        return Scheduler.schedule(plan, Options.schedules(20).withNow(MONDAY));
    }

    private static Forecast forecast(Plan plan, ForecastOptions options) {
        return Forecaster.forecast(plan, schedule(plan), options.withNow(MONDAY))
                .orElseThrow();
    }

    private static float[] always(float ratio) {
        var ratios = new float[Spreads.POINTS];
        Arrays.fill(ratios, ratio);
        return ratios;
    }

    private static float[] from(float least, float most) {
        var ratios = new float[Spreads.POINTS];
        for (int i = 0; i < ratios.length; i++) ratios[i] = least + (most - least) * i / ratios.length;
        return ratios;
    }

    private static double width(Forecast forecast) {
        return Duration.between(forecast.finish().p10(), forecast.finish().p90())
                .toMinutes();
    }
}
