package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// Whether what was acknowledged survives a loss of power.
enum Durability {
    FULL("on"),
    /// For tests, which start empty anyway.
    NONE("off");

    private final String value;

    Durability(String value) {
        this.value = value;
    }

    Map<String, String> settings() {
        return new TreeMap<>(Map.of("fsync", value, "synchronous_commit", value, "full_page_writes", value));
    }

    /// Asks the database itself, over the connection that the server's work will use.
    ///
    /// @throws CannotStart if one of them is not as it must be
    void check(Connection connection) throws SQLException {
        for (var setting : settings().keySet()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("show " + setting)) {
                row.next();
                if (!row.getString(1).equals(value))
                    throw new CannotStart(
                            Code.DATABASE_NOT_DURABLE,
                            "PostgreSQL has %s=%s, so that a power failure could lose what was already confirmed."
                                    .formatted(setting, row.getString(1)),
                            "Take the setting away: from postgresql.conf or postgresql.auto.conf in the data folder, or"
                                    + " from the role or the database.");
            }
        }
    }
}
