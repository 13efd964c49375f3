package chargehand.server;

import chargehand.postgres.CannotStart;
import chargehand.postgres.CannotStart.Code;
import chargehand.postgres.DatabaseAccess;
import java.sql.SQLException;

/// The steps by which the database came to what it is: files of `db/`, applied by Flyway and noted in its table.
final class Migrations {
    /// Flyway's own table; the schema is set in application.yaml.
    static final String HISTORY = "chargehand.flyway_schema_history";

    private Migrations() {}

    /// @throws CannotStart if a newer Chargehand has worked on the database
    static void refuseNewer(DatabaseAccess access) {
        try (var connection = access.connect();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select to_regclass('%s') is null".formatted(HISTORY))) {
                row.next();
                if (row.getBoolean(1)) return;
            }
            try (var rows = statement.executeQuery("select script from %s where type = 'SQL'".formatted(HISTORY))) {
                while (rows.next()) if (!isKnown(rows.getString(1))) throw newer(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    Code.DATABASE_UNREACHABLE,
                    "The database can't be asked how new it is: %s.".formatted(e.getMessage()),
                    "Start again; if it stays, the data folder's postgres/postgresql.log tells more.",
                    e);
        }
    }

    /// @param script as Flyway notes it: its path below `db/`
    static boolean isKnown(String script) {
        return Migrations.class.getResource("/db/" + script) != null;
    }

    private static CannotStart newer(String script) {
        return new CannotStart(
                Code.DATA_OF_NEWER_VERSION,
                "The database was changed by a newer Chargehand (%s).".formatted(script),
                "Start it with the newer Chargehand, or restore a backup of this version into another folder.");
    }
}
