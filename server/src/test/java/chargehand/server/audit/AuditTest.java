package chargehand.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AuditTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    Audit audit;

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        long before = entries.verify().entries();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                all.add(threads.submit(() -> transaction.executeWithoutResult(_ -> {
                    record("task-" + number);
                    record("task-" + number + "-again");
                })));
            }
            for (var each : all) each.get();
        }

        var after = entries.verify();
        assertTrue(after.intact());
        assertEquals(before + 80, after.entries());
    }

    @Test
    void whatWasTakenBackIsNotOnRecord() {
        long before = entries.verify().entries();

        transaction.executeWithoutResult(status -> {
            record("never");
            status.setRollbackOnly();
        });

        assertEquals(before, entries.verify().entries());
    }

    @Test
    void nothingOnRecordIsChanged() {
        record("done");

        assertThrows(
                DataAccessException.class,
                () -> jdbc.sql("update audit.entry set name = 'Nobody'").update());
        assertThrows(
                DataAccessException.class,
                () -> jdbc.sql("delete from audit.entry").update());
        assertThrows(
                DataAccessException.class,
                () -> jdbc.sql("truncate audit.entry").update());
    }

    @Test
    void whatIsChangedPastTheTriggerShows() {
        record("first");
        record("second");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table audit.entry disable trigger entry_stays").update();
            long last = jdbc.sql("select max(seq) from audit.entry")
                    .query(Long.class)
                    .single();
            jdbc.sql("update audit.entry set name = 'Nobody' where seq = :seq")
                    .param("seq", last - 1)
                    .update();

            var found = entries.verify();

            assertFalse(found.intact());
            assertEquals(last - 1, found.broken());
            status.setRollbackOnly();
        });
        assertTrue(entries.verify().intact());
    }

    @Test
    void showsEachWhatHappenedInTheirProjects() throws Exception {
        var client = world.client();
        var mine = world.project(client);
        var others = world.project(world.client());
        audit.record(Caller.SYSTEM, "plan-changed", "plan", mine, mine, Map.of("label", "Mine"));
        audit.record(Caller.SYSTEM, "plan-changed", "plan", others, others, Map.of("label", "Others"));

        http.perform(get("/api/audit").with(world.actor(Role.OFFICIAL, client, null)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].project").value(mine.toString()))
                .andExpect(jsonPath("$.items[0].detail.label").value("Mine"))
                .andExpect(jsonPath("$.items[0].at").value("2027-02-01T08:00:00Z"));
        http.perform(get("/api/audit").with(world.actor(Role.MANAGER))).andExpect(status().isForbidden());
        http.perform(get("/api/audit/verification").with(world.actor(Role.ADMINISTRATOR)))
                .andExpect(jsonPath("$.intact").value(true));
    }

    private void record(String what) {
        audit.record(Caller.SYSTEM, "tried", "test", UUID.randomUUID(), null, Map.of("what", what));
    }
}
