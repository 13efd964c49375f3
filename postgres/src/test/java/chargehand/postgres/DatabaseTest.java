package chargehand.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path temporary;

    @BeforeEach
    void letOthersPass() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void keepsWhatWasWrittenFromOneStartToTheNext() throws Exception {
        var folder = temporary.resolve("data");
        try (var database = open(folder)) {
            execute(database, "create table kept (word text)", "insert into kept values ('Ada')");
        }

        try (var database = open(folder)) {
            assertEquals(List.of("Ada"), query(database, "select word from kept"));
        }
    }

    @Test
    void isDurableAndSaysSo() throws Exception {
        try (var database = open(temporary.resolve("data"))) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                assertEquals(List.of("on"), query(database, "show " + setting), setting);
        }
    }

    @Test
    void worksAsAUserWhoIsNoSuperuserAndNeedsThePassword() throws Exception {
        try (var database = open(temporary.resolve("data"))) {
            var wrong = new DatabaseAccess(database.access().jdbcUrl(), "chargehand", "guessed");

            assertEquals(List.of("off"), query(database, "show is_superuser"));
            assertEquals(List.of("scram-sha-256"), query(database, "show password_encryption"));
            var refused = assertThrows(SQLException.class, wrong::connect);
            assertEquals("28P01", refused.getSQLState());
        }
    }

    @Test
    void letsNobodyElseIntoTheFolder() throws Exception {
        var folder = temporary.resolve("data");
        try (var database = open(folder)) {
            assertEquals("rwx------", permissions(folder));
            assertEquals("rwx------", permissions(folder.resolve("postgres")));
            assertEquals("rw-------", permissions(database.folder().access()));
            assertEquals("rw-------", permissions(folder.resolve("postgres/secrets.properties")));
            assertFalse(database.access().toString().contains(database.access().password()));
        }
    }

    @Test
    void doesNotRunPostgresqlAsRoot() throws Exception {
        try (var database = open(temporary.resolve("data"))) {
            var status = Files.readString(
                    Path.of("/proc", Long.toString(database.pid().orElseThrow()), "status"));

            var users = status.lines()
                    .filter(line -> line.startsWith("Uid:"))
                    .findFirst()
                    .orElseThrow();
            assertFalse(users.matches("Uid:\\s+0\\b.*"), users);
        }
    }

    @Test
    void takesAUserNamespaceWhereNoOtherUserReachesTheFolder() throws Exception {
        var secret = Files.createDirectory(
                temporary.resolve("secret"), PosixFilePermissions.asFileAttribute(PrivateFiles.FOLDER));
        try (var database = open(secret.resolve("data"))) {
            assertEquals(List.of("1"), query(database, "select 1"));
        }
    }

    @Test
    void comesBackByItselfWhenPostgresqlIsKilled() throws Exception {
        try (var database = open(temporary.resolve("data"))) {
            execute(database, "create table kept (word text)", "insert into kept values ('Bram')");
            var before = database.pid().orElseThrow();

            Postmaster.signal("KILL", before);

            Waiting.until(() -> database.isReady() && database.pid().orElse(before) != before);
            assertEquals(List.of("Bram"), query(database, "select word from kept"));
        }
    }

    @Test
    void leavesNoProcessAndNoFileBehindWhenItStops() throws Exception {
        var folder = temporary.resolve("data");
        var database = open(folder);
        var pid = database.pid().orElseThrow();

        database.close();

        assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        assertFalse(Files.exists(folder.resolve("postgres/cluster/postmaster.pid")));
        assertFalse(Files.exists(folder.resolve("server.properties")));
    }

    static Database open(Path folder) throws Exception {
        return Database.open(DataFolder.at(folder), TestDatabases.programsHome(), null, Durability.FULL);
    }

    static void execute(Database database, String... lines) throws SQLException {
        try (var connection = database.access().connect();
                var statement = connection.createStatement()) {
            for (var line : lines) statement.execute(line);
        }
    }

    static List<String> query(Database database, String line) throws SQLException {
        try (var connection = database.access().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(line)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
