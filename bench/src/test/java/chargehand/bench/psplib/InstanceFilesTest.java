package chargehand.bench.psplib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source, three jobs of 2, 3 and 2 periods on one resource of 3 units, and a sink; the third waits for the first.
class InstanceFilesTest {
    private static final String SM = """
            jobs (incl. supersource/sink ):  5
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           5
               4        1          1           5
               5        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1
            ------------------------------------------------------------------------
              1      1     0       0
              2      1     2       2
              3      1     3       2
              4      1     2       1
              5      1     0       0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1
                3
            ************************************************************************
            """;
    private static final String RCP = """
            5 1
            3
            0 0 2 2 3
            2 2 1 4
            3 2 1 5
            2 1 1 5
            0 0 0
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("x_10.sm"), SM);
        Files.writeString(folder.resolve("x_9.rcp"), RCP);
        Files.writeString(folder.resolve("readme.txt"), "");
    }

    @Test
    void readsBothFormsOfTheSameInTheOrderOfTheirNumbers() throws IOException {
        var files = InstanceFiles.in(folder);
        var patterson = InstanceFiles.read(files.getFirst());
        var psplib = InstanceFiles.read(files.getLast());

        assertEquals("x_9", patterson.name());
        assertEquals("x_10", psplib.name());
        assertArrayEquals(patterson.capacity(), psplib.capacity());
        for (int j = 0; j < 5; j++) {
            assertEquals(
                    patterson.jobs().get(j).duration(), psplib.jobs().get(j).duration());
            assertArrayEquals(
                    patterson.jobs().get(j).demand(), psplib.jobs().get(j).demand());
            assertArrayEquals(
                    patterson.jobs().get(j).successors(), psplib.jobs().get(j).successors());
        }
    }

    @Test
    void saysWhichRuleStartsBreak() throws IOException {
        var instance = InstanceFiles.read(folder.resolve("x_9.rcp"));

        assertNull(instance.broken(new int[] {0, 0, 2, 2, 5}));
        assertEquals("resource 1 is overbooked in period 0", instance.broken(new int[] {0, 0, 0, 2, 4}));
        assertEquals("job 4 starts before job 2 ends", instance.broken(new int[] {0, 0, 2, 1, 5}));
    }

    @Test
    void theBenchLevelsThemAndWritesWhatAnyoneCanCheck() throws IOException {
        var known = Files.writeString(
                folder.resolve("known.csv"),
                "Title;X\nID;Name;LB value;UB value;CPM\n1;x_9.rcp;5;5;4\n2;x_10.sm;5;5;4\n");
        var out = folder.resolve("out.csv");

        var row = new PsplibBench(folder, 20, 2, 1, 0, known).run(out);

        var lines = Files.readAllLines(out);
        assertEquals("instance,seed,schedules,makespan,bound,proved,millis,starts", lines.getFirst());
        assertEquals(5, lines.size());
        assertTrue(lines.get(1).matches("x_9,1,\\d+,5,5,true,[\\d.]+,\\d+ \\d+ \\d+ \\d+ 5"), lines.get(1));
        assertTrue(row.contains("as good as the best known") && row.contains("100.000"), row);
    }

    @Test
    void whatIsNoInstanceIsSaidByName() throws IOException {
        var file = Files.writeString(folder.resolve("y.sm"), "nothing");

        var refused = assertThrows(IOException.class, () -> InstanceFiles.read(file));

        assertTrue(String.valueOf(refused.getMessage()).contains("y.sm"));
    }
}
