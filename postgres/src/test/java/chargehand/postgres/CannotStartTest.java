package chargehand.postgres;

import static chargehand.postgres.DatabaseTest.execute;
import static chargehand.postgres.DatabaseTest.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chargehand.postgres.CannotStart.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each sentence that says why there is no start.
class CannotStartTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("data");

    @BeforeEach
    void letOthersPass() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        folder = temporary.resolve("data");
    }

    @Test
    void tellsASecondServerWhichProcessHoldsTheFolder() throws Exception {
        try (var other = OtherServer.on(folder)) {
            other.ready();

            assertSays(
                    Code.FOLDER_IN_USE,
                    "The data folder %s is in use by process %d, a server at http://127.0.0.1:18110."
                            .formatted(folder, other.pid()));
        }
    }

    @Test
    void tellsItAlsoWithinTheSameProcessAndLeavesTheFirstItsLock() throws Exception {
        try (var first = open(folder)) {
            for (int times = 0; times < 2; times++) {
                var why = assertThrows(CannotStart.class, () -> open(folder));
                assertEquals(Code.FOLDER_IN_USE, why.code());
            }
            try (var other = OtherServer.on(folder)) {
                assertTrue(other.says().startsWith("folder-in-use "));
            }
            assertTrue(first.isReady());
        }
    }

    @Test
    void leavesAFolderAloneThatHoldsSomethingElse() throws Exception {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("letter.txt"), "Dear Edda");
        var before = Files.getPosixFilePermissions(folder);

        assertSays(Code.NOT_A_DATA_FOLDER, "The folder %s holds files that are not Chargehand's.".formatted(folder));

        assertEquals(before, Files.getPosixFilePermissions(folder));
    }

    @Test
    void refusesDataOfANewerChargehand() throws Exception {
        DataFolder.at(folder);
        Files.writeString(folder.resolve("chargehand.properties"), "layout=7\n");

        assertSays(
                Code.DATA_OF_NEWER_VERSION,
                "The data folder %s was written by a newer Chargehand (layout 7; this one knows 1).".formatted(folder));
    }

    @Test
    void refusesDataOfAnotherPostgresql() throws Exception {
        DataFolder.at(folder);
        var cluster = Files.createDirectories(folder.resolve("postgres/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");

        assertSays(
                Code.DATA_OF_OTHER_POSTGRESQL,
                "The data folder %s holds data of PostgreSQL 17, and this Chargehand brings PostgreSQL 18."
                        .formatted(folder));
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        Files.writeString(folder, "");

        assertSays(Code.FOLDER_NOT_WRITABLE, "The data folder %s is a file.".formatted(folder));
    }

    @Test
    void refusesAPlaceWhereNoFolderCanBeMade() {
        folder = Path.of("/proc/chargehand");

        var why = assertThrows(CannotStart.class, () -> open(folder));

        assertEquals(Code.FOLDER_NOT_WRITABLE, why.code(), why.getMessage());
    }

    @Test
    void refusesAFullDiskAndLeavesNothingHalfDone() throws Exception {
        Files.createDirectory(folder);
        assumeTrue(
                Command.run(List.of("mount", "-t", "tmpfs", "-o", "size=24m,mode=0700", "tmpfs", folder.toString()))
                        .well(),
                "only root mounts a small disk");
        try {
            assertSays(Code.DISK_FULL, "The disk that holds the data folder %s is full.".formatted(folder));

            assertFalse(Files.exists(folder.resolve("postgres/cluster")));
            assertFalse(Files.exists(folder.resolve("postgres/cluster.new")));
        } finally {
            Command.run(List.of("umount", folder.toString()));
        }
    }

    @Test
    void refusesADatabaseThatForgetsAtAPowerFailure() throws Exception {
        try (var database = open(folder)) {
            execute(database, "alter role chargehand set synchronous_commit = off");
        }

        assertSays(
                Code.DATABASE_NOT_DURABLE,
                "PostgreSQL has synchronous_commit=off, so that a power failure could lose what was already confirmed.");
    }

    @Test
    void isNotTalkedOutOfDurabilityByAFile() throws Exception {
        open(folder).close();
        Files.writeString(
                folder.resolve("postgres/cluster/postgresql.auto.conf"), "fsync = off\nfull_page_writes = off\n");

        try (var database = open(folder)) {
            assertEquals(List.of("on"), DatabaseTest.query(database, "show fsync"));
        }
    }

    @Test
    void saysWhatPostgresqlSaysWhenItDoesNotStart() throws Exception {
        open(folder).close();
        Files.writeString(folder.resolve("postgres/cluster/postgresql.auto.conf"), "shared_memory = much\n");

        var why = assertThrows(CannotStart.class, () -> open(folder));

        assertEquals(Code.POSTGRESQL_NOT_STARTING, why.code(), why.getMessage());
        assertTrue(
                why.getMessage().contains("shared_memory") || why.getMessage().contains("auto.conf"), why.getMessage());
    }

    @Test
    void worksForAnOrdinaryUserAndTellsItWhenTheFolderIsNotItsOwn() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root becomes somebody else");
        var libraries = Files.createDirectory(temporary.resolve("libraries"));
        var own = Files.createDirectory(folder);
        Privileges.give(own, new Privileges.Of(65534, 65534));
        var foreign = Files.createDirectory(temporary.resolve("foreign"));

        try (var started = OtherServer.asNobody(own, libraries);
                var refused = OtherServer.asNobody(foreign, libraries)) {
            assertTrue(started.says().startsWith("ready "));
            assertEquals(
                    "folder-not-writable The data folder %s can't be written: the user nobody may not."
                            .formatted(foreign),
                    refused.says());
        }
        try (var asRoot = open(own)) {
            assertTrue(asRoot.isReady());
        }
    }

    @Test
    void refusesAnAddressThatIsNoneAndDoesNotRepeatThePassword() {
        for (var url :
                List.of("mysql://ada:secret@db/x", "postgresql://ada:secret@/x", "postgresql://ada:se cret@db/x")) {
            var why = assertThrows(CannotStart.class, () -> Database.open(folder, url));

            assertEquals(Code.DATABASE_URL_WRONG, why.code());
            assertFalse((why.getMessage() + why.hint()).contains("secret"));
        }
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        var why = assertThrows(CannotStart.class, () -> Database.open(folder, "postgresql://ada:secret@127.0.0.1:1/x"));

        assertEquals(Code.DATABASE_UNREACHABLE, why.code());
        assertFalse(why.getMessage().contains("secret"));
    }

    @Test
    void usesAnotherPostgresqlByItsAddress() throws Exception {
        var access = TestDatabases.empty();
        var url = access.jdbcUrl().replace("jdbc:postgresql://", "postgresql://chargehand:test@");

        try (var database = Database.open(folder, url)) {
            assertEquals(List.of("chargehand"), DatabaseTest.query(database, "select current_user"));
            assertTrue(database.pid().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void hasAPageForEachCode(Code code) {
        var page = Path.of(System.getProperty("basedir", ".")).resolve("../docs/problems/" + code.text() + ".md");

        assertTrue(Files.exists(page), page.toString());
    }

    private void assertSays(Code code, String sentence) {
        var why = assertThrows(CannotStart.class, () -> open(folder));

        assertEquals(sentence, why.getMessage());
        assertEquals(code, why.code());
    }
}
