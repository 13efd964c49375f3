package chargehand.postgres;

import static chargehand.postgres.DatabaseTest.execute;
import static chargehand.postgres.DatabaseTest.open;
import static chargehand.postgres.DatabaseTest.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server, PostgreSQL or both are killed, in every order; the next start needs no help.
class KillsTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("data");

    @BeforeEach
    void fillAFolder() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        folder = temporary.resolve("data");
        try (var database = open(folder)) {
            execute(database, "create table kept (word text)", "insert into kept values ('Chidi')");
        }
    }

    @Test
    void leavesNoOrphanWhenTheServerIsKilled() throws Exception {
        var other = OtherServer.on(folder);
        var postgres = other.ready();

        other.kill();

        Waiting.until(() -> !lives(postgres));
        assertStarts();
    }

    @Test
    void startsAtOnceAfterTheServerWasKilled() throws Exception {
        var other = OtherServer.on(folder);
        other.ready();

        other.kill();

        assertStarts();
    }

    @Test
    void startsAfterBothWereKilledTheServerFirst() throws Exception {
        var other = OtherServer.on(folder);
        var postgres = other.ready();

        Postmaster.signal("KILL", other.pid());
        Postmaster.signal("KILL", postgres);

        assertStarts();
    }

    @Test
    void startsAfterBothWereKilledPostgresqlFirst() throws Exception {
        var other = OtherServer.on(folder);
        var postgres = other.ready();

        Postmaster.signal("STOP", other.pid());
        Postmaster.signal("KILL", postgres);
        Postmaster.signal("KILL", other.pid());

        assertStarts();
    }

    @Test
    void takesALeftoverOfAProcessWhoseNumberAnotherHasNow() throws Exception {
        Files.write(
                folder.resolve("postgres/cluster/postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        folder.resolve("postgres/cluster").toString(),
                        Long.toString(Instant.EPOCH.plusSeconds(1_800_000_000).getEpochSecond()),
                        "5432",
                        "",
                        "127.0.0.1",
                        "  1     1",
                        "ready   "));

        assertStarts();
    }

    @Test
    void stopsALivingPostgresqlThatNobodyWatchesAnyMore() throws Exception {
        var data = DataFolder.at(folder);
        var cluster = Cluster.in(data, TestDatabases.programsHome(), Durability.FULL);
        var orphan = Command.builder(cluster.privileges().command(cluster.start(18111, Durability.FULL)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Waiting.until(
                () -> Postmaster.read(cluster.data()).filter(Postmaster::ready).isPresent());
        assertTrue(Postmaster.read(cluster.data()).orElseThrow().lives(cluster.data()));

        assertStarts();

        assertFalse(orphan.isAlive());
    }

    private void assertStarts() throws Exception {
        try (var database = open(folder)) {
            assertEquals(List.of("Chidi"), query(database, "select word from kept"));
        }
    }

    private static boolean lives(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (java.io.IOException gone) {
            return false;
        }
    }
}
