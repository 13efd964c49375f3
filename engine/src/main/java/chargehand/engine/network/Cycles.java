package chargehand.engine.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/// Puts nodes in an order in which each follows those that it waits for, and finds the links that make that
/// impossible.
final class Cycles {
    private final int nodes;
    private EdgeList list;

    Cycles(int nodes, EdgeList list) {
        this.nodes = nodes;
        this.list = list;
    }

    /// The edges of one cycle, in its order, or none if there is no cycle.
    int[] find() {
        var edges = new Edges(nodes, list);
        var state = new byte[nodes];
        var next = edges.outFirst.clone();
        var path = new ArrayDeque<Integer>();
        for (int root = 0; root < nodes; root++) {
            if (state[root] != 0) continue;
            int at = root;
            state[at] = 1;
            while (true) {
                if (next[at] < edges.outFirst[at + 1]) {
                    int edge = edges.out[next[at]++];
                    int to = edges.to[edge];
                    if (state[to] == 2) continue;
                    path.addLast(edge);
                    if (state[to] == 1) return since(path, edges, to);
                    state[to] = 1;
                    at = to;
                } else {
                    state[at] = 2;
                    if (path.isEmpty()) break;
                    at = edges.from[path.removeLast()];
                }
            }
        }
        return new int[0];
    }

    private static int[] since(ArrayDeque<Integer> path, Edges edges, int node) {
        var all = path.stream().mapToInt(Integer::intValue).toArray();
        int first = all.length - 1;
        while (edges.from[all[first]] != node) first--;
        return Arrays.copyOfRange(all, first, all.length);
    }

    /// Drops one edge; those after it move up.
    void drop(int edge) {
        var dropped = new BitSet();
        dropped.set(edge);
        list = list.without(dropped);
    }

    EdgeList edges() {
        return list;
    }

    /// An order of the nodes in which each follows those that it waits for: depth first from the last number down, so
    /// that what stands close in the file stays close. There must be no cycle.
    static int[] order(int nodes, Edges edges) {
        var next = edges.outFirst.clone();
        var seen = new boolean[nodes];
        var path = new int[nodes];
        var order = new int[nodes];
        int free = nodes;
        for (int root = nodes - 1; root >= 0; root--) {
            if (seen[root]) continue;
            seen[root] = true;
            int depth = 0;
            path[0] = root;
            while (depth >= 0) {
                int n = path[depth];
                if (next[n] == edges.outFirst[n + 1]) {
                    order[--free] = n;
                    depth--;
                    continue;
                }
                int to = edges.to[edges.out[next[n]++]];
                if (seen[to]) continue;
                seen[to] = true;
                path[++depth] = to;
            }
        }
        return order;
    }
}
