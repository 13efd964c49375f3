package chargehand.server.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Grants;
import chargehand.server.identity.Role;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@TestPropertySource(properties = "chargehand.test-world=events")
@Timeout(30)
class LiveEventsTest {
    @Autowired
    TestWorld world;

    @Autowired
    LiveEvents events;

    @Autowired
    EventLog log;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    @LocalServerPort
    int port;

    @Test
    void aChangeIsHeardByWhoMaySeeItAndByNobodyElse() throws Exception {
        var client = world.client();
        var mine = world.project(client);
        var others = world.project(world.client());
        try (var stream = listen(world.actor(Role.MANAGER, null, mine))) {
            publish("plan", others, EventScope.project(others));
            publish("person", UUID.randomUUID(), EventScope.account(UUID.randomUUID()));
            publish("plan", mine, EventScope.project(mine));

            assertTrue(stream.next().contains("\"noun\":\"plan\",\"id\":\"" + mine + "\",\"version\":7"));
        }
    }

    @Test
    void aClientHearsNothingOfTheCompanysPeople() throws Exception {
        var client = world.client();
        var project = world.project(client);
        try (var stream = listen(world.actor(Role.CLIENT, client, null))) {
            publish("person", UUID.randomUUID(), EventScope.company());
            publish("plan", project, EventScope.project(project));
            publish("update", project, EventScope.project(project));

            assertTrue(
                    stream.next().contains("\"update\""), "of plans that nobody has released it hears nothing either");
        }
    }

    @Test
    void whoComesBackHearsWhatWasMissedInOrderAndOnce() throws Exception {
        var manager = world.actor(Role.MANAGER);
        var project = world.project(null);
        long last;
        try (var stream = listen(manager)) {
            publish("plan", project, EventScope.project(project));
            last = seq(stream.next());
        }
        for (int i = 0; i < 5; i++) publish("plan", project, EventScope.project(project));

        try (var stream = new Stream(manager, last)) {
            assertEquals("ready", stream.kind());
            long before = last;
            for (int i = 0; i < 5; i++) {
                long seq = seq(stream.next());
                assertTrue(seq > before);
                before = seq;
            }
            publish("forecast", project, EventScope.project(project));
            assertTrue(stream.next().contains("forecast"));
        }
    }

    @Test
    void whoWasAwayTooLongIsToldToReadEverythingAgain() throws Exception {
        publish("plan", UUID.randomUUID(), EventScope.company());
        publish("plan", UUID.randomUUID(), EventScope.company());
        jdbc.sql("update outbox.event set at = now() - interval '25 hours' where seq < :last")
                .param("last", log.last())
                .update();
        log.prune();

        try (var stream = new Stream(world.actor(Role.MANAGER), 0L)) {
            assertEquals("reset", stream.kind());
        }
    }

    /// The later transaction gets its number and commits while the first is still open. With numbers given at the time
    /// of publishing, a reader would pass the first one and never see it.
    @Test
    void aTransactionThatTakesLongIsNotPassedOver() throws Exception {
        var slow = world.project(null);
        var quick = world.project(null);
        var published = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var stream = listen(world.actor(Role.MANAGER));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                publish("plan", slow, EventScope.project(slow));
                published.countDown();
                await(goOn);
            }));
            published.await();
            publish("plan", quick, EventScope.project(quick));
            var heard = stream.next();
            goOn.countDown();
            first.get();
            var heardLater = stream.next();

            assertTrue(heard.contains(quick.toString()));
            assertTrue(heardLater.contains(slow.toString()));
            assertTrue(seq(heardLater) > seq(heard));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofManyWritersNothingIsMissed() throws Exception {
        var manager = world.actor(Role.MANAGER);
        var wanted = new ArrayList<UUID>();
        for (int i = 0; i < 120; i++) wanted.add(UUID.randomUUID());
        try (var stream = listen(manager);
                var threads = Executors.newFixedThreadPool(8)) {
            for (var id : wanted)
                threads.submit(() -> transaction.executeWithoutResult(status -> {
                    publish("plan", id, EventScope.company());
                    jdbc.sql("select pg_sleep(0.002)").query(row -> {});
                    publish("plan", UUID.randomUUID(), EventScope.account(id));
                }));

            var heard = new ArrayList<String>();
            while (heard.size() < wanted.size()) heard.add(id(stream.next()));

            assertEquals(
                    wanted.stream().map(UUID::toString).sorted().toList(),
                    heard.stream().sorted().toList());
        }
    }

    private static String id(String data) {
        return data.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void whatWasTakenBackIsNotHeard() throws Exception {
        var project = world.project(null);
        try (var stream = listen(world.actor(Role.MANAGER))) {
            transaction.executeWithoutResult(status -> {
                publish("plan", UUID.randomUUID(), EventScope.company());
                status.setRollbackOnly();
            });
            publish("plan", project, EventScope.project(project));

            assertTrue(stream.next().contains(project.toString()));
        }
    }

    @Test
    void aRoleThatIsTakenBackIsDeafFromThatMoment() throws Exception {
        var project = world.project(null);
        var manager = world.actor(Role.MANAGER, null, project);
        try (var stream = listen(manager)) {
            publish("plan", project, EventScope.project(project));
            assertTrue(stream.next().contains("plan"));

            grants.take(Caller.SYSTEM, manager.account(), Role.MANAGER, null, project);
            publish("plan", project, EventScope.project(project));
            publish("booking", project, EventScope.account(manager.account()));

            assertTrue(stream.next().contains("\"noun\":\"account\""));
            assertTrue(stream.next().contains("\"noun\":\"booking\""));
        }
    }

    @Test
    void aSessionThatEndsTakesItsStreamWithIt() throws Exception {
        var manager = world.actor(Role.MANAGER);
        try (var stream = listen(manager)) {
            http.perform(MockMvcRequestBuilders.delete("/api/sessions").with(manager));

            assertTrue(stream.endsWithin(1_000));
        }
    }

    @Test
    void nobodyListensWithoutASession() throws Exception {
        var connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + "/api/events").toURL().openConnection();

        assertEquals(401, connection.getResponseCode());
    }

    private void publish(String noun, UUID id, EventScope scope) {
        events.publish(noun, id, 7L, null, scope);
    }

    private static long seq(String data) {
        return Long.parseLong(data.replaceFirst(".*\"seq\":(\\d+).*", "$1"));
    }

    /// Hears only what comes from now on: what others left behind may still be on its way on a busy machine.
    private Stream listen(Actor actor) throws Exception {
        var stream = new Stream(actor, null);
        assertEquals("ready", stream.kind());
        var now = UUID.randomUUID();
        publish("presence", now, EventScope.account(actor.account()));
        while (!stream.next().contains(now.toString())) continue;
        return stream;
    }

    /// A browser that listens.
    private final class Stream implements AutoCloseable {
        private static final String END = "end";

        private final HttpURLConnection connection;
        private final LinkedBlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();

        Stream(Actor actor, @Nullable Long last) throws Exception {
            connection = (HttpURLConnection) URI.create("http://localhost:" + port + "/api/events")
                    .toURL()
                    .openConnection();
            connection.setRequestProperty("Cookie", actor.header());
            if (last != null) connection.setRequestProperty("Last-Event-ID", last.toString());
            assertEquals(200, connection.getResponseCode());
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                var kind = "";
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event: ")) kind = line.substring(7);
                    if (line.startsWith("data: ")) heard.add(List.of(kind, line.substring(6)));
                }
            } catch (java.io.IOException _) {
                // Cut off is an end, too.
            }
            heard.add(List.of(END, ""));
        }

        String kind() throws InterruptedException {
            return take().getFirst();
        }

        String next() throws InterruptedException {
            return take().getLast();
        }

        private List<String> take() throws InterruptedException {
            var next = heard.poll(10, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("nothing heard");
            return next;
        }

        boolean endsWithin(long millis) throws InterruptedException {
            var next = heard.poll(millis, TimeUnit.MILLISECONDS);
            return next != null && next.getFirst().equals(END);
        }

        @Override
        public void close() {
            // Beside the test: it waits for whoever is reading, up to a heartbeat.
            Thread.ofVirtual().start(connection::disconnect);
        }
    }
}
