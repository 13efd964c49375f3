package chargehand.server.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.TaskExtent;
import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Project;
import chargehand.server.planning.TryingOut;
import chargehand.server.shared.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/// A project's end at both speeds of simulation, and what the work of a draft takes beside the plan's.
@ServerTest
@Transactional
class BothSpeedsTest {
    private static final Caller GRETA = Caller.SYSTEM;
    private static final long A_DAY = 480;

    @Autowired
    LevelledForecast levelled;

    @Autowired
    Imagining imagining;

    @Autowired
    DraftCostController costs;

    @Autowired
    TryingOut trying;

    @Autowired
    PlanEditing planning;

    @Autowired
    PlanReading plans;

    @Autowired
    TestWorld world;

    UUID project = new UUID(0, 0);

    @BeforeEach
    void aProject() throws Exception {
        world.company();
        project = created();
    }

    private UUID created() throws Exception {
        var plan = PlanFiles.read(
                        Path.of("../examples/harbour/patient-app.json"), new Reading(ZoneId.of("Europe/Berlin"), null))
                .plan();
        return planning.create(GRETA, new NewProject(null, Project.Kind.software), plan);
    }

    /// So that it is simulated once for all who look at an offer, and anew once the plan is another.
    @Test
    void whoImaginesTheSamePlanAsksTheSame() {
        var plan = plans.current(project).orElseThrow();
        var again = plans.current(project).orElseThrow();
        assertNotSame(plan.plan(), again.plan());
        assertEquals(imagining.simulation(plan), imagining.simulation(again));

        var other = again.plan().withStart(again.plan().start().plusSeconds(60));
        assertNotEquals(
                imagining.simulation(plan),
                imagining.simulation(new PlanReading.Current(
                        project, again.version(), other, again.calendar(), again.now(), again.done(), false)));
        assertEquals(imagining.of(plan).finish(), imagining.of(again).finish());
    }

    @Test
    void saysWhenItEndsByRunsThatAreLevelledAnewBesideRunsThatHandSlipsOn() {
        var both = levelled.of(project);

        assertEquals(plans.current(project).orElseThrow().version(), both.version());
        assertEquals(both.levelled().stream().sorted().toList(), both.levelled());
        assertEquals(both.handedOn().stream().sorted().toList(), both.handedOn());
        assertEquals(6, both.levelled().size());
        assertTrue(both.levelled().getFirst().isBefore(both.levelled().getLast()), both.toString());
        assertEquals(both, levelled.of(project), "the same draws");
    }

    @Test
    void saysWhatTheWorkOfADraftTakesBesideThePlans() {
        var task = plans.current(project).orElseThrow().plan().tasks().stream()
                .filter(each -> each.extent() instanceof TaskExtent.ByEffort)
                .findFirst()
                .orElseThrow();
        long minutes = ((TaskExtent.ByEffort) task.extent()).effort().personMinutes();
        var id = task.id().value();

        var same = costs.cost(GRETA, project, trying.begin(GRETA, project, "As it is", id, minutes, null));
        var longer = costs.cost(GRETA, project, trying.begin(GRETA, project, "Longer", id, minutes + A_DAY, null));

        assertEquals(same.minutesWas(), same.minutesNow());
        assertEquals(same.minutesWas(), longer.minutesWas());
        assertEquals(longer.minutesWas() + A_DAY, longer.minutesNow());
    }

    @Test
    void knowsNoDraftOfAnotherProject() throws Exception {
        var task = plans.current(project)
                .orElseThrow()
                .plan()
                .tasks()
                .getLast()
                .id()
                .value();
        var draft = trying.begin(GRETA, project, "Other", task, A_DAY, null);
        var other = created();

        var problem = assertThrows(Problem.class, () -> costs.cost(GRETA, other, draft));
        assertEquals("not-found", problem.code());
    }
}
