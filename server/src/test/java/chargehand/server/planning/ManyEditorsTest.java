package chargehand.server.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.FindingCode;
import chargehand.server.ServerTest;
import chargehand.server.shared.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several people edit one plan at the same time, each on what they saw last. Whatever was acknowledged is replayed, in
/// the order of its versions, on a model of the plan that shares nothing with the store.
@ServerTest
class ManyEditorsTest {
    private static final int EDITORS = 3;
    private static final int EDITS = 25;

    @Autowired
    PlanEditing editing;

    @Autowired
    Plans plans;

    @Autowired
    PlanChanges history;

    @Autowired
    WarmPlans warm;

    @Autowired
    JdbcClient jdbc;

    private record Acknowledged(long version, List<PlanChange> changes) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingAcknowledgedIsLostAndNothingIsHalf(long seed) throws Exception {
        var start = new RandomEdits(seed).plan(32);
        var project =
                editing.create(PlanEditingTest.caller(1, "Ada"), new NewProject(null, Project.Kind.software), start);
        var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var refused = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int e = 0; e < EDITORS; e++) {
            int number = e;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    edit(project, seed * 100 + number, number, acknowledged, refused);
                } catch (Throwable failed) {
                    failures.add(failed);
                }
            }));
        }
        for (var thread : threads) thread.join();

        assertTrue(failures.isEmpty(), failures::toString);
        assertFalse(acknowledged.isEmpty());
        assertReplays(WrittenPlan.of(start), acknowledged, project);
        assertStoredAsWarm(project);
    }

    private void edit(
            UUID project, long seed, int number, ConcurrentLinkedQueue<Acknowledged> acknowledged, AtomicInteger no) {
        var edits = new RandomEdits(seed);
        var caller = PlanEditingTest.caller(10 + number, "Editor " + number);
        var seen = warm.current(project).orElseThrow();
        for (int i = 0; i < EDITS; i++) {
            if (i % 3 == 0) seen = warm.current(project).orElseThrow();
            var changes = List.of(edits.change(seen.written()));
            try {
                if (i % 7 == 6) {
                    var delta = editing.undo(caller, project, null);
                    acknowledged.add(new Acknowledged(
                            delta.version(),
                            history.content(project, delta.version()).changes()));
                    continue;
                }
                var before = seen.version();
                var delta = editing.apply(caller, project, changes, before, null);
                boolean mine = delta.by() != null && delta.by().account().equals(caller.account());
                boolean isNew = acknowledged.stream().noneMatch(each -> each.version() == delta.version());
                if (mine && isNew && delta.undo() != null && delta.undo().version() == delta.version())
                    acknowledged.add(new Acknowledged(delta.version(), changes));
            } catch (Problem refused) {
                assertTrue(refused.status() == 412 || refused.status() == 422 || refused.status() == 409);
                no.incrementAndGet();
            }
        }
    }

    private void assertReplays(WrittenPlan start, ConcurrentLinkedQueue<Acknowledged> all, UUID project) {
        var ordered = new ArrayList<>(all);
        ordered.sort((one, other) -> Long.compare(one.version(), other.version()));
        var model = start;
        for (var each : ordered)
            model = PlanEdits.apply(model, each.changes(), () -> {
                        throw new AssertionError("Each new task has an id.");
                    })
                    .plan();
        assertEquals(model.plan(), warm.current(project).orElseThrow().plan());
        assertEquals(ordered.size(), history.since(project, 0).size());
    }

    private void assertStoredAsWarm(UUID project) {
        var live = warm.current(project).orElseThrow();
        var stored = plans.load(project, PlanEditingTest.NOW).orElseThrow();
        assertEquals(live.plan(), stored.plan());
        assertEquals(live.calendar().tasks(), stored.calendar().tasks());
        assertTrue(live.calendar().findings().stream().noneMatch(each -> each.code() == FindingCode.DEPENDENCY_CYCLE));
        assertEquals(rows(live), booked(project));
    }

    /// The demo people are no persons of the company, so the ledger has nothing of them.
    private static Map<String, Integer> rows(LivePlan live) {
        var rows = new HashMap<String, Integer>();
        for (var task : live.calendar().tasks())
            for (var each : task.assignments())
                Facts.person(each.resource().value())
                        .ifPresent(person -> rows.merge(person.toString(), 1, Integer::sum));
        return rows;
    }

    private Map<String, Integer> booked(UUID project) {
        var rows = new HashMap<String, Integer>();
        jdbc.sql("select person, count(*) as tasks from people.booking where project = :project group by person")
                .param("project", project)
                .query(row -> {
                    rows.put(row.getString("person"), row.getInt("tasks"));
                });
        return rows;
    }
}
