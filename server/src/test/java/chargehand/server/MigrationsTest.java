package chargehand.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.postgres.Backup;
import chargehand.postgres.CannotStart;
import chargehand.postgres.DatabaseAccess;
import chargehand.postgres.Restore;
import chargehand.postgres.Structure.Step;
import chargehand.postgres.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private final Migrations migrations = new Migrations();

    @TempDir
    private Path folder;

    @Test
    void areAllKnownByTheirContent() throws Exception {
        try (var connection =
                TestDatabases.copyOf("migrated", Migrations::migrate).connect()) {
            var steps = migrations.steps(connection);

            assertFalse(steps.isEmpty());
            for (var step : steps) assertTrue(migrations.knows(step), step.name());
            assertFalse(migrations.knows(new Step(steps.getFirst().name(), 1)));
        }
    }

    @Test
    void standEachInTheSchemaOfTheirModule() throws Exception {
        try (var connection =
                TestDatabases.copyOf("migrated", Migrations::migrate).connect()) {
            var ours = migrations.schemas(connection);

            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("""
                            select nspname || '.' || relname, nspname from pg_class c
                            join pg_namespace n on n.oid = relnamespace
                            where relkind = 'r' and nspname !~ '^pg_' and nspname <> 'information_schema'
                              and c.oid not in (select objid from pg_depend where deptype = 'e')""")) {
                while (rows.next()) assertTrue(ours.contains(rows.getString(2)), rows.getString(1));
            }
        }
    }

    @Test
    void refuseADatabaseOfANewerVersion() throws Exception {
        var database = TestDatabases.copyOf("migrated", Migrations::migrate);
        execute(database, """
                insert into chargehand.flyway_schema_history
                select 999999, '20990101.1', 'future', 'SQL', 'people/V20990101.1__future.sql', 1, 'x', now(), 1, true""");

        var why = assertThrows(CannotStart.class, () -> migrations.refuseNewer(database));

        assertEquals("data-of-newer-version", why.code().text());
    }

    @Test
    void makeTheSameTablesForABackupOnceMore() throws Exception {
        var database = TestDatabases.copyOf("migrated", Migrations::migrate);
        var before = content(database);
        var shape = shape(database);
        new Backup(migrations, "0.1.0").write(database, folder.resolve("all.zip"));
        var other = TestDatabases.copyOf("migrated", Migrations::migrate);

        new Restore(migrations).read(folder.resolve("all.zip"), other);
        Migrations.migrate(other);

        assertEquals(before, content(other));
        assertEquals(shape, shape(other));
    }

    private Map<String, String> content(DatabaseAccess access) throws SQLException {
        var content = new TreeMap<String, String>();
        try (var connection = access.connect();
                var statement = connection.createStatement()) {
            var names = list(
                    access,
                    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = any ('{"
                            + String.join(",", migrations.schemas(connection)) + "}')");
            for (var name : names)
                try (var row = statement.executeQuery(
                        "select md5(string_agg(t::text, '|' order by t::text)) from " + name + " t")) {
                    row.next();
                    content.put(name, String.valueOf(row.getString(1)));
                }
        }
        return content;
    }

    private static java.util.List<String> shape(DatabaseAccess access) throws SQLException {
        return list(access, """
                select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default)
                from information_schema.columns where table_schema !~ '^(pg_|information_schema)'
                union all select concat_ws(' ', n.nspname, conrelid::regclass, pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_namespace n on n.oid = connamespace where n.nspname !~ '^(pg_|information_schema)'
                order by 1""");
    }

    private static java.util.List<String> list(DatabaseAccess access, String query) throws SQLException {
        try (var connection = access.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private static void execute(DatabaseAccess access, String line) throws SQLException {
        try (var connection = access.connect();
                var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }
}
