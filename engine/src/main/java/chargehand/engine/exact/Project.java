package chargehand.engine.exact;

import java.util.Arrays;

/// What is to be done, in whole units of time from 0 on, by resources that are there all the time.
///
/// The arrays are shared, not copied, and nobody writes to them.
public final class Project {
    final int tasks;
    final int[] length;
    final int[] release;
    final int[] capacity;
    /// The tasks that use a resource, and how much of it.
    final int[][] users;

    final int[][] demand;
    /// The resources that a task uses.
    final int[][] uses;

    final int[] from;
    final int[] to;
    final int[] delay;
    final int[][] out;
    final int[][] in;

    /// @param length of each task; one of no length uses nothing
    /// @param release no task starts before its own
    /// @param capacity of each resource
    /// @param demand by task and resource; none above the capacity
    /// @param links triples: a task, another, and from start to start the least time between; no cycles
    public Project(int[] length, int[] release, int[] capacity, int[][] demand, int[][] links) {
        tasks = length.length;
        this.length = length;
        this.release = release;
        this.capacity = capacity;
        users = new int[capacity.length][];
        this.demand = new int[capacity.length][];
        for (int r = 0; r < capacity.length; r++) {
            int resource = r;
            users[r] = chosen(tasks, i -> length[i] > 0 && demand[i][resource] > 0);
            this.demand[r] =
                    Arrays.stream(users[r]).map(i -> demand[i][resource]).toArray();
        }
        uses = new int[tasks][];
        for (int i = 0; i < tasks; i++) {
            int task = i;
            uses[i] = chosen(capacity.length, r -> length[task] > 0 && demand[task][r] > 0);
        }
        from = Arrays.stream(links).mapToInt(each -> each[0]).toArray();
        to = Arrays.stream(links).mapToInt(each -> each[1]).toArray();
        delay = Arrays.stream(links).mapToInt(each -> each[2]).toArray();
        out = byTask(from);
        in = byTask(to);
    }

    private static int[] chosen(int count, java.util.function.IntPredicate wanted) {
        return java.util.stream.IntStream.range(0, count).filter(wanted).toArray();
    }

    private int[][] byTask(int[] end) {
        var count = new int[tasks];
        for (int task : end) count[task]++;
        var links = new int[tasks][];
        for (int i = 0; i < tasks; i++) links[i] = new int[count[i]];
        for (int e = 0; e < end.length; e++) links[end[e]][--count[end[e]]] = e;
        return links;
    }

    /// How much a task uses of a resource.
    int demandOf(int task, int resource) {
        int at = Arrays.binarySearch(users[resource], task);
        return at < 0 ? 0 : demand[resource][at];
    }
}
