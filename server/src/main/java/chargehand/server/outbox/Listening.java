package chargehand.server.outbox;

import chargehand.server.identity.Scopes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// One connection of this node that waits for numbers of new events, and reads what they are. After each break it reads
/// from where it was.
@Component
class Listening implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int AT_ONCE = 500;
    private static final int WAIT_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 500;

    private final DataSource database;
    private final EventLog log;
    private final Scopes scopes;
    private final Recent recent = new Recent();
    private volatile @Nullable Thread thread;

    Listening(DataSource database, EventLog log, Scopes scopes) {
        this.database = database;
        this.log = log;
        this.scopes = scopes;
    }

    Recent recent() {
        return recent;
    }

    @Override
    public void start() {
        recent.open();
        recent.startAt(log.last());
        // Known before it runs: a thread that looks whether it is still the one that listens would else end at once.
        var listening = Thread.ofVirtual().name("events").unstarted(this::run);
        thread = listening;
        listening.start();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | DataAccessException away) {
                if (thread == null) return;
                LOG.warn("Live events wait for the database: {}", away.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + EventLog.CHANNEL);
        }
        var notices = connection.unwrap(PGConnection.class);
        while (thread == Thread.currentThread()) {
            // Also when nothing was heard: costs one look at an index, and forgives a notice that got lost.
            read();
            notices.getNotifications(WAIT_MILLIS);
        }
    }

    private void read() {
        while (true) {
            var events = log.after(recent.place().seq(), Long.MAX_VALUE, AT_ONCE);
            if (events.isEmpty()) return;
            recent.add(Heard.of(events, scopes));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Before the web server, which waits for requests to end: streams would not.
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        recent.close();
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
