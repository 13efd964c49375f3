package chargehand.server.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import chargehand.server.ServerTest;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.planning.TaskFields.Kind;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PlanEditingTest {
    static final Instant NOW = Instant.parse("2027-02-01T08:00:00Z");
    private static final Caller ADA = caller(1, "Ada");
    private static final Caller BRAM = caller(2, "Bram");

    @Autowired
    PlanEditing editing;

    @Autowired
    Plans plans;

    @Autowired
    Baselining baselining;

    @Autowired
    WarmPlans warm;

    UUID project = new UUID(0, 0);

    static Caller caller(int number, String name) {
        return new Caller(new UUID(7, number), name, null, List.of(new Caller.Grant(Role.ADMINISTRATOR, null, null)));
    }

    @BeforeEach
    void aProject() {
        project = editing.create(ADA, new NewProject(null, Project.Kind.software), new RandomEdits(3).plan(40));
    }

    private LivePlan live() {
        return warm.current(project).orElseThrow();
    }

    static PlanChange rename(String task, String name) {
        return set(task, TaskField.NAME, name, null);
    }

    static PlanChange last(String task, int minutes) {
        return set(task, TaskField.MINUTES, "", (long) minutes);
    }

    private static PlanChange set(String task, TaskField field, String name, @Nullable Long minutes) {
        return new PlanChange.SetTask(
                task,
                new TaskPatch(
                        new TaskFields(
                                null,
                                name,
                                Kind.duration,
                                minutes,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        EnumSet.of(field)));
    }

    @Test
    void manyMovesAreToldAsNumbersAndLaidOverGiveTheSamePlan() {
        project = editing.create(ADA, new NewProject(null, Project.Kind.software), new RandomEdits(5).plan(400));
        var before = live();

        var delta = editing.apply(ADA, project, List.of(last("t1", 60_000), rename("t399", "Cabling")), 1, null);

        var after = live();
        var moves = Objects.requireNonNull(delta.moves());
        var floats = Objects.requireNonNull(delta.floats());
        var starts = new int[400];
        var finishes = new int[400];
        var minutes = new int[400];
        for (int i = 0; i < 400; i++) {
            starts[i] = WorkingTable.minute(before.calendar().tasks().get(i).start());
            finishes[i] = WorkingTable.minute(before.calendar().tasks().get(i).finish());
            minutes[i] = floatOf(before, i);
        }
        int at = 0;
        int start = 0;
        for (int i = 0; i < moves.places().length; i++) {
            at += moves.places()[i];
            start += moves.starts()[i];
            starts[at] = start;
            finishes[at] = start + moves.lengths()[i];
        }
        at = 0;
        for (int i = 0; i < floats.places().length; i++) {
            at += floats.places()[i];
            minutes[at] = floats.minutes()[i];
        }
        for (var row : delta.tasks()) {
            int place = Objects.requireNonNull(after.places().get(new TaskId(row.id())));
            starts[place] = WorkingTable.minute(row.start());
            finishes[place] = WorkingTable.minute(row.finish());
        }
        assertTrue(moves.places().length > 100);
        assertEquals(
                List.of("t1", "t399"),
                delta.tasks().stream().map(PlanView.TaskView::id).toList());
        for (int i = 0; i < 400; i++) {
            var task = after.calendar().tasks().get(i);
            assertEquals(
                    WorkingTable.minute(task.start()), starts[i], task.task().value());
            assertEquals(
                    WorkingTable.minute(task.finish()), finishes[i], task.task().value());
            assertEquals(floatOf(after, i), minutes[i], task.task().value());
        }
    }

    private static int floatOf(LivePlan live, int place) {
        var task = live.calendar().tasks().get(place);
        int minutes = task.totalFloat().minutes();
        return task.critical() ? -1 - minutes : minutes;
    }

    @Test
    void aTrialSaysWhatTheStepWillSayAndKeepsNothing() {
        var changes = List.of(last("t3", 6000), rename("t4", "Cabling"));
        var before = live();

        var tried = editing.trial(ADA, project, changes, Seen.of(1));

        assertEquals(before, live());
        assertEquals(1, plans.version(project).orElseThrow());
        assertEquals(told(editing.apply(ADA, project, changes, 1, null)), told(tried));
    }

    @Test
    void aTrialOfWhatOthersHaveChangedSinceIsOfNoUseToTheStep() {
        var changes = List.of(last("t3", 6000));
        editing.trial(ADA, project, changes, Seen.of(1));
        editing.apply(BRAM, project, List.of(last("t1", 9000)), 1, null);

        editing.apply(ADA, project, changes, 1, null);

        assertEquals(List.of(9000, 6000), List.of(minutes("t1"), minutes("t3")));
        assertEquals(
                plans.load(project, NOW).orElseThrow().calendar().tasks(),
                live().calendar().tasks());
    }

    @Test
    void aTrialRefusesWhatTheStepWouldRefuse() {
        var circle = List.<PlanChange>of(new PlanChange.MoveTask("t3", "t3", null, true));

        assertEquals(
                refused(() -> editing.apply(ADA, project, circle, 1, null)).code(),
                refused(() -> editing.trial(ADA, project, circle, Seen.of(1))).code());
    }

    private static List<Object> told(PlanDelta delta) {
        return List.of(delta.version(), delta.tasks(), delta.finish(), delta.findings(), delta.removed());
    }

    private int minutes(String task) {
        var found = live().plan().tasks().stream()
                .filter(each -> each.id().value().equals(task))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(TaskWriting.minutes(found.extent())).intValue();
    }

    @Test
    void whatIsStoredIsWhatIsWarm() {
        editing.apply(ADA, project, List.of(last("t3", 6000), rename("t4", "Cabling")), 1, null);
        editing.apply(ADA, project, List.of(new PlanChange.MoveTask("t3", "t8", null, true)), 2, null);
        editing.apply(ADA, project, List.of(new PlanChange.RemoveTask("t16")), 3, null);

        var stored = plans.load(project, NOW).orElseThrow();

        assertEquals(live().plan(), stored.plan());
        assertEquals(live().calendar().tasks(), stored.calendar().tasks());
        assertEquals(live().calendar().findings(), stored.calendar().findings());
        assertEquals(live().version(), stored.version());
        assertEquals(List.of(live().changed()).size(), List.of(stored.changed()).size());
    }

    @Test
    void undoPutsBackPlanAndCalendarAndRedoDoesItAgain() {
        var before = live();

        editing.apply(ADA, project, List.of(last("t3", 6000)), 1, null);
        editing.apply(ADA, project, List.of(new PlanChange.RemoveTask("t8")), 2, null);
        var after = live();
        editing.undo(ADA, project, null);
        editing.undo(ADA, project, null);

        assertEquals(before.plan(), live().plan());
        assertEquals(before.calendar().tasks(), live().calendar().tasks());
        editing.redo(ADA, project);
        editing.redo(ADA, project);
        assertEquals(after.plan(), live().plan());
        assertEquals(after.calendar().tasks(), live().calendar().tasks());
        assertEquals(
                "nothing-to-redo", refused(() -> editing.redo(ADA, project)).code());
    }

    private static Problem refused(org.junit.jupiter.api.function.Executable asked) {
        return assertThrows(Problem.class, asked);
    }

    @Test
    void undoesOnlyOnesOwnAndOnceForEachVersion() {
        assertEquals(
                "nothing-to-undo",
                refused(() -> editing.undo(BRAM, project, null)).code());
        editing.apply(ADA, project, List.of(last("t3", 60)), 1, null);
        editing.apply(BRAM, project, List.of(last("t5", 60)), 2, null);
        editing.undo(ADA, project, 2L);
        long version = live().version();

        var again = editing.undo(ADA, project, 2L);

        assertEquals(version, again.version());
        assertTrue(again.tasks().isEmpty());
    }

    @Test
    void changesOfDifferentFieldsGoTogetherAndOfTheSameShowBothValues() {
        editing.apply(ADA, project, List.of(rename("t3", "Cabling")), 1, null);

        editing.apply(BRAM, project, List.of(last("t3", 60)), 1, null);
        var refused = refused(() -> editing.apply(BRAM, project, List.of(rename("t3", "Wiring")), 1, null));

        assertEquals("Cabling", live().plan().tasks().get(3).name());
        assertEquals(412, refused.status());
        var conflict = (Conflicts.Conflict)
                ((List<?>) Objects.requireNonNull(refused.values().get("conflicts"))).getFirst();
        assertEquals("Wiring", conflict.yours());
        assertEquals("Cabling", conflict.theirs());
        assertEquals("Ada", conflict.by());
    }

    @Test
    void ownStepsThatWaitedTogetherDontConflictWithEachOtherButWithOthersStill() {
        editing.apply(BRAM, project, List.of(rename("t5", "Theirs")), 1, null);
        editing.apply(ADA, project, List.of(rename("t3", "First")), 1, null);
        var seen = new Seen(1, Set.of(3L));

        editing.apply(ADA, project, List.of(rename("t3", "Second")), seen, null);
        var refused = refused(() -> editing.apply(ADA, project, List.of(rename("t5", "Mine")), seen, null));

        assertEquals("Second", live().plan().tasks().get(3).name());
        assertEquals("plan-conflict", refused.code());
    }

    @Test
    void aRemovalDoesNotTakeWhatSomebodyPutThereMeanwhile() {
        editing.apply(ADA, project, List.of(rename("t9", "Cabling")), 1, null);

        var refused = refused(() -> editing.apply(BRAM, project, List.of(new PlanChange.RemoveTask("t8")), 1, null));

        assertEquals("plan-conflict", refused.code());
    }

    @Test
    void refusesACircleAndNamesItsTasks() {
        var refused = refused(
                () -> editing.apply(ADA, project, List.of(new PlanChange.AddLink("t3", "t1", null, null)), 1, null));

        assertEquals("dependency-cycle", refused.code());
        assertEquals(422, refused.status());
        assertEquals(1, live().version());
    }

    @Test
    void theDeltaHasWhatMovedAndNothingElse() {
        var before = live();

        var delta = editing.apply(ADA, project, List.of(last("t7", 6000)), 1, "Longer");

        for (int i = 0; i < before.plan().tasks().size(); i++) {
            var id = before.plan().tasks().get(i).id();
            boolean moved = !PlanDifference.samePlace(
                    before.calendar().tasks().get(i), live().calendar().task(id));
            if (moved)
                assertTrue(delta.tasks().stream().anyMatch(each -> each.id().equals(id.value())));
        }
        assertEquals(2, delta.version());
        assertEquals("Longer", delta.undo() == null ? "" : delta.undo().label());
        assertFalse(delta.tasks().isEmpty());
        assertEquals(null, delta.order());
    }

    @Test
    void theFirstBaselineStandsUnderEveryBarAtOnceAndALaterOneUnderNone() {
        baselining.create(ADA, project, "First");
        var told = editing.delta(ADA, live(), 1);
        baselining.create(ADA, project, "Second");

        assertEquals(live().plan().tasks().size(), told.tasks().size());
        assertTrue(told.tasks().stream().allMatch(each -> each.was() != null));
        assertTrue(editing.delta(ADA, live(), 2).tasks().isEmpty());
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        var delta = editing.apply(ADA, project, List.of(new PlanChange.RemoveTask("gone")), 1, null);

        assertEquals(1, delta.version());
    }
}
