package chargehand.engine.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

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

    /// An order of the nodes, the lowest number first wherever there is a choice. There must be no cycle.
    static int[] order(int nodes, Edges edges) {
        var waiting = new int[nodes];
        for (int to : edges.to) waiting[to]++;
        var ready = new PriorityQueue<Integer>();
        for (int n = 0; n < nodes; n++) if (waiting[n] == 0) ready.add(n);
        var order = new int[nodes];
        int size = 0;
        while (!ready.isEmpty()) {
            int n = ready.remove();
            order[size++] = n;
            for (int i = edges.outFirst[n]; i < edges.outFirst[n + 1]; i++) {
                int to = edges.to[edges.out[i]];
                if (--waiting[to] == 0) ready.add(to);
            }
        }
        return order;
    }
}
