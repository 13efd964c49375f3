package chargehand.engine.forecast;

import chargehand.engine.network.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// From the nodes of a network to the places of its plan: a task's own node, and for a summary all
/// beneath. Behind them stands the project as a whole.
final class Places {
    final int count;
    final int[] node;
    final int[] parent;
    final int project;
    private final int[] upwards;

    Places(Network network) {
        project = network.plan.tasks().size();
        count = project + 1;
        node = new int[count];
        parent = new int[count];
        Arrays.fill(node, -1);
        for (int n = 0; n < network.tasks; n++) node[network.place[n]] = n;
        for (int i = 0; i < project; i++) {
            int above = network.hierarchy.parent(i);
            parent[i] = above < 0 ? project : above;
        }
        parent[project] = -1;
        upwards = IntStream.range(0, project)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> depth(i)).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int depth(int place) {
        int depth = 0;
        for (int above = parent[place]; above >= 0; above = parent[above]) depth++;
        return depth;
    }

    /// When each place finishes in each lane, that of place i in lane l at `i * LANES + l`: the latest of
    /// what is beneath. Without anything beneath it is `otherwise`.
    void finishes(Simulation.Block block, int[] finishes, int otherwise) {
        for (int i = 0; i < count; i++) {
            if (node[i] >= 0) block.finishes(node[i], finishes, i * Draws.LANES);
            else Arrays.fill(finishes, i * Draws.LANES, (i + 1) * Draws.LANES, Integer.MIN_VALUE);
        }
        for (int i : upwards) {
            int own = i * Draws.LANES;
            int above = parent[i] * Draws.LANES;
            for (int lane = 0; lane < Draws.LANES; lane++)
                finishes[above + lane] = Math.max(finishes[above + lane], finishes[own + lane]);
        }
        for (int i = 0; i < count; i++) {
            if (node[i] >= 0 || finishes[i * Draws.LANES] != Integer.MIN_VALUE) continue;
            Arrays.fill(finishes, i * Draws.LANES, (i + 1) * Draws.LANES, otherwise);
        }
    }
}
