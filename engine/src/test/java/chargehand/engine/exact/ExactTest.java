package chargehand.engine.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Against trying out all orders: one of them, taken task by task as early as can be, gives the earliest finish.
class ExactTest {
    private static final int PROJECTS = 300;

    /// A small project, and what is needed to check it without the engine.
    private record Case(int[] length, int[] release, int[] capacity, int[][] demand, int[][] links) {
        static Case random(long seed) {
            var random = new SplittableRandom(seed);
            int tasks = 3 + random.nextInt(5);
            int end = tasks;
            var length = random.ints(tasks + 1, 1, 8).toArray();
            length[end] = 0;
            var release = new int[tasks + 1];
            if (random.nextInt(3) == 0) release[random.nextInt(tasks)] = random.nextInt(12);
            var capacity = random.ints(2, 2, 6).toArray();
            var demand = new int[tasks + 1][2];
            var links = new ArrayList<int[]>();
            for (int i = 0; i < tasks; i++) {
                for (int r = 0; r < 2; r++) demand[i][r] = random.nextInt(capacity[r] + 1);
                for (int j = i + 1; j < tasks; j++)
                    if (random.nextInt(5) == 0) links.add(new int[] {i, j, length[i] + random.nextInt(3) / 2});
                links.add(new int[] {i, end, length[i]});
            }
            return new Case(length, release, capacity, demand, links.toArray(int[][]::new));
        }

        Project project() {
            return new Project(length, release, capacity, demand, links);
        }

        int end() {
            return length.length - 1;
        }

        /// One after the other: a schedule that is far from the best.
        int[] slow() {
            var starts = new int[length.length];
            for (int i = 0, at = 20; i < starts.length; at += length[i++] + 2) starts[i] = at;
            return starts;
        }

        int earliestFinish() {
            return tried(new ArrayList<>(), new int[length.length]);
        }

        private int tried(List<Integer> done, int[] starts) {
            if (done.size() == length.length) return starts[end()];
            int best = Integer.MAX_VALUE;
            for (int i = 0; i < length.length; i++) {
                int task = i;
                boolean waits = Arrays.stream(links).anyMatch(each -> each[1] == task && !done.contains(each[0]));
                if (waits || done.contains(task)) continue;
                starts[task] = earliest(task, done, starts);
                done.add(task);
                best = Math.min(best, tried(done, starts));
                done.removeLast();
            }
            return best;
        }

        private int earliest(int task, List<Integer> done, int[] starts) {
            int start = release[task];
            for (var link : links) if (link[1] == task) start = Math.max(start, starts[link[0]] + link[2]);
            while (!fits(task, start, done, starts)) start++;
            return start;
        }

        private boolean fits(int task, int start, List<Integer> done, int[] starts) {
            for (int t = start; t < start + length[task]; t++)
                for (int r = 0; r < capacity.length; r++) {
                    int taken = demand[task][r];
                    for (int other : done)
                        if (starts[other] <= t && t < starts[other] + length[other]) taken += demand[other][r];
                    if (taken > capacity[r]) return false;
                }
            return true;
        }

        void assertKept(int[] starts) {
            for (int i = 0; i < starts.length; i++) {
                var others = new ArrayList<Integer>();
                for (int j = 0; j < starts.length; j++) if (j != i) others.add(j);
                assertTrue(starts[i] >= release[i] && fits(i, starts[i], others, starts), "task " + i);
            }
            for (var link : links) assertTrue(starts[link[1]] >= starts[link[0]] + link[2], Arrays.toString(link));
        }
    }

    @Test
    void theEarliestFinishIsFoundAndProved() {
        for (long seed = 1; seed <= PROJECTS; seed++) {
            var some = Case.random(seed);
            var found = new Exact(some.project(), some.end(), some.slow()).run(100_000, () -> false);

            assertTrue(found.proved(), "seed " + seed);
            assertEquals(some.earliestFinish(), found.starts()[some.end()], "seed " + seed);
            some.assertKept(found.starts());
        }
    }

    @Test
    void whatIsBestAlreadyIsProvedAndKept() {
        var some = Case.random(7);
        var best = new Exact(some.project(), some.end(), some.slow())
                .run(100_000, () -> false)
                .starts();

        var again = new Exact(some.project(), some.end(), best).run(100_000, () -> false);

        assertTrue(again.proved());
        assertEquals(Arrays.toString(best), Arrays.toString(again.starts()));
    }

    @Test
    void whoMayNotTryLongEnoughProvesNothing() {
        var some = hard();
        var first = new Exact(some.project(), some.end(), some.slow()).run(3, () -> false);

        assertFalse(first.proved());
        assertEquals(3, first.deadEnds());
        some.assertKept(first.starts());
    }

    @Test
    void aStopIsHeard() {
        var some = hard();

        var stopped = new Exact(some.project(), some.end(), some.slow()).run(1_000_000, () -> true);

        assertFalse(stopped.proved());
        assertEquals(Arrays.toString(some.slow()), Arrays.toString(stopped.starts()));
    }

    /// Sixteen tasks that hardly go together.
    private static Case hard() {
        var random = new SplittableRandom(3);
        int tasks = 16;
        var length = random.ints(tasks + 1, 3, 9).toArray();
        length[tasks] = 0;
        var demand = new int[tasks + 1][2];
        var links = new int[tasks][];
        for (int i = 0; i < tasks; i++) {
            demand[i] = new int[] {2 + random.nextInt(3), 1 + random.nextInt(4)};
            links[i] = new int[] {i, tasks, length[i]};
        }
        return new Case(length, new int[tasks + 1], new int[] {6, 6}, demand, links);
    }
}
