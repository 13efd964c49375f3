package chargehand.server.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.identity.Visibility;
import chargehand.server.shared.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// What-if: changed at will, compared, taken over in part, thrown away.
@ServerTest
class DraftingTest {
    private static final Caller ADA = PlanEditingTest.caller(1, "Ada");
    private static final Caller BRAM = PlanEditingTest.caller(2, "Bram");

    @Autowired
    Drafting drafting;

    @Autowired
    PlanEditing editing;

    @Autowired
    Baselining baselining;

    @Autowired
    BaselineComparing comparing;

    @Autowired
    Projects projects;

    @Autowired
    WarmPlans warm;

    @Autowired
    TestWorld world;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    UUID project = new UUID(0, 0);
    UUID draft = new UUID(0, 0);

    @BeforeEach
    void aDraftInWhichTwoThingsAreTried() {
        project = editing.create(ADA, new NewProject(null, Project.Kind.software), new RandomEdits(3).plan(40));
        draft = drafting.begin(ADA, project, "Shorter tests");
        editing.apply(ADA, draft, List.of(PlanEditingTest.rename("t5", "Tried name")), 1, null);
        editing.apply(ADA, draft, List.of(PlanEditingTest.last("t1", 60_000)), 2, null);
    }

    private LivePlan live(UUID id) {
        return warm.current(id).orElseThrow();
    }

    private String name(UUID id, String task) {
        return live(id).plan().tasks().stream()
                .filter(each -> each.id().value().equals(task))
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void changesNothingInThePlanAndBooksNobody() {
        assertEquals(1, live(project).version());
        assertNotEquals("Tried name", name(project, "t5"));
        assertEquals(3, live(draft).version());
        assertEquals(
                0,
                jdbc.sql("select count(*) from people.booking where project = :draft")
                        .param("draft", draft)
                        .query(Integer.class)
                        .single());
        var baseline = live(draft).baseline();
        assertTrue(baseline != null && baseline.dates().size() == 40, "bars are compared with today's plan");
    }

    @Test
    void isShownBesideThePlanWithWhatWasTriedAndWhatMoves() {
        var view = drafting.view(project, draft);

        assertEquals(2, view.steps().size());
        assertTrue(view.steps().stream().allMatch(DraftView.StepView::takeable));
        assertTrue(view.finish().now().isAfter(view.finish().was()), "a task of a thousand hours moves the finish");
        assertTrue(view.moved() > 0);
        assertEquals(0, view.since());
    }

    @Test
    void showsWhatMovedSinceABaselineByWhoseStepAndWhatItDidToTheFinish() {
        var id = baselining.create(ADA, project, "As agreed").id();
        var agreed = live(project);
        var version = agreed.version();
        editing.apply(ADA, project, List.of(PlanEditingTest.rename("t5", "Named anew")), version, null);
        editing.apply(BRAM, project, List.of(PlanEditingTest.last("t1", 60_000)), version + 1, null);
        editing.apply(ADA, project, List.of(PlanEditingTest.last("t1", 30_000)), version + 2, null);

        var compared = comparing.compare(project, id);

        var now = live(project).calendar();
        assertEquals(agreed.calendar().finish(), compared.finish().was());
        assertEquals(agreed.calendar().finish(), compared.kept(), "walked back step by step, it is what it was");
        assertEquals(now.finish(), compared.finish().now());
        assertEquals(2, compared.stepsInAll(), "a name moves nothing");
        assertEquals(now.finish(), compared.steps().getFirst().finish().now());
        assertEquals(
                compared.steps().getLast().finish().now(),
                compared.steps().getFirst().finish().was(),
                "one step begins where the one before ended");
        assertEquals("Bram", compared.steps().getLast().by().name());
        var moved = compared.tasks().stream()
                .filter(each -> each.task().equals("t1"))
                .findFirst()
                .orElseThrow();
        assertEquals(compared.steps().getLast().version(), moved.by(), "the step that moved it furthest");
        assertEquals(List.of(), compared.added());
    }

    @Test
    void isTakenOverInPartAsOneStepThatUndoTakesBack() {
        var first = drafting.view(project, draft).steps().getFirst();

        drafting.take(BRAM, project, draft, List.of(first.version()), false);

        assertEquals("Tried name", name(project, "t5"));
        assertNotEquals(
                live(draft).calendar().finish(), live(project).calendar().finish(), "the other step is left");
        editing.undo(BRAM, project, null);
        assertNotEquals("Tried name", name(project, "t5"));
    }

    @Test
    void isTakenOverWholeWithTasksThatItAddedAndWhatWasDoneToThem() {
        var add = new PlanChange.AddTask(
                new TaskFields(
                        null,
                        "Rehearse",
                        TaskFields.Kind.duration,
                        480L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                null,
                null);
        var delta = editing.apply(ADA, draft, List.of(add), 3, null);
        var rehearsal = delta.tasks().stream()
                .filter(each -> each.name().equals("Rehearse"))
                .findFirst()
                .orElseThrow()
                .id();
        editing.apply(ADA, draft, List.of(PlanEditingTest.rename(rehearsal, "Rehearse twice")), 4, null);

        drafting.take(ADA, project, draft, null, false);

        assertEquals("Rehearse twice", name(project, rehearsal));
        assertEquals(41, live(project).plan().tasks().size());
        assertEquals(2, live(project).version(), "one step");
    }

    @Test
    void showsBothValuesWhereSomebodyChangedTheSameAndLosesNeither() {
        editing.apply(BRAM, project, List.of(PlanEditingTest.rename("t5", "Bram's name")), 1, null);

        var first = drafting.view(project, draft).steps().getFirst();
        assertEquals("Bram's name", first.conflicts().getFirst().theirs());
        assertEquals("Tried name", first.conflicts().getFirst().yours());
        var refused = assertThrows(Problem.class, () -> drafting.take(ADA, project, draft, null, false));
        assertEquals("plan-conflict", refused.code());
        assertEquals("Bram's name", name(project, "t5"), "nothing happens by itself");

        drafting.take(ADA, project, draft, null, true);
        assertEquals("Tried name", name(project, "t5"), "unless somebody says so");
    }

    @Test
    void isInNoListAndGoneWhenItIsThrownAway() {
        assertTrue(projects.all(Visibility.ALL).stream()
                .noneMatch(each -> each.id().equals(draft)));
        assertEquals(1, drafting.heads(project).size());

        drafting.throwAway(ADA, project, draft);

        assertEquals(List.of(), drafting.heads(project));
        assertEquals(Optional.empty(), warm.current(draft));
        assertThrows(Problem.class, () -> drafting.view(project, draft));
    }

    @Test
    void isSeenAndChangedByThoseWhoMayChangeItsProjectAndIsNoMoreThanAPlan() throws Exception {
        world.company();
        var manager = world.actor(Role.MANAGER, null, project);
        var stranger = world.actor(Role.MANAGER, null, world.project(null));

        assertEquals(200, status(manager, "/api/projects/" + draft + "/plan"));
        assertEquals(200, status(manager, "/api/projects/" + draft + "/forecast"));
        assertEquals(200, status(manager, "/api/projects/%s/drafts/%s".formatted(project, draft)));
        assertEquals(404, status(manager, "/api/projects/" + draft + "/staffing"));
        assertEquals(404, status(stranger, "/api/projects/" + draft + "/plan"));
        assertFalse(http.perform(get("/api/projects").with(manager))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains(draft.toString()));
    }

    private int status(Actor actor, String path) throws Exception {
        return http.perform(get(path).with(actor)).andReturn().getResponse().getStatus();
    }
}
