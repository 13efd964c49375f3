package chargehand.server;

import chargehand.postgres.DatabaseAccess;
import chargehand.postgres.Restore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/// Hears of a restored backup, over a connection of its own, and says so once each time.
final class RestoreWatch implements Runnable {
    private static final int LISTEN_MILLIS = 30_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DatabaseAccess access;
    private final Runnable restored;

    RestoreWatch(DatabaseAccess access, Runnable restored) {
        this.access = access;
        this.restored = restored;
    }

    @Override
    public void run() {
        try {
            while (true) {
                listen();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until the connection breaks, as it does when PostgreSQL is started again.
    private void listen() {
        try (var connection = access.connect()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + Restore.CHANNEL);
            }
            while (!Thread.interrupted()) if (hears(connection)) restored.run();
        } catch (SQLException broken) {
            System.getLogger(RestoreWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, "Not listening: {0}", broken.getMessage());
        }
    }

    private static boolean hears(Connection connection) throws SQLException {
        var heard = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        return heard != null && heard.length > 0;
    }
}
