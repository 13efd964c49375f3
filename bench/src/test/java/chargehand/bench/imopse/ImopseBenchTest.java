package chargehand.bench.imopse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.bench.imopse.Instance.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people; the second alone can do tasks 1 and 2, either can do task 3, and task 4 waits for task 1.
class ImopseBenchTest {
    private static final String DEF = """
            ====
            General characteristics:
            Tasks: 4
            ====
            ResourceID \t Salary \t Skills
            1 \t 10.0 \t Q0: 1
            2 \t 20.0 \t Q0: 2 \t Q1: 0
            ====
            TaskID \t Duration \t Skill \t Predecessor IDs
            1 \t 3 \t Q0: 2
            2 \t 2 \t Q1: 0
            3 \t 4 \t Q0: 1
            4 \t 1 \t Q0: 0 \t 1
            ====
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void file() throws IOException {
        Files.writeString(folder.resolve("small.def"), DEF);
    }

    private Instance instance() throws IOException {
        return InstanceFiles.read(folder.resolve("small.def"));
    }

    @Test
    void readsPeopleAndTasks() throws IOException {
        assertEquals(2, instance().people().size());
        assertEquals("Q1", instance().tasks().get(1).skill());
        assertEquals(0, instance().tasks().get(3).after()[0]);
    }

    @Test
    void theCheckerKnowsEachRule() throws IOException {
        var starts = new int[] {0, 3, 0, 4};

        assertNull(instance().broken(new Schedule(starts, new int[] {1, 1, 0, 0})));
        assertBroken("can't do", starts, 0, 1, 0, 0);
        assertBroken("before task 1 ends", new int[] {0, 3, 0, 2}, 1, 1, 0, 0);
        assertBroken("at once", new int[] {0, 2, 0, 4}, 1, 1, 0, 0);
        assertBroken("before the start", new int[] {-1, 3, 0, 4}, 1, 1, 0, 0);
    }

    private void assertBroken(String why, int[] starts, int... people) throws IOException {
        var broken = instance().broken(new Schedule(starts, people));
        assertNotNull(broken);
        assertTrue(broken.contains(why), broken);
    }

    /// The work of both is ten hours, so five is the least; whoever has more skills is left what only they can do.
    @Test
    void findsAndProvesTheBest() throws IOException {
        var out = folder.resolve("out.csv");

        var row = new ImopseBench(folder, 0.2, 1, 1).run(out);

        assertTrue(row.contains("5.000 h") && row.contains("100.000 %"), row);
        var lines = Files.readAllLines(out);
        assertEquals("instance,seed,schedules,makespan,bound,proved,millis,starts,assignees", lines.getFirst());
        assertTrue(lines.get(1).matches("small,1,\\d+,5,5,true,[\\d.]+,\\d( \\d){3},2 2 1 [12]"), lines.get(1));
    }

    @Test
    void whatIsNoInstanceIsSaid() throws IOException {
        Files.writeString(folder.resolve("other.def"), "TaskID\n1 x Q0: 1\n");

        assertThrows(IOException.class, () -> InstanceFiles.read(folder.resolve("other.def")));
    }
}
