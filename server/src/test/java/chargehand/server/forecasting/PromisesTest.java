package chargehand.server.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.forecasting.WaysView.Kind;
import chargehand.server.identity.Caller;
import chargehand.server.planning.Deadlines;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.planning.TryingOut;
import chargehand.server.shared.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/// What was promised, every date that it had, and the ways back.
@ServerTest
@Transactional
class PromisesTest {
    private static final Caller GRETA = Caller.SYSTEM;

    @Autowired
    Promising promising;

    @Autowired
    PromiseReading reading;

    @Autowired
    WaysBack waysBack;

    @Autowired
    Deadlines deadlines;

    @Autowired
    RiskKeeping keeping;

    @Autowired
    Forecasting forecasting;

    @Autowired
    PlanEditing planning;

    @Autowired
    PlanReading plans;

    @Autowired
    TryingOut trying;

    @Autowired
    TestWorld world;

    UUID project = new UUID(0, 0);
    Instant end = Instant.EPOCH;

    @BeforeEach
    void aProjectWithAForecast() throws Exception {
        world.company();
        var plan = PlanFiles.read(
                        Path.of("../examples/harbour/patient-app.json"), new Reading(ZoneId.of("Europe/Berlin"), null))
                .plan();
        project = planning.create(GRETA, new NewProject(null, Project.Kind.software), plan);
        forecasting.forecast(project, () -> false);
        end = plans.current(project).orElseThrow().calendar().finish();
    }

    private static Promising.Given given(Instant by, String whom, String wording) {
        return new Promising.Given(by, whom, wording, "Henrik", null);
    }

    private String task(String name) {
        return plans.current(project).orElseThrow().plan().tasks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    @Test
    void keepsTheDateBeforeWithThePersonAndTheReasonWhenOneIsMoved() {
        var task = task("Pilot on ward 4");
        var first = end.plusSeconds(86_400L * 30);
        promising.give(GRETA, project, task, given(first, "Northgate", "Tested by then, or we pay the hotel"));
        promising.move(GRETA, project, task, first.plusSeconds(86_400), "The test hospital is closed that day");

        var promise = reading.one(project, task);
        assertEquals(first.plusSeconds(86_400), promise.by());
        assertEquals("Northgate", promise.to());
        assertEquals("Henrik", promise.giver());
        assertEquals("Tested by then, or we pay the hotel", promise.wording());
        assertEquals(2, promise.steps().size());
        assertEquals("given", promise.steps().getFirst().kind());
        assertEquals(first, promise.steps().getFirst().by());
        var moved = promise.steps().getLast();
        assertEquals(first, moved.was());
        assertEquals("The test hospital is closed that day", moved.reason());
        assertEquals(GRETA.name(), moved.name());
        assertThrows(Problem.class, () -> promising.move(GRETA, project, task, first, " "), "a reason is needed");
    }

    @Test
    void findsDatesThatWereChangedInThePlanWithoutAReason() {
        var task = task("Pilot on ward 4");
        var by = end.plusSeconds(86_400L * 30);
        promising.give(GRETA, project, task, given(by, "Northgate", ""));
        deadlines.set(GRETA, project, task, null, "Clear");

        assertTrue(reading.of(project).stream().noneMatch(each -> task.equals(each.task())));
        promising.give(GRETA, project, task, given(by.plusSeconds(3_600), "Northgate", ""));
        var steps = reading.one(project, task).steps();
        assertEquals("changed", steps.get(1).kind());
        assertEquals(by, steps.get(1).was());
        assertNull(steps.get(1).by());
        assertNull(steps.get(1).reason());
    }

    @Test
    void saysOfAPromiseOfTheWholeProjectWithWhichChanceItIsKept() {
        promising.give(GRETA, project, Promise.WHOLE, given(end.minusSeconds(86_400L * 200), "Northgate", ""));
        var early = forecasting.forecast(project, () -> false).orElseThrow();
        assertEquals(0, chance(early), 0.01);
        promising.move(GRETA, project, Promise.WHOLE, end.plusSeconds(86_400L * 700), "Agreed on Monday");
        var late = forecasting.forecast(project, () -> false).orElseThrow();
        assertEquals(1, chance(late), 0.01);

        assertEquals(Promise.State.holds, reading.one(project, Promise.WHOLE).state());
        promising.withdraw(GRETA, project, Promise.WHOLE, "Nobody needs it any more");
        assertThrows(Problem.class, () -> reading.one(project, Promise.WHOLE));
    }

    private static double chance(StoredForecast forecast) {
        return forecast.promises().stream()
                .filter(each -> each.task().equals(Promise.WHOLE))
                .findFirst()
                .orElseThrow()
                .chance();
    }

    @Test
    void tellsKeptFromBrokenAndAtRisk() {
        var by = Instant.parse("2027-03-01T17:00:00Z");
        var before = by.minusSeconds(60);
        var after = by.plusSeconds(60);

        assertEquals(Promise.State.kept, Promise.State.of(by, by, null, after));
        assertEquals(Promise.State.broken, Promise.State.of(by, after, 1.0, after));
        assertEquals(Promise.State.broken, Promise.State.of(by, null, 1.0, after));
        assertEquals(Promise.State.atRisk, Promise.State.of(by, null, 0.79, before));
        assertEquals(Promise.State.holds, Promise.State.of(by, null, 0.8, before));
        assertEquals(Promise.State.open, Promise.State.of(by, null, null, before));
    }

    @Test
    void simulatesWaysBackOfEachKindAndTriesOneInADraft() {
        var forecast = forecasting.find(project).orElseThrow();
        promising.give(GRETA, project, Promise.WHOLE, given(forecast.finish().p50(), "Northgate", ""));

        var ways = waysBack.of(GRETA, project, Promise.WHOLE);

        assertTrue(ways.now().chance() < 0.8, "at risk: " + ways.now());
        for (var kind : new Kind[] {Kind.scope, Kind.date})
            assertTrue(ways.items().stream().anyMatch(each -> each.kind() == kind), kind + " in " + ways);
        for (var each : ways.items()) {
            assertTrue(each.then().chance() > ways.now().chance(), "it helps: " + each);
            if (each.kind() == Kind.date) assertTrue(each.then().chance() >= 0.8, each.toString());
            if (each.kind() == Kind.scope) assertTrue(each.moreMinutes() < 0, each.toString());
            if (each.kind() == Kind.people) assertTrue(each.moreMinutes() > 0, each.toString());
        }
        assertEquals(ways, waysBack.of(GRETA, project, Promise.WHOLE), "the same draws give the same ways");
        var way = ways.items().stream()
                .filter(each -> each.task() != null)
                .findFirst()
                .orElseThrow();
        var draft = trying.begin(GRETA, project, "Way back", task(way), minutes(way), way.resource());
        var tried = plans.current(draft).orElseThrow();
        assertEquals(way.then().planned(), tried.calendar().finish(), "the draft is what was simulated");
    }

    @Test
    void reckonsWithRisksUntilTheyAreSwitchedOffOrHappen() {
        var before = forecasting
                .forecast(project, () -> false)
                .orElseThrow()
                .finish()
                .p80();
        var task = task("Pilot on ward 4");
        var risk = keeping.add(GRETA, project, risk(task, true));

        var with = forecasting.forecast(project, () -> false).orElseThrow();
        assertTrue(with.finish().p80().isAfter(before), "it costs time");
        assertNotNull(with.detail());
        assertNotNull(with.detail().risks());
        assertEquals(before, with.detail().risks().getFirst().without(), "without it all is as before");

        keeping.write(GRETA, project, risk.id(), risk(task, false));
        assertEquals(
                before,
                forecasting
                        .forecast(project, () -> false)
                        .orElseThrow()
                        .finish()
                        .p80());

        keeping.close(GRETA, project, risk.id(), true, null);
        assertEquals(Risk.State.happened, keeping.find(project, risk.id()).state());
        assertThrows(Problem.class, () -> keeping.close(GRETA, project, risk.id(), false, null));
    }

    private static RiskKeeping.Written risk(String task, boolean counted) {
        return new RiskKeeping.Written(
                "The ward moves", Risk.Cause.outside, 60, List.of(task), 0, 0, 40, null, null, null, null, counted);
    }

    private static String task(WaysView.Way way) {
        assertNotNull(way.task());
        return way.task();
    }

    private static long minutes(WaysView.Way way) {
        assertNotNull(way.minutes());
        return way.minutes();
    }
}
