package chargehand.server.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Plan;
import chargehand.server.shared.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanEditsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theInverseRestoresThePlanExactly(long seed) {
        var edits = new RandomEdits(seed);
        var plan = WrittenPlan.of(edits.plan(24));

        for (int i = 0; i < 30; i++) {
            PlanEdits.Edited edited;
            try {
                edited = PlanEdits.apply(plan, List.of(edits.change(plan), edits.change(plan)), () -> "id");
            } catch (Problem refused) {
                continue;
            }
            var back = PlanEdits.apply(edited.plan(), edited.inverse(), () -> "id");
            assertEquals(plan.plan(), back.plan().plan());
            var again = PlanEdits.apply(back.plan(), edited.changes(), () -> "id");
            assertEquals(edited.plan().plan(), again.plan().plan());
            assertInOrder(edited.plan());
            plan = edited.plan();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsStoredReadsBackAsTheSame(long seed) {
        var edits = new RandomEdits(seed);
        var plan = WrittenPlan.of(edits.plan(16));
        for (int i = 0; i < 10; i++) {
            var change = edits.change(plan);
            var text = PlanJson.changes(List.of(change));
            assertEquals(text, PlanJson.changes(PlanJson.changes(text)));
            try {
                plan = PlanEdits.apply(plan, List.of(change), () -> "id").plan();
            } catch (Problem refused) {
                continue;
            }
        }
        for (var row : plan.rows()) {
            var text = PlanJson.text(PlanJson.TaskDocument.of(row));
            var read = PlanJson.MAPPER
                    .readValue(text, PlanJson.TaskDocument.class)
                    .row(
                            row.id().value(),
                            row.parent() == null ? null : row.parent().value(),
                            row.rank());
            assertEquals(row.task(), read.task());
        }
        assertEquals(plan.facts(), PlanJson.facts(PlanJson.text(PlanJson.FactsDocument.of(plan.facts()))));
    }

    private static void assertInOrder(WrittenPlan plan) {
        var seen = new HashSet<>();
        for (var row : plan.rows()) {
            assertTrue(row.parent() == null || seen.contains(row.parent()));
            seen.add(row.id());
        }
        assertEquals(plan.rows(), WrittenPlan.depthFirst(plan.rows().reversed()));
    }

    @Test
    void aTaskWithOthersBeneathIsASummaryAndBecomesWhatItWasWhenTheyLeave() {
        var plan = WrittenPlan.of(new RandomEdits(1).plan(8));

        var indented = PlanEdits.apply(plan, List.of(new PlanChange.MoveTask("t3", "t2", null, null)), () -> "id");
        var outdented =
                PlanEdits.apply(indented.plan(), List.of(new PlanChange.MoveTask("t3", "t0", "t2", null)), () -> "id");

        assertTrue(task(indented.plan().plan(), "t2").isSummary());
        assertEquals(plan.plan(), outdented.plan().plan());
    }

    private static chargehand.engine.plan.Task task(Plan plan, String id) {
        return plan.task(new chargehand.engine.plan.TaskId(id)).orElseThrow();
    }

    @Test
    void refusesATaskBeneathItself() {
        var plan = WrittenPlan.of(new RandomEdits(1).plan(8));

        var refused = assertThrows(
                Problem.class,
                () -> PlanEdits.apply(plan, List.of(new PlanChange.MoveTask("t0", "t3", null, null)), () -> "id"));

        assertEquals("task-within-itself", refused.code());
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        var plan = WrittenPlan.of(new RandomEdits(1).plan(8));

        var edited = PlanEdits.apply(
                plan,
                List.of(
                        new PlanChange.MoveTask("t3", "t0", "t2", null),
                        new PlanChange.RemoveTask("gone"),
                        new PlanChange.AddLink("t1", "t2", null, null)),
                () -> "id");

        assertTrue(edited.isNothing());
    }
}
